import { issueFormToken } from '@/leads/formToken'

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
  (countries: CountryOption[]): NonNullable<SiteContext['renderForm']> =>
  (form, idPrefix) => (
    <SiteForm
      form={publicPart(form)}
      token={issueFormToken(String(form.id))}
      idPrefix={idPrefix}
      countries={form.fields?.some(({ blockType }) => blockType === 'country') ? countries : []}
    />
  )
