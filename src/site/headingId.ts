/** Ids come from Payload's rows, but a draft that was imported may hold anything. */
export const headingId = ({ id }: { id?: string | null }) =>
  id ? `h-${id.replace(/[^\w-]/g, '')}` : undefined
