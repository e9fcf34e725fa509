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

const Honeypot = ({ idPrefix }: { idPrefix: string }) => (
  <div className="visually-hidden" aria-hidden="true">
    <label htmlFor={`${idPrefix}-${HONEYPOT}`}>Leave this field empty</label>
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
}: {
  fields: NamedField[]
  state: FormState
  idPrefix: string
}) => {
  const faulty = fields.filter(({ name }) => state.errors?.[name])
  if (faulty.length === 0 && !state.message) return null
  return (
    <div className="form__summary" role="alert" tabIndex={-1}>
      <p className="form__summary-title">{state.message || 'This has not been sent yet.'}</p>
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

const Confirmation = ({ form }: { form: FormDefinition }) => (
  <div id={formAnchor(form.id)} className="form__done" role="status" tabIndex={-1}>
    <svg viewBox="0 0 24 24" width="40" height="40" aria-hidden="true">
      <circle cx="12" cy="12" r="11" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="m7 12.5 3.5 3.500L17 9" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
    {isRichText(form.confirmationMessage) ? (
      <RichText data={form.confirmationMessage} />
    ) : (
      <p>Thank you. Your message has arrived.</p>
    )}
  </div>
)

function labelOf(
  { upload, submitButtonLabel }: FormDefinition,
  { isEnd, isBusy }: { isEnd: boolean; isBusy: boolean },
): string {
  if (!isEnd) return 'Continue'
  // Files take their time.
  return upload && isBusy ? 'Sending…' : submitButtonLabel || 'Send'
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
}: FormViewProps) => {
  if (state.done) return <Confirmation form={form} />
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
      />
      <FormSteps
        steps={steps}
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
            />
            {isLast ? (
              <ConsentField
                consent={form.consent}
                id={fieldId(prefix, CONSENT)}
                error={state.errors?.[CONSENT]}
              />
            ) : null}
          </>
        )}
      />
      <Honeypot idPrefix={prefix} />
      {hidden}
      <p className="form__submit">
        {current !== undefined && current > 0 ? (
          <button type="button" className="button button--quiet" onClick={progress?.onBack}>
            Back
          </button>
        ) : null}
        {/* The browser would check what comes in later steps as well: a step is checked by itself. */}
        <button
          type="submit"
          className="button"
          formNoValidate={!isEnd}
          aria-busy={progress?.isBusy || undefined}
        >
          {labelOf(form, { isEnd, isBusy: progress?.isBusy ?? false })}
        </button>
      </p>
    </form>
  )
}
