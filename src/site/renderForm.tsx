import { issueFormToken } from '@/leads/formToken'
import type { Locale } from '@/locales/locales'

import type { CountryOption, FormDefinition } from './formDefinition'
import type { SiteContext } from './SiteContext'
import { SiteForm } from './SiteForm'

/** What a visitor's browser may know of a form: its questions, not whom it notifies. */
const publicPart = ({
  id,
  title,
  fields,
  submitButtonLabel,
  confirmationType,
  confirmationMessage,
  consent,
  captcha,
}: FormDefinition): FormDefinition => ({
  id,
  title,
  fields,
  submitButtonLabel,
  confirmationType,
  confirmationMessage,
  consent,
  captcha,
})

export const renderFormWith =
  (countries: CountryOption[], locale: Locale): NonNullable<SiteContext['renderForm']> =>
  (form, idPrefix) => (
    <SiteForm
      form={publicPart(form)}
      token={issueFormToken(String(form.id))}
      idPrefix={idPrefix}
      locale={locale}
      countries={form.fields?.some(({ blockType }) => blockType === 'country') ? countries : []}
    />
  )
