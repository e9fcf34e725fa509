import type { ReactNode } from 'react'

import { acceptOf } from '@/leads/files/fileKinds'
import { describeLimits, isFileField, limitsOf } from '@/leads/files/fileLimits'

import { autocompleteFor } from './autocompleteFor'
import type { CountryOption, FormFieldDefinition } from './formDefinition'
import type { Words } from './words'

export type FormFieldProps = {
  field: FormFieldDefinition & { name: string }
  id: string
  value: string | undefined
  error: string | undefined
  countries: CountryOption[]
  words: Words
  /** How many bytes all files of the form may have. */
  platform?: number
  /** The form came back, and what was chosen is lost. */
  filesLost?: boolean
}

type Control = {
  id: string
  name: string
  required: boolean
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

const INPUT_TYPES: Record<string, string> = { email: 'email', number: 'number', date: 'date' }

const inputType = (blockType: string, autoComplete: string | undefined) =>
  INPUT_TYPES[blockType] ?? (autoComplete === 'tel' ? 'tel' : 'text')

type SelectProps = {
  control: Control
  options: { label: string; value: string }[]
  value: string
  placeholder: string
  autoComplete?: string
}

const Select = ({ control, options, value, placeholder, autoComplete }: SelectProps) => (
  // React resets a form that was sent, and a select to what it showed at first, unless it is a new one.
  <select key={value} {...control} defaultValue={value} autoComplete={autoComplete}>
    <option value="">{placeholder}</option>
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
)

/** Says “required” to eyes; the control's own attribute says it to everything else. */
const Mark = ({ required, words }: { required: boolean; words: Words }) =>
  required ? (
    <span className="field__mark" aria-hidden="true">
      {' '}
      *
    </span>
  ) : (
    <span className="field__optional"> {words.optional}</span>
  )

const FieldError = ({ id, error, words }: Pick<FormFieldProps, 'id' | 'error' | 'words'>) =>
  error ? (
    <p id={`${id}-error`} className="field__error">
      <span className="visually-hidden">{words.error}: </span>
      {error}
    </p>
  ) : null

const buildControl = ({ field, id, error }: FormFieldProps): Control => ({
  id,
  name: field.name,
  required: field.required === true,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': error ? `${id}-error` : undefined,
})

const renderControl = (props: FormFieldProps): ReactNode => {
  const { field, countries, words } = props
  const control = buildControl(props)
  const value = props.value ?? String(field.defaultValue ?? '')
  const autoComplete = autocompleteFor(field.name, field.blockType)
  switch (field.blockType) {
    case 'text':
    case 'email':
    case 'number':
    case 'date':
    case 'state': {
      const type = inputType(field.blockType, autoComplete)
      return (
        <input
          {...control}
          type={type}
          step={type === 'number' ? 'any' : undefined}
          defaultValue={type === 'date' ? value.slice(0, 10) : value}
          autoComplete={autoComplete}
        />
      )
    }
    case 'textarea':
      return <textarea {...control} rows={5} defaultValue={value} autoComplete={autoComplete} />
    case 'select':
      return (
        <Select
          control={control}
          options={field.options ?? []}
          value={value}
          placeholder={field.placeholder || words.choose}
        />
      )
    case 'country':
      return countries.length > 0 ? (
        <Select
          control={control}
          options={countries}
          value={value}
          placeholder={words.chooseCountry}
          autoComplete="country"
        />
      ) : (
        <input {...control} type="text" defaultValue={value} autoComplete={autoComplete} />
      )
    default:
      return null
  }
}

const Checkbox = (props: FormFieldProps) => {
  const { field, id, value, error, words } = props
  // A form that came back with errors has values: then an absent one was unticked.
  const isTicked =
    value === undefined ? field.defaultValue === true : value !== '' && value !== 'false'
  return (
    <>
      <div className="field__tick">
        <input {...buildControl(props)} type="checkbox" value="true" defaultChecked={isTicked} />
        <label htmlFor={id}>
          {field.label || field.name}
          <Mark required={field.required === true} words={words} />
        </label>
      </div>
      <FieldError id={id} error={error} words={words} />
    </>
  )
}

const Radios = (props: FormFieldProps) => {
  const { field, id, error, words } = props
  const { required, name } = buildControl(props)
  const value = props.value ?? String(field.defaultValue ?? '')
  return (
    <fieldset
      role="radiogroup"
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>
        {field.label || field.name}
        <Mark required={required} words={words} />
      </legend>
      {(field.options ?? []).map((option, index) => {
        // The error summary links to the first one.
        const optionId = index === 0 ? id : `${id}-${index}`
        return (
          <div key={option.value} className="field__tick">
            <input
              type="radio"
              id={optionId}
              name={name}
              value={option.value}
              required={required}
              defaultChecked={option.value === value}
            />
            <label htmlFor={optionId}>{option.label}</label>
          </div>
        )
      })}
      <FieldError id={id} error={error} words={words} />
    </fieldset>
  )
}

/** What may be chosen is said before it is. */
const Files = (props: FormFieldProps) => {
  const { field, id, error, platform = Infinity, filesLost, words } = props
  const { 'aria-describedby': describedBy, ...control } = buildControl(props)
  return (
    <>
      <label htmlFor={id}>
        {field.label || field.name}
        <Mark required={control.required} words={words} />
      </label>
      <p id={`${id}-help`} className="field__help">
        {describeLimits(field, platform, words)}
        {filesLost ? <strong> {words.chooseAgain}</strong> : null}
      </p>
      <input
        {...control}
        type="file"
        accept={acceptOf(field)}
        multiple={limitsOf(field, platform).files > 1}
        aria-describedby={[`${id}-help`, describedBy].filter(Boolean).join(' ')}
      />
      <FieldError id={id} error={error} words={words} />
    </>
  )
}

const renderField = (props: FormFieldProps) => {
  if (props.field.blockType === 'checkbox') return <Checkbox {...props} />
  if (props.field.blockType === 'radio') return <Radios {...props} />
  if (isFileField(props.field)) return <Files {...props} />
  const control = renderControl(props)
  // A kind of field that this release can't show, such as a payment.
  if (!control) return null
  return (
    <>
      <label htmlFor={props.id}>
        {props.field.label || props.field.name}
        <Mark required={props.field.required === true} words={props.words} />
      </label>
      {control}
      <FieldError id={props.id} error={props.error} words={props.words} />
    </>
  )
}

const spanOf = (width: number | null | undefined) => {
  if (!width || width > 66) return 'full'
  return width > 34 ? 'half' : 'third'
}

/** One field of a form with its label, what was typed before, and its error. */
export const FormField = (props: FormFieldProps) => {
  const content = renderField(props)
  if (!content) return null
  return (
    <div
      className="field"
      data-span={spanOf(props.field.width)}
      data-invalid={props.error ? '' : undefined}
    >
      {content}
    </div>
  )
}
