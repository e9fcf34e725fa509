import type { DefaultServerCellComponentProps } from 'payload'

/** Leads from a job in the list to the document that it is about. */
export const JobDocument = ({ cellData, payload }: DefaultServerCellComponentProps) => {
  const [slug, id] = typeof cellData === 'string' ? cellData.split('/') : []
  const collection = payload.config.collections.find((one) => one.slug === slug)
  if (!collection || !id) return null
  const { singular } = collection.labels
  return (
    <a href={`${payload.config.routes.admin}/collections/${collection.slug}/${id}`}>
      {typeof singular === 'string' ? singular : collection.slug}
    </a>
  )
}
