import type { FormFieldDefinition } from '@/site/formDefinition'
import { wordsOf, type Words } from '@/site/words'

interface FileType {
  /** What the content is found to be; the first is what the file is served as. */
  readonly mimes: readonly [string, ...string[]]
  /** The first is what the file gets, whatever its name said. */
  readonly extensions: readonly [string, ...string[]]
  /** Has no signature: known by its name, and by holding nothing but text. */
  readonly text?: true
}

interface FileKind {
  readonly value: keyof Words['kinds']
  /** For those who make forms. */
  readonly label: string
  readonly types: readonly FileType[]
}

const OPEN = 'application/vnd.oasis.opendocument'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/**
 * What a form may ask for, each known by its content. Not among it: whatever runs in a browser (HTML, SVG, XML), archives and
 * programs, Office files with macros, and the old Office formats, which by their content could be an installer.
 */
export const FILE_KINDS: readonly FileKind[] = [
  {
    value: 'images',
    label: 'Pictures (JPEG, PNG, WebP, GIF, AVIF, HEIC)',
    types: [
      { mimes: ['image/jpeg'], extensions: ['jpg', 'jpeg'] },
      { mimes: ['image/png', 'image/apng'], extensions: ['png'] },
      { mimes: ['image/webp'], extensions: ['webp'] },
      { mimes: ['image/gif'], extensions: ['gif'] },
      { mimes: ['image/avif'], extensions: ['avif'] },
      { mimes: ['image/heic', 'image/heif'], extensions: ['heic', 'heif'] },
    ],
  },
  {
    value: 'pdf',
    label: 'PDF',
    types: [{ mimes: ['application/pdf'], extensions: ['pdf'] }],
  },
  {
    value: 'documents',
    label: 'Documents (DOCX, ODT, TXT)',
    types: [
      { mimes: [`${OFFICE}.wordprocessingml.document`], extensions: ['docx'] },
      { mimes: [`${OPEN}.text`], extensions: ['odt'] },
      { mimes: ['text/plain'], extensions: ['txt'], text: true },
    ],
  },
  {
    value: 'spreadsheets',
    label: 'Spreadsheets (XLSX, ODS, CSV)',
    types: [
      { mimes: [`${OFFICE}.spreadsheetml.sheet`], extensions: ['xlsx'] },
      { mimes: [`${OPEN}.spreadsheet`], extensions: ['ods'] },
      { mimes: ['text/csv'], extensions: ['csv'], text: true },
    ],
  },
  {
    value: 'presentations',
    label: 'Presentations (PPTX, ODP)',
    types: [
      { mimes: [`${OFFICE}.presentationml.presentation`], extensions: ['pptx'] },
      { mimes: [`${OPEN}.presentation`], extensions: ['odp'] },
    ],
  },
  {
    value: 'audio',
    label: 'Sound (MP3, M4A, OGG, WAV, FLAC)',
    types: [
      { mimes: ['audio/mpeg'], extensions: ['mp3'] },
      { mimes: ['audio/mp4', 'audio/x-m4a'], extensions: ['m4a'] },
      { mimes: ['audio/ogg', 'audio/ogg; codecs=opus'], extensions: ['ogg', 'oga', 'opus'] },
      { mimes: ['audio/wav'], extensions: ['wav'] },
      { mimes: ['audio/flac'], extensions: ['flac'] },
    ],
  },
  {
    value: 'video',
    label: 'Video (MP4, MOV, WebM)',
    types: [
      { mimes: ['video/mp4', 'video/x-m4v'], extensions: ['mp4', 'm4v'] },
      { mimes: ['video/quicktime'], extensions: ['mov'] },
      { mimes: ['video/webm'], extensions: ['webm'] },
    ],
  },
]

/** What a field takes that says nothing else. */
export const USUAL_KINDS: readonly string[] = ['pdf', 'images']

type Accepting = Pick<FormFieldDefinition, 'accept'>

const kindsOf = ({ accept }: Accepting): readonly FileKind[] => {
  const wanted = accept?.length ? accept : USUAL_KINDS
  return FILE_KINDS.filter(({ value }) => wanted.includes(value))
}

const typesOf = (field: Accepting): readonly FileType[] =>
  kindsOf(field).flatMap(({ types }) => types)

/** The `accept` of the input. A hint for the browser: what arrives is looked at. */
export const acceptOf = (field: Accepting): string =>
  typesOf(field)
    .flatMap(({ mimes, extensions }) => [mimes[0], ...extensions.map((one) => `.${one}`)])
    .join(',')

/** “PDF, pictures (JPEG, PNG) or documents (DOCX)”. */
export function describeKinds(field: Accepting, words: Words = wordsOf(undefined)): string {
  const kinds = kindsOf(field).map(({ value }) => words.kinds[value])
  const last = kinds.at(-1) ?? ''
  return kinds.length > 1 ? `${kinds.slice(0, -1).join(', ')} ${words.or} ${last}` : last
}

export const extensionOf = (name: string): string =>
  /\.([a-z\d]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''

/** The type that a field takes and that content of this kind is. */
export const typeOfContent = (field: Accepting, mime: string): FileType | undefined =>
  typesOf(field).find(({ mimes, text }) => !text && mimes.includes(mime))

/** The type that a field takes by a file's name alone, because its content has no signature. */
export const textTypeOfName = (field: Accepting, name: string): FileType | undefined =>
  typesOf(field).find(({ extensions, text }) => text && extensions.includes(extensionOf(name)))

/** Whether a name, or what a browser says of the content, is among what a field takes: to say so before anything is sent. */
export const looksAccepted = (
  field: Accepting,
  { name, type }: { readonly name: string; readonly type: string },
): boolean =>
  typesOf(field).some(
    ({ mimes, extensions }) => extensions.includes(extensionOf(name)) || mimes.includes(type),
  )

/** Every type that is ever stored, for the collection. */
export const STORED_TYPES: readonly string[] = FILE_KINDS.flatMap(({ types }) =>
  types.map(({ mimes }) => mimes[0]),
)
