import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { Field } from '../form/Field'

interface TogglesInputProps {
  id: string
  value: Readonly<Record<string, unknown>>
  readOnly: boolean
  onChange: (value: Record<string, unknown>) => void
}

/** Names of one's own choosing, each on or off. */
export const TogglesInput = ({ id, value, readOnly, onChange }: TogglesInputProps) => {
  const [name, setName] = useState('')
  const canAdd = /^[a-z][A-Za-z0-9]{0,63}$/.test(name) && !(name in value)
  const without = (key: string) =>
    Object.fromEntries(Object.entries(value).filter(([one]) => one !== key))
  return (
    <div className="atrium-schema__toggles">
      {Object.entries(value).map(([key, on]) => (
        <div key={key} className="atrium-schema__toggle">
          <label className="atrium-schema__switch">
            <input
              type="checkbox"
              checked={on === true}
              disabled={readOnly}
              onChange={({ target }) => onChange({ ...value, [key]: target.checked })}
            />
            {key}
          </label>
          {!readOnly && (
            <Button
              buttonStyle="none"
              margin={false}
              aria-label={`Remove ${key}`}
              onClick={() => onChange(without(key))}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <div className="atrium-schema__add">
          <Field
            id={`${id}-new`}
            label="Another"
            hint="Letters and digits, beginning with a small letter."
          >
            {(props) => (
              <input {...props} value={name} onChange={({ target }) => setName(target.value)} />
            )}
          </Field>
          <Button
            buttonStyle="secondary"
            size="medium"
            margin={false}
            disabled={!canAdd}
            onClick={() => {
              onChange({ ...value, [name]: true })
              setName('')
            }}
          >
            Add
          </Button>
        </div>
      )}
    </div>
  )
}
