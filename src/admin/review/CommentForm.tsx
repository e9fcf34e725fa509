'use client'

import { Button } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'

import type { Colleague } from './Conversation'

interface CommentFormProps {
  people: readonly Colleague[]
  send: (comment: { text: string; mentions: string[] }) => Promise<boolean>
}

/** Says something about the page. Whoever is chosen stands in the text as “@Name”, and is told. */
export const CommentForm = ({ people, send }: CommentFormProps) => {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const mention = (person: Colleague) => {
    setText(
      (before) => `${before}${before === '' || before.endsWith(' ') ? '' : ' '}@${person.name} `,
    )
    area.current?.focus()
  }
  const submit = async () => {
    setBusy(true)
    const mentions = people.filter(({ name }) => text.includes(`@${name}`)).map((one) => one.id)
    if (await send({ text: text.trim(), mentions })) setText('')
    setBusy(false)
  }
  return (
    <div className="atrium-talk__form">
      <label htmlFor={`${id}-text`}>Say something about this page</label>
      <textarea
        id={`${id}-text`}
        ref={area}
        rows={3}
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="atrium-talk__steps">
        <Button
          size="small"
          margin={false}
          buttonStyle="secondary"
          disabled={busy || text.trim() === ''}
          onClick={() => void submit()}
        >
          Comment
        </Button>
        {people.length > 0 && (
          <select
            aria-label="Mention somebody"
            value=""
            onChange={({ target }) => {
              const person = people.find((one) => one.id === target.value)
              if (person) mention(person)
            }}
          >
            <option value="">@ Mention …</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        )}
      </div>
    </div>
  )
}
