import { useState } from 'react'

import { Field } from '../form/Field'

interface ListInputProps {
  id: string
  label: string
  hint: string | undefined
  value: unknown
  readOnly: boolean
  onChange: (value: string[]) => void
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Texts, one per line. Keeps what is being typed: a line that is still empty is no text yet. */
export const ListInput = ({ id, label, hint, value, readOnly, onChange }: ListInputProps) => {
  const texts = Array.isArray(value) ? value.map(String) : []
  const [typed, setTyped] = useState(texts.join('\n'))
  const shown = linesOf(typed).join('\n') === texts.join('\n') ? typed : texts.join('\n')
  return (
    <Field id={id} label={label} hint={hint ?? 'One per line.'}>
      {(props) => (
        <textarea
          {...props}
          rows={3}
          value={shown}
          readOnly={readOnly}
          onChange={({ target }) => {
            setTyped(target.value)
            onChange(linesOf(target.value))
          }}
        />
      )}
    </Field>
  )
}
