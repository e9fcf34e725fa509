/** What people are told of. */
export const notificationKinds = [
  { value: 'review-requested', label: 'Asked for a review' },
  { value: 'review-approved', label: 'Approved' },
  { value: 'review-returned', label: 'Sent back' },
  { value: 'mention', label: 'Mentioned you' },
  { value: 'comment', label: 'Commented' },
  { value: 'assigned', label: 'Assigned to your team' },
] as const satisfies { value: string; label: string }[]

export type NotificationKind = (typeof notificationKinds)[number]['value']

/** Whether somebody with this setting gets a mail of it: “important” is what waits for them. */
export const isMailed = (setting: string | null | undefined, kind: NotificationKind): boolean =>
  setting !== 'nothing' && (setting !== 'important' || kind !== 'comment')
