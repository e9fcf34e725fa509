/** What became of a lead, in the order in which it happens. */
export const LEAD_STATUSES = [
  { value: 'new', label: 'New' },
  { value: 'in-progress', label: 'In progress' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
  { value: 'spam', label: 'Spam' },
] as const

export type LeadStatus = (typeof LEAD_STATUSES)[number]['value']

/** Somebody still has to do something: what the list shows at first. */
export const OPEN_STATUSES = ['new', 'in-progress'] as const satisfies LeadStatus[]
