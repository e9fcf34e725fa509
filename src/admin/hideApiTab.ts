import type { CollectionConfig, DocumentTabCondition, Plugin } from 'payload'

const forPlatformStaff: DocumentTabCondition = ({ req }) =>
  req.user?.platformRole === 'platform-admin'

/** The tab that shows a document as the API does is for platform staff: content managers have no use for it. */
export const hideApiTab: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map(withoutApiTab),
})

function withoutApiTab(collection: CollectionConfig): CollectionConfig {
  const { components } = collection.admin ?? {}
  // Assigned, not spread: the types of Payload 3.90 ask for a component and a path of every view that is written out.
  const edit = Object.assign(
    { ...components?.views?.edit },
    { api: { tab: { condition: forPlatformStaff } } },
  )
  return {
    ...collection,
    admin: {
      ...collection.admin,
      components: { ...components, views: { ...components?.views, edit } },
    },
  }
}
