import type { ReactNode } from 'react'

import './form.css'

interface ControlProps {
  id: string
  required?: boolean
  'aria-invalid'?: true
  'aria-describedby'?: string
}

interface FieldProps {
  id: string
  label: string
  hint?: string
  error?: string
  required?: boolean
  /** The control, with what ties it to its label, its hint and its error. */
  children: (props: ControlProps) => ReactNode
}

export const Field = ({ id, label, hint, error, required, children }: FieldProps) => {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="atrium-field">
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {children({
        id,
        required,
        ...(error ? { 'aria-invalid': true } : {}),
        ...(described ? { 'aria-describedby': described } : {}),
      })}
      {hint && (
        <p className="atrium-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="atrium-field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
