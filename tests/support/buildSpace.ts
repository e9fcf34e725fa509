import { randomUUID } from 'node:crypto'

import type {
  Delivery,
  Erasure,
  Form,
  FormSubmission,
  LeadFile,
  Media,
  Page,
  Redirect,
  SiteSetting,
  Tenant,
  User,
} from '@/payload-types'

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
  readonly leadFile: LeadFile
  readonly redirect: Redirect
  readonly delivery: Delivery
  readonly erasure: Erasure
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
        status: 'new',
        assignee: editor.id,
        notes: [{ text: 'Call back' }],
        submissionData: [{ field: 'email', value: 'lead@example.test' }],
      },
    }),
  )
  const leadFile = await asPlatform()(() =>
    payload.create({
      collection: 'lead-files',
      depth: 0,
      data: {
        tenant: tenant.id,
        lead: lead.id,
        field: 'plan',
        name: 'Plan.pdf',
        filename: `${randomUUID()}.pdf`,
        mimeType: 'application/pdf',
        prefix: `${tenant.id}/leads`,
      },
    }),
  )
  const redirect = await asPlatform()(() =>
    payload.create({
      collection: 'redirects',
      depth: 0,
      data: {
        tenant: tenant.id,
        from: '/old',
        to: { type: 'reference', reference: page.id },
        type: '301',
        origin: 'manual',
      },
    }),
  )
  const delivery = await asPlatform()(() =>
    payload.create({
      collection: 'deliveries',
      depth: 0,
      data: {
        tenant: tenant.id,
        lead: lead.id,
        form: form.id,
        kind: 'notification',
        target: 'desk@example.test',
        state: 'sent',
      },
    }),
  )
  const erasure = await asPlatform()(() =>
    payload.create({
      collection: 'erasures',
      depth: 0,
      data: { tenant: tenant.id, formTitle: form.title, reason: 'person', leads: 1, deliveries: 0 },
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
  await asPlatform()(async () => {
    const about = { tenant: tenant.id, page: page.id }
    await payload.create({ collection: 'comments', data: { ...about, text: 'Nice' } })
    await payload.create({ collection: 'reviews', data: { ...about, state: 'approved' } })
    await payload.create({
      collection: 'notifications',
      data: { ...about, recipient: editor.id, kind: 'comment', text: 'Somebody said something' },
    })
    const { docs } = await payload.find({
      collection: 'search-documents',
      limit: 1,
      where: { documentId: { equals: page.id } },
    })
    await payload.create({
      collection: 'page-embeddings',
      data: {
        ...about,
        entry: docs[0]?.id ?? '',
        locale: 'en',
        model: 'a model',
        hash: 'a hash',
        writtenAt: new Date().toISOString(),
      },
    })
    await payload.create({
      collection: 'teams',
      data: { tenant: tenant.id, name: 'Front desk', members: [editor.id] },
    })
    const imported = { tenant: tenant.id, hash: 'x', madeBy: 'x', writtenBy: 'x', sourceId: '1' }
    await payload.create({
      collection: 'documents',
      data: { ...imported, sourceCollection: 'bookings', data: { room: 'A' }, complete: true },
    })
    const row = { rowCollection: 'pages', rowId: page.id }
    await payload.create({
      collection: 'import-rows',
      data: { ...imported, ...row, sourceCollection: 'pages', rowHash: 'x' },
    })
    await payload.create({
      collection: 'import-changes',
      data: { ...row, tenant: tenant.id, import: tenant.id },
    })
  })
  return {
    tenant,
    editor,
    media,
    page,
    form,
    lead,
    leadFile,
    redirect,
    delivery,
    erasure,
    settings,
  }
}
