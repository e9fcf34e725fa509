import type { DefaultServerCellComponentProps } from 'payload'

const NAMES: Readonly<Record<string, string>> = {
  owner: 'Owner',
  editor: 'Editor',
  author: 'Author',
  viewer: 'Viewer',
  member: 'Member',
}

/** A person's role, in the list of people. The database shows no role in a space that the reader is not in. */
export const RoleCell = ({ cellData }: DefaultServerCellComponentProps) => {
  const rows: unknown[] = Array.isArray(cellData) ? cellData : []
  const roles = rows.map((row) =>
    typeof row === 'object' && row !== null ? String(Reflect.get(row, 'role')) : '',
  )
  return [...new Set(roles)]
    .map((role) => NAMES[role] ?? '')
    .filter(Boolean)
    .join(', ')
}
