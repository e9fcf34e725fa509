import type { ReactNode } from 'react'

import type {
  CountryOption,
  FormDefinition,
  FormFieldDefinition,
  FormState,
} from './formDefinition'
import { FormField } from './FormField'
import { HONEYPOT } from './honeypot'
import { isRichText } from './isRichText'
import { RichText } from './RichText'
import { wordsOf, type Words } from './words'

export type FormViewProps = {
  form: FormDefinition
  /** An address, or a React form action. */
  action: string | ((data: FormData) => void | Promise<void>)
  state?: FormState
  /** Hidden inputs: the form's id, the time it was shown, a token. */
  hidden?: ReactNode
  countries?: CountryOption[]
  /** Distinguishes the ids, when a form is on a page twice. */
  idPrefix?: string
  locale?: string
}

type NamedField = FormFieldDefinition & { name: string }

const isNamed = (field: FormFieldDefinition): field is NamedField =>
  typeof field.name === 'string' && field.name !== ''

/** Where to send the visitor back to: `<path>#<this>`. */
export const formAnchor = (formId: string | number) =>
  `form-${String(formId).replace(/[^\w-]/g, '')}`

const fieldId = (prefix: string, name: string) => `${prefix}-${name.replace(/[^\w-]/g, '-')}`

const Honeypot = ({ idPrefix, words }: { idPrefix: string; words: Words }) => (
  <div className="visually-hidden" aria-hidden="true">
    <label htmlFor={`${idPrefix}-${HONEYPOT}`}>{words.leaveEmpty}</label>
    <input
      type="text"
      id={`${idPrefix}-${HONEYPOT}`}
      name={HONEYPOT}
      tabIndex={-1}
      autoComplete="off"
    />
  </div>
)

const ErrorSummary = ({
  fields,
  state,
  idPrefix,
  words,
}: {
  fields: NamedField[]
  state: FormState
  idPrefix: string
  words: Words
}) => {
  const faulty = fields.filter(({ name }) => state.errors?.[name])
  if (faulty.length === 0 && !state.message) return null
  return (
    <div className="form__summary" role="alert" tabIndex={-1}>
      <p className="form__summary-title">{state.message || words.notSent}</p>
      {faulty.length > 0 ? (
        <ul>
          {faulty.map(({ name, label }) => (
            <li key={name}>
              <a href={`#${fieldId(idPrefix, name)}`}>
                {(label || name).replace(/[.:?!]+$/, '')}: {state.errors?.[name]}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const Confirmation = ({ form, locale }: { form: FormDefinition; locale: string | undefined }) => (
  <div id={formAnchor(form.id)} className="form__done" role="status" tabIndex={-1}>
    <svg viewBox="0 0 24 24" width="40" height="40" aria-hidden="true">
      <circle cx="12" cy="12" r="11" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="m7 12.5 3.5 3.500L17 9" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
    {isRichText(form.confirmationMessage) ? (
      <RichText data={form.confirmationMessage} locale={locale} />
    ) : (
      <p>{wordsOf(locale).thankYou}</p>
    )}
  </div>
)

/** A form as its definition says, in plain HTML: it works without JavaScript, and keeps what was typed. */
export const FormView = ({
  form,
  action,
  state = {},
  hidden,
  countries,
  idPrefix,
  locale,
}: FormViewProps) => {
  const words = wordsOf(locale)
  if (state.done) return <Confirmation form={form} locale={locale} />
  const prefix = idPrefix ?? `f-${formAnchor(form.id)}`
  const fields = form.fields ?? []
  const wasSent = state.values !== undefined
  return (
    <form
      id={formAnchor(form.id)}
      className="form"
      method={typeof action === 'string' ? 'post' : undefined}
      action={action}
    >
      <ErrorSummary fields={fields.filter(isNamed)} state={state} idPrefix={prefix} words={words} />
      <div className="form__fields">
        {fields.map((field, index) => {
          if (field.blockType === 'message') {
            return (
              <RichText
                key={field.id ?? index}
                data={field.message}
                className="field__message"
                locale={locale}
              />
            )
          }
          if (!isNamed(field)) return null
          return (
            <FormField
              key={field.id ?? field.name}
              field={field}
              id={fieldId(prefix, field.name)}
              value={state.values?.[field.name] ?? (wasSent ? '' : undefined)}
              error={state.errors?.[field.name]}
              countries={countries ?? []}
              words={words}
            />
          )
        })}
      </div>
      <Honeypot idPrefix={prefix} words={words} />
      {hidden}
      <p className="form__submit">
        <button type="submit" className="button">
          {form.submitButtonLabel || words.send}
        </button>
      </p>
    </form>
  )
}
