import type { FormEventHandler, ReactNode } from 'react'

import type {
  CountryOption,
  FormDefinition,
  FormFieldDefinition,
  FormState,
} from './formDefinition'
import { ConsentField } from './ConsentField'
import { CONSENT } from './consentInput'
import { FormFields } from './FormFields'
import { FormSteps } from './FormSteps'
import { HONEYPOT } from './honeypot'
import { isRichText } from './isRichText'
import { RichText } from './RichText'
import { stepsOf } from './stepsOf'
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
  /** How far a visitor has come, once a script knows. */
  progress?: FormProgress
  locale?: string
}

export interface FormProgress {
  readonly step: number
  readonly shown: ReadonlySet<FormFieldDefinition>
  readonly isBusy: boolean
  readonly onInput: FormEventHandler<HTMLFormElement>
  readonly onSubmit: FormEventHandler<HTMLFormElement>
  readonly onBack: () => void
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

function labelOf(
  { upload, submitButtonLabel }: FormDefinition,
  { isEnd, isBusy, words }: { isEnd: boolean; isBusy: boolean; words: Words },
): string {
  if (!isEnd) return words.continue
  // Files take their time.
  return upload && isBusy ? words.sending : submitButtonLabel || words.send
}

/** A form as its definition says, in plain HTML: it works without JavaScript, and keeps what was typed. */
export const FormView = ({
  form,
  action,
  state = {},
  hidden,
  countries,
  idPrefix,
  progress,
  locale,
}: FormViewProps) => {
  const words = wordsOf(locale)
  if (state.done) return <Confirmation form={form} locale={locale} />
  const prefix = idPrefix ?? `f-${formAnchor(form.id)}`
  const fields = form.fields ?? []
  const steps = stepsOf(fields)
  const current = steps.length > 1 ? progress?.step : undefined
  const isEnd = current === undefined || current === steps.length - 1
  return (
    <form
      id={formAnchor(form.id)}
      className="form"
      method={typeof action === 'string' ? 'post' : undefined}
      action={action}
      onInput={progress?.onInput}
      onSubmit={progress?.onSubmit}
    >
      <ErrorSummary
        fields={[
          ...fields.filter(isNamed),
          { blockType: 'checkbox', name: CONSENT, label: form.consent?.text },
        ]}
        state={state}
        idPrefix={prefix}
        words={words}
      />
      <FormSteps
        steps={steps}
        words={words}
        current={current}
        render={(step, isLast) => (
          <>
            <FormFields
              fields={step.fields}
              shown={progress?.shown}
              all={fields}
              state={state}
              platform={form.upload?.bytes}
              idOf={(name) => fieldId(prefix, name)}
              countries={countries ?? []}
              locale={locale}
            />
            {isLast ? (
              <ConsentField
                consent={form.consent}
                id={fieldId(prefix, CONSENT)}
                error={state.errors?.[CONSENT]}
                words={words}
              />
            ) : null}
          </>
        )}
      />
      <Honeypot idPrefix={prefix} words={words} />
      {hidden}
      <p className="form__submit">
        {current !== undefined && current > 0 ? (
          <button type="button" className="button button--quiet" onClick={progress?.onBack}>
            {words.back}
          </button>
        ) : null}
        {/* The browser would check what comes in later steps as well: a step is checked by itself. */}
        <button
          type="submit"
          className="button"
          formNoValidate={!isEnd}
          aria-busy={progress?.isBusy || undefined}
        >
          {labelOf(form, { isEnd, isBusy: progress?.isBusy ?? false, words })}
        </button>
      </p>
    </form>
  )
}
