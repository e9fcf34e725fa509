import sharp from 'sharp'

/** What tests send: complete documents, each small. */

const text = (value: string) => ({
  type: 'text',
  text: value,
  format: 0,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
})

const paragraph = (children: unknown[]) => ({
  type: 'paragraph',
  format: '',
  indent: 0,
  version: 1,
  direction: 'ltr',
  textFormat: 0,
  children,
})

const root = (children: unknown[]) => ({
  root: { type: 'root', format: '', indent: 0, version: 1, direction: 'ltr', children },
})

export const richText = (value: string) => root([paragraph([text(value)])])

/** Rich text whose only word is a link to a document of the space. */
export const richTextLink = (value: string, page: string) =>
  root([
    paragraph([
      {
        type: 'link',
        version: 3,
        format: '',
        indent: 0,
        direction: 'ltr',
        id: '65f0a0a0a0a0a0a0a0a0a0a0',
        fields: { linkType: 'internal', newTab: false, doc: { relationTo: 'pages', value: page } },
        children: [text(value)],
      },
    ]),
  ])

export const theme = { primary: '#1f5f5b', accent: '#c8643c', surface: '#fbfaf7', text: '#1c2321' }

export const png = (width = 8, height = width): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#1f5f5b' } })
    .png()
    .toBuffer()

interface Upload {
  readonly data: Buffer
  readonly name: string
  readonly type?: string
  readonly fields?: Readonly<Record<string, unknown>>
}

/** A multipart body as the admin sends it. */
export function upload({ data, name, type = 'image/png', fields = {} }: Upload): FormData {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'A green square', ...fields }))
  form.set('file', new Blob([new Uint8Array(data)], { type }), name)
  return form
}

export const formOf = (title: string) => ({
  title,
  confirmationType: 'message',
  confirmationMessage: richText('Thank you, we have it.'),
  fields: [
    { blockType: 'text', name: 'name', label: 'Name', required: true },
    { blockType: 'email', name: 'email', label: 'E-mail', required: true },
    { blockType: 'textarea', name: 'message', label: 'Message' },
  ],
})

/** The same form, and a plan if there is one: up to two files of a megabyte each. */
export const filesFormOf = (title: string) => ({
  ...formOf(title),
  fields: [
    ...formOf(title).fields,
    {
      blockType: 'file',
      name: 'plan',
      label: 'Floor plan',
      accept: ['pdf', 'images'],
      maxSize: 1,
      maxFiles: 2,
    },
  ],
})

export interface SentFile {
  readonly data: Buffer
  readonly name: string
  /** What the browser says that it is. */
  readonly type?: string
}

/** Answers and files as a browser sends them. */
export function filled(
  values: Readonly<Record<string, string>>,
  files: Readonly<Record<string, readonly SentFile[]>>,
): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  for (const [field, sent] of Object.entries(files))
    for (const { data, name, type = 'application/pdf' } of sent)
      form.append(field, new Blob([new Uint8Array(data)], { type }), name)
  return form
}
