import type { UIFieldServerProps } from 'payload'

import { findUsages } from '@/usages/findUsages'
import type { Usage } from '@/usages/Usage'

import { adminPath } from './adminPath'
import { DeleteAnyway } from './usages/DeleteAnyway'

import './usages/usages.css'

const pathOf = ({ collection, id, trashed }: Usage): `/${string}` =>
  `/collections/${collection}/${trashed ? 'trash/' : ''}${id}`

const stateOf = ({ draft, trashed }: Usage): string =>
  trashed ? 'in the trash' : draft ? 'draft' : ''

/** What the rule for deleting is asked with when something goes to the trash. */
const TRASHED = { deletedAt: new Date(0).toISOString() }

/** Beside a medium, a page or a form: what refers to it. */
export const UsedBy = async ({ collectionSlug, data, id, payload, req }: UIFieldServerProps) => {
  const config = payload.config.collections.find(({ slug }) => slug === collectionSlug)
  if (!config || typeof id !== 'string') return null
  const isTrashed = Boolean(data.deletedAt)
  const document = { collection: config.slug, id }
  const { total, docs } = await findUsages(req, document, { asCaller: true, that: 'refer' })
  const mayDelete = await config.access.delete({ id, req, data: isTrashed ? {} : TRASHED })
  const that = isTrashed ? 'keep from deletion' : 'keep from trash'
  const kept = await findUsages(req, document, { asCaller: false, that })
  return (
    <section className="field-type atrium-usages" aria-label="Used by">
      <h3>Used by</h3>
      {total === 0 ? (
        <p className="atrium-usages__none">Nothing refers to this.</p>
      ) : (
        <ul>
          {docs.map((usage) => (
            <li key={`${usage.collection} ${usage.id}`}>
              <a href={adminPath(payload.config, pathOf(usage))}>{usage.title}</a>
              <span>
                {[labelOf(usage.collection), usage.field, stateOf(usage)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {total > docs.length && (
        <p className="atrium-usages__none">And {total - docs.length} more.</p>
      )}
      {kept.total > 0 && mayDelete !== false && (
        <DeleteAnyway collection={collectionSlug} id={id} to={isTrashed ? 'nowhere' : 'trash'} />
      )}
    </section>
  )

  function labelOf(slug: string): string {
    const singular = payload.config.collections.find((one) => one.slug === slug)?.labels.singular
    return typeof singular === 'string' ? singular : slug
  }
}
