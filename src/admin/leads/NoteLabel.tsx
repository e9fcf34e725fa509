'use client'

import { useRowLabel } from '@payloadcms/ui'

interface Note {
  readonly at?: string | null
}

/** When a note was written; a new one is signed when the lead is saved. */
export const NoteLabel = () => {
  const { data } = useRowLabel<Note>()
  if (!data.at) return <span>New note</span>
  return (
    <span>
      {new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(data.at),
      )}
    </span>
  )
}
