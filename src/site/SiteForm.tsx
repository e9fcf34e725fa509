'use client'

import { useActionState } from 'react'

import type { Locale } from '@/locales/locales'

import type { CountryOption, FormDefinition, FormState } from './formDefinition'
import { FormView } from './FormView'
import { LOCALE_INPUT } from './honeypot'
import { submitFormAction } from './submitFormAction'

interface SiteFormProps {
  form: FormDefinition
  token: string
  idPrefix: string
  countries: CountryOption[]
  locale: Locale
}

/**
 * A form that answers in its place. Without JavaScript the browser sends it and gets the page back with the same answer:
 * the action and its state are React's progressive enhancement, nothing here waits for a script.
 */
export function SiteForm({ form, token, idPrefix, countries, locale }: SiteFormProps) {
  const [state, action] = useActionState<FormState, FormData>(submitFormAction, {})
  return (
    <FormView
      locale={locale}
      form={form}
      action={action}
      state={state}
      idPrefix={idPrefix}
      countries={countries}
      hidden={
        <>
          <input type="hidden" name="form" value={String(form.id)} />
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name={LOCALE_INPUT} value={locale} />
        </>
      }
    />
  )
}
