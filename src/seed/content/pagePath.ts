/** The slug and the parent's path that make up a path. */
export const splitPath = (path: string): { slug: string; parent: string | undefined } => {
  if (path === '/') return { slug: 'home', parent: undefined }
  const end = path.lastIndexOf('/')
  return { slug: path.slice(end + 1), parent: end > 0 ? path.slice(0, end) : undefined }
}
