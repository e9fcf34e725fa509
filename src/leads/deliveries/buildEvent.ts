import type { Delivery, Form, FormSubmission, LeadFile } from '@/payload-types'

import { describeLeadFile } from '../files/storedLeadFile'

/** What a webhook gets: the same for every try of a delivery. */
export const buildEvent = (
  delivery: Pick<Delivery, 'id'>,
  form: Pick<Form, 'id' | 'title'>,
  lead: FormSubmission,
  files: readonly LeadFile[],
): string =>
  JSON.stringify({
    id: delivery.id,
    type: 'lead.created',
    lead: {
      id: lead.id,
      createdAt: lead.createdAt,
      locale: lead.locale ?? null,
      answers: Object.fromEntries(
        (lead.submissionData ?? []).map(({ field, value }) => [field, value]),
      ),
      files: files.map(describeLeadFile),
      consent: lead.consent?.givenAt
        ? { version: lead.consent.version, givenAt: lead.consent.givenAt }
        : null,
    },
    form: { id: form.id, title: form.title },
  })
