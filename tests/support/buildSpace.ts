import type { Form, FormSubmission, Media, Page, SiteSetting, Tenant, User } from '@/payload-types'

import { asPlatform } from './actors'
import { buildForm } from './buildForm'
import { buildMedia } from './buildMedia'
import { buildPage } from './buildPage'
import { buildTenant } from './buildTenant'
import { buildUser } from './buildUser'
import { testPayload } from './usePayload'

/** A tenant that uses everything: one document in each collection, each referring to the others. */
export interface Space {
  readonly tenant: Tenant
  readonly editor: User
  readonly media: Media
  readonly page: Page
  readonly form: Form
  readonly lead: FormSubmission
  readonly settings: SiteSetting
}

export async function buildSpace(): Promise<Space> {
  const tenant = await buildTenant()
  const editor = await buildUser({ tenant, role: 'owner' })
  const media = await buildMedia({ tenant })
  const form = await buildForm({ tenant })
  const page = await buildPage({
    tenant,
    meta: { image: media.id },
    layout: [{ blockType: 'image', image: media.id, size: 'wide', tone: 'plain' }],
  })
  const payload = testPayload()
  const lead = await asPlatform()(() =>
    payload.create({
      collection: 'form-submissions',
      depth: 0,
      data: {
        tenant: tenant.id,
        form: form.id,
        submissionData: [{ field: 'email', value: 'lead@example.test' }],
      },
    }),
  )
  const settings = await asPlatform()(() =>
    payload.create({
      collection: 'site-settings',
      depth: 0,
      data: {
        tenant: tenant.id,
        siteName: tenant.name,
        logo: media.id,
        theme: { primary: '#1f5f5b', accent: '#c8643c', surface: '#fbfaf7', text: '#1c2321' },
        header: { items: [{ link: { type: 'page', label: 'Start', page: page.id } }] },
      },
    }),
  )
  return { tenant, editor, media, page, form, lead, settings }
}
