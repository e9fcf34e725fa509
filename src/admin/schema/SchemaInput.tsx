import { Field } from '../form/Field'
import { ListInput } from './ListInput'
import { isRecord, type Property } from './readShape'
import { SchemaFields } from './SchemaFields'
import { TogglesInput } from './TogglesInput'

export interface SchemaInputProps {
  id: string
  property: Property
  value: unknown
  readOnly: boolean
  onChange: (value: unknown) => void
}

const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value))

/** One property of a JSON value. */
export const SchemaInput = ({ id, property, value, readOnly, onChange }: SchemaInputProps) => {
  const { label, hint, shape } = property
  switch (shape.kind) {
    case 'object':
      return (
        <fieldset className="atrium-schema__group" disabled={readOnly}>
          <legend>{label}</legend>
          <SchemaFields
            id={id}
            properties={shape.properties}
            value={isRecord(value) ? value : {}}
            readOnly={readOnly}
            onChange={onChange}
          />
        </fieldset>
      )
    case 'toggles':
      return (
        <TogglesInput
          id={id}
          value={isRecord(value) ? value : {}}
          readOnly={readOnly}
          onChange={onChange}
        />
      )
    case 'switch':
      return (
        <label className="atrium-schema__switch">
          <input
            type="checkbox"
            checked={value === true}
            disabled={readOnly}
            onChange={({ target }) => onChange(target.checked)}
          />
          {label}
        </label>
      )
    case 'list':
      return (
        <ListInput
          id={id}
          label={label}
          hint={hint}
          value={value}
          readOnly={readOnly}
          onChange={onChange}
        />
      )
    case 'choice':
      return (
        <Field id={id} label={label} hint={hint}>
          {(props) => (
            <select
              {...props}
              value={textOf(value)}
              disabled={readOnly}
              onChange={({ target }) => onChange(target.value)}
            >
              <option value="">–</option>
              {shape.options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          )}
        </Field>
      )
    case 'number':
      return (
        <Field id={id} label={label} hint={hint}>
          {(props) => (
            <input
              {...props}
              type="number"
              step="any"
              min={shape.min}
              max={shape.max}
              value={textOf(value)}
              readOnly={readOnly}
              onChange={({ target }) =>
                onChange(target.value === '' ? undefined : target.valueAsNumber)
              }
            />
          )}
        </Field>
      )
    case 'text':
      return (
        <Field id={id} label={label} hint={hint}>
          {(props) => {
            const common = {
              ...props,
              value: textOf(value),
              maxLength: shape.maxLength,
              readOnly,
              onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
            }
            return shape.long ? <textarea rows={4} {...common} /> : <input {...common} />
          }}
        </Field>
      )
    case 'unknown':
      return null
  }
}
