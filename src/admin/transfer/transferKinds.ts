/** What the panel says above each list that can be saved as a file, and read from one. */
export interface TransferKind {
  readonly formats: readonly ('csv' | 'json' | 'zip')[]
  readonly label: string
  readonly hint: string
  /** What rejected rows are known by, as the server calls it. */
  readonly columns: readonly { readonly key: string; readonly label: string }[]
}

export const TRANSFER_KINDS = {
  redirects: {
    formats: ['csv', 'json'],
    label: 'CSV or JSON file',
    hint: 'Columns from, to and type; in JSON a list of objects with these. Up to 10,000 rows and 1 MB, in UTF-8.',
    columns: [
      { key: 'from', label: 'From' },
      { key: 'to', label: 'To' },
    ],
  },
  pages: {
    formats: ['json', 'csv'],
    label: 'JSON or CSV file',
    hint: 'As an export has it. JSON holds whole pages; CSV has titles, addresses, status and texts for search engines, without blocks. Up to 2,000 pages and 20 MB. What the file leaves out stays as it is.',
    columns: [{ key: 'what', label: 'Page' }],
  },
  media: {
    formats: ['zip', 'json', 'csv'],
    label: 'ZIP, JSON or CSV file',
    hint: 'As an export has it: descriptions, captions and focal points. A ZIP brings the files, too: up to 200 that are not here yet. Up to 2,000 media.',
    columns: [{ key: 'what', label: 'File' }],
  },
} as const satisfies Record<string, TransferKind>

export type TransferSlug = keyof typeof TRANSFER_KINDS

export const isTransferSlug = (slug: string): slug is TransferSlug => slug in TRANSFER_KINDS
