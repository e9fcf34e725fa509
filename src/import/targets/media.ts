import { type LocalizedData, type Target } from './Target'
import { Findings } from './Findings'
import { fitText } from './fitText'
import { altOf } from './media/altOf'
import { defuseFilename } from './media/defuseFilename'
import { readUpload } from './media/readUpload'
import { type Found, isObject, textOf } from './plainValue'
import { Refusal, type TargetContext } from './Target'
import { translationsOf } from './translations'
import { ValueReader } from './ValueReader'
import { MEDIA_TYPES } from '@/collections/Media'

const MAX = 300
/** What Payload finds out by itself. */
const OF_THE_FILE = ['mimeType', 'filesize', 'width', 'height'] as const
/** Where the old system served it, and what it made of it. */
const OLD = ['url', 'thumbnailURL', 'sizes', 'prefix', 'thumbnail', 'src', 'path'] as const

/**
 * Pictures and files. With the folder of the uploads, a file goes through all that Payload does with one; without it, or where it is not there,
 * the row says what the source said of it. Nothing is ever fetched.
 */
export const media: Target = {
  slug: 'media',
  through: 'adapter',
  prepare: async (values, context) => {
    const findings = new Findings()
    const reader = new ValueReader(values, findings)
    const named = reader.take('filename', 'fileName', 'file_name', 'name')
    const filename = named && defuseFilename(named, findings)
    if (filename === undefined && !context.existing) throw new Refusal('a file without a name')
    const upload =
      named && filename !== undefined
        ? await readUpload(
            context.files,
            { given: named, filename, folders: foldersOf(context) },
            findings,
          )
        : undefined
    const facts = factsIn(reader, findings)
    const focal = {
      ...percent('focalX', reader.take('focalX'), findings),
      ...percent('focalY', reader.take('focalY'), findings),
    }
    for (const name of OLD) {
      const found = reader.take(name)
      if (found)
        findings.keep(found.path, found.value, 'where the old system had it; nothing is fetched')
    }
    const alts = translationsOf(reader.take('alt', 'altText', 'title'), context.locales, findings)
    const captions = translationsOf(
      reader.take('caption', 'description'),
      context.locales,
      findings,
    )
    const [main, ...others] = context.locales
    const textsIn = (locale: typeof main) => {
      const [alt, caption] = [
        textIn(alts.get(locale), findings),
        textIn(captions.get(locale), findings),
      ]
      return { ...(alt && { alt }), ...(caption && { caption }) }
    }
    const texts = textsIn(main)
    const alt = texts.alt ?? firstText(alts, findings) ?? (filename && altOf(filename, findings))
    reader.keepRest()
    const translated = others.flatMap((locale): LocalizedData[] => {
      const data = textsIn(locale)
      return Object.keys(data).length === 0 ? [] : [{ locale, data: { alt, ...data } }]
    })
    // What Payload knows of a file that it has is not to be overwritten.
    if (upload || context.existing)
      for (const name of OF_THE_FILE)
        if (facts[name] !== undefined) findings.note(name, 'is found in the file itself')
    if (!upload && context.existing && named)
      findings.note(named.path, 'the row keeps the file that it has')
    const ofFile = upload || context.existing ? {} : { filename, ...facts, prefix: context.tenant }
    const row = {
      ...ofFile,
      ...focal,
      ...texts,
      ...(alt && { alt }),
    }
    const { unmapped, notes } = findings
    return {
      languages: [{ locale: main, data: row }, ...translated],
      through: upload ? 'api' : 'adapter',
      ...(upload && { file: upload }),
      unmapped,
      notes,
    }
  },
}

/** A text, or what is left of one that the editor wrote. */
function textIn(found: Found | undefined, findings: Findings): string | undefined {
  if (!found) return undefined
  if (!isObject(found.value) && !Array.isArray(found.value))
    return fitText(found, findings, { max: MAX })
  findings.keep(found.path, found.value, 'is no plain text')
  return undefined
}

function firstText(texts: ReadonlyMap<string, Found>, findings: Findings): string | undefined {
  for (const found of texts.values()) {
    const text = textIn(found, findings)
    if (text === undefined) continue
    findings.note(found.path, 'is not there in the main language, and stands in for it')
    return text
  }
  return undefined
}

/** What the source says of a file that is not at hand. */
function factsIn(reader: ValueReader, findings: Findings): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const name of OF_THE_FILE) {
    const found = reader.take(name)
    if (!found) continue
    const isRight =
      name === 'mimeType'
        ? MEDIA_TYPES.includes(textOf(found.value) ?? '')
        : typeof found.value === 'number' && found.value >= 0 && Number.isFinite(found.value)
    if (isRight) facts[name] = found.value
    else findings.keep(found.path, found.value, 'is nothing that a file here has')
  }
  return facts
}

function percent(
  field: string,
  found: Found | undefined,
  findings: Findings,
): Record<string, number> {
  if (!found) return {}
  const { path, value } = found
  if (typeof value !== 'number' || !(value >= 0 && value <= 100)) {
    findings.keep(path, value, 'is no number from 0 to 100')
    return {}
  }
  if (!Number.isInteger(value)) findings.note(path, `becomes ${Math.round(value)}`)
  return { [field]: Math.round(value) }
}

/** Where the files of a space may lie: in a folder of its own, called as it is here or was there, or in that of all. */
const foldersOf = ({ tenantName, tenantSlug }: TargetContext): string[] => [
  ...[tenantSlug, tenantName].flatMap((name) =>
    name !== undefined && /^[\w-]+$/.test(name) ? [name] : [],
  ),
  '',
]
