import type { FormDefinition } from './formDefinition'
import { CONSENT } from './consentInput'
import type { Words } from './words'

interface ConsentFieldProps {
  consent: FormDefinition['consent']
  id: string
  error: string | undefined
  words: Words
}

/** What a visitor agrees to by sending the form. Never ticked beforehand, also not when the form comes back with errors. */
export const ConsentField = ({ consent, id, error, words }: ConsentFieldProps) => {
  if (!consent?.text) return null
  return (
    <div className="field" data-span="full" data-invalid={error ? '' : undefined}>
      <div className="field__tick">
        <input
          id={id}
          type="checkbox"
          name={CONSENT}
          value={String(consent.version ?? '')}
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <label htmlFor={id}>{consent.text}</label>
      </div>
      {error ? (
        <p id={`${id}-error`} className="field__error">
          <span className="visually-hidden">{words.error}: </span>
          {error}
        </p>
      ) : null}
    </div>
  )
}
