'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { ReviewState } from './readConversation'

interface Step {
  action: 'request' | 'withdraw' | 'approve' | 'return'
  note?: string
  publish?: boolean
}

interface ReviewStepsProps {
  review: ReviewState | undefined
  me: string
  writes: boolean
  decides: boolean
  take: (step: Step) => Promise<boolean>
}

const date = (iso: string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  )

function describe(review: ReviewState | undefined): string {
  if (!review) return 'Nobody asked for a review yet.'
  const { state, createdBy, decidedBy, createdAt, decidedAt } = review
  const when = date(decidedAt ?? createdAt)
  if (state === 'requested') return `${createdBy.name} waits for a review since ${when}.`
  if (state === 'approved') return `Approved by ${decidedBy.name}, ${when}.`
  if (state === 'returned') return `Sent back by ${decidedBy.name}, ${when}.`
  return `Withdrawn, ${when}.`
}

/** Where a page stands between its author and its editor, and what may be done next. */
export const ReviewSteps = ({ review, me, writes, decides, take }: ReviewStepsProps) => {
  const id = useId()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const waiting = review?.state === 'requested'
  const asks = writes && !waiting
  const answers = waiting && decides
  const step = (given: Step) => async () => {
    setBusy(true)
    if (await take({ ...given, ...(note.trim() ? { note: note.trim() } : {}) })) setNote('')
    setBusy(false)
  }
  const button = (label: string, given: Step, buttonStyle: 'primary' | 'secondary') => (
    <Button
      buttonStyle={buttonStyle}
      size="small"
      margin={false}
      disabled={busy}
      onClick={() => void step(given)()}
    >
      {label}
    </Button>
  )
  return (
    <div className="atrium-talk__review" data-state={review?.state ?? 'none'}>
      <p>{describe(review)}</p>
      {waiting && review.note && <blockquote>{review.note}</blockquote>}
      {review?.state === 'returned' && review.answer && <blockquote>{review.answer}</blockquote>}
      {(asks || answers) && (
        <>
          <label htmlFor={`${id}-note`}>{answers ? 'Answer' : 'What to look at (optional)'}</label>
          <textarea
            id={`${id}-note`}
            rows={2}
            maxLength={2000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </>
      )}
      <div className="atrium-talk__steps">
        {answers && button('Approve and publish', { action: 'approve', publish: true }, 'primary')}
        {answers && button('Approve', { action: 'approve' }, 'secondary')}
        {answers && button('Send back', { action: 'return' }, 'secondary')}
        {asks && button('Ask for a review', { action: 'request' }, 'secondary')}
        {waiting &&
          !decides &&
          review.createdBy.id === me &&
          button('Withdraw', { action: 'withdraw' }, 'secondary')}
      </div>
    </div>
  )
}
