import { env } from '@/env'
import { totalOf } from '@/leads/files/fileLimits'
import { issueUploadPermit, PERMIT } from '@/leads/files/uploadPermit'
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
  upload: uploadOf(id, fields ?? []),
})

function uploadOf(
  id: FormDefinition['id'],
  fields: NonNullable<FormDefinition['fields']>,
): FormDefinition['upload'] {
  const bytes = totalOf(fields, env().MAX_FORM_UPLOAD_BYTES)
  if (bytes === 0) return undefined
  return { bytes, href: `?${PERMIT}=${issueUploadPermit({ form: String(id), bytes })}` }
}

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
