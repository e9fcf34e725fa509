import type { Delivery, Form, FormSubmission } from '@/payload-types'

/** What a webhook gets: the same for every try of a delivery. */
export const buildEvent = (
  delivery: Pick<Delivery, 'id'>,
  form: Pick<Form, 'id' | 'title'>,
  lead: FormSubmission,
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
      consent: lead.consent?.givenAt
        ? { version: lead.consent.version, givenAt: lead.consent.givenAt }
        : null,
    },
    form: { id: form.id, title: form.title },
  })
