import type { Payload } from 'payload'

import type { SiteSetting, User } from '@/payload-types'

import { asSystem } from './asSystem'
import type { Author, SpaceSeed } from './content/types'
import type { Report } from './report'
import { seedForms } from './seedForms'
import { seedLeads } from './seedLeads'
import { seedPages } from './seedPages'
import { translateWords } from './translateWords'
import { withIds } from './withIds'

const byEmail = (users: readonly User[], slug: string, role: Author): User => {
  const email = `${role}@${slug}.test`
  const user = users.find((one) => one.email === email)
  if (!user) throw new Error(`The demo has no account ${email}`)
  return user
}

/**
 * Whether a space has been filled. Its site settings are written last, so a seed that was interrupted goes on where it
 * stopped, and what people change or remove afterwards stays changed and removed.
 */
export async function isFilled(payload: Payload, tenant: string): Promise<boolean> {
  const { totalDocs } = await payload.count({
    ...asSystem,
    collection: 'site-settings',
    where: { tenant: { equals: tenant } },
  })
  return totalDocs > 0
}

/** Everything in a space but its pictures, which take longest and need nobody. */
export async function seedSpace(
  payload: Payload,
  {
    tenant,
    space,
    users,
    pictures,
    report,
  }: {
    tenant: string
    space: SpaceSeed
    users: readonly User[]
    pictures: ReadonlyMap<string, string>
    report: Report
  },
): Promise<void> {
  const { slug } = space.tenant
  const writers = {
    owner: byEmail(users, slug, 'owner'),
    editor: byEmail(users, slug, 'editor'),
    author: byEmail(users, slug, 'author'),
  }
  const forms = await seedForms(payload, tenant, space, report)
  const pages = await seedPages(payload, { tenant, space, writers, pictures, forms, report })
  await seedLeads(payload, { tenant, space, writers, forms, report })
  const settings = withIds({ pictures, forms, pages })(space.settings) as Omit<
    SiteSetting,
    'id' | 'createdAt' | 'updatedAt'
  >
  const made = await payload.create({
    ...asSystem,
    collection: 'site-settings',
    data: { ...settings, tenant },
  })
  if (!space.translation) return
  const { tagline, description, header, footer } = made
  await payload.update({
    ...asSystem,
    collection: 'site-settings',
    id: made.id,
    locale: space.translation.locale,
    data: translateWords({ tagline, description, header, footer }, space.translation.words),
  })
}
