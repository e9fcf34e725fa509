import { type BsonDocument, type BsonValue } from '@/import/bson/BsonValue'
import { writeExtendedJson } from '@/import/bson/writeExtendedJson'

export type ExportForm = 'canonical' | 'relaxed' | 'v1'
export type ExportLayout = 'lines' | 'list' | 'pretty' | 'pretty list'

export interface ExportOptions {
  readonly form?: ExportForm
  readonly layout?: ExportLayout
  readonly bom?: boolean
  readonly crlf?: boolean
}

/** The text that `mongoexport` writes, with `--jsonFormat`, `--jsonArray` and `--pretty`, and what editors make of it. */
export function buildExport(
  documents: readonly BsonDocument[],
  { bom = false, crlf = false, form = 'canonical', layout = 'lines' }: ExportOptions = {},
): string {
  const texts = documents.map((document) => write(document, form))
  const lines = layouts[layout](texts)
  return (bom ? '\ufeff' : '') + (crlf ? lines.replaceAll('\n', '\r\n') : lines)
}

const layouts: Readonly<Record<ExportLayout, (texts: readonly string[]) => string>> = {
  lines: (texts) => texts.map((text) => `${text}\n`).join(''),
  list: (texts) => `[${texts.join(',')}]\n`,
  pretty: (texts) => texts.map((text) => `${indent(text)}\n`).join(''),
  'pretty list': (texts) => `[${texts.map(indent).join(',\n')}]\n`,
}

/** With a tab for each level, as `--pretty` does it: text is text, so that neither numbers nor duplicate keys change. */
function indent(json: string): string {
  let depth = 0
  return json.replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g, (token, at: number) => {
    if (token === ':') return ': '
    if (token === ',') return `,\n${'\t'.repeat(depth)}`
    if (token === '{' || token === '[') {
      depth += 1
      return /^[}\]]/.test(json.slice(at + 1)) ? token : `${token}\n${'\t'.repeat(depth)}`
    }
    if (token !== '}' && token !== ']') return token
    depth -= 1
    return /[{[]$/.test(json.slice(0, at)) ? token : `\n${'\t'.repeat(depth)}${token}`
  })
}

function write(value: BsonValue, form: ExportForm): string {
  if (form === 'canonical') return writeExtendedJson(value).json
  switch (value.type) {
    case 'object':
      return `{${[...value.entries()].map(([key, one]) => `${JSON.stringify(key)}:${write(one, form)}`).join(',')}}`
    case 'array':
      return `[${value.items.map((item) => write(item, form)).join(',')}]`
    case 'int':
      return String(value.value)
    case 'double':
      return writeDouble(value.value, value)
    case 'long':
      return form === 'relaxed' ? String(value.value) : `{"$numberLong":"${value.value}"}`
    case 'date':
      return writeDate(value.millis, form)
    case 'javascriptWithScope':
      return `{"$code":${JSON.stringify(value.code)},"$scope":${write(value.scope, form)}}`
    case 'binData':
      return form === 'v1'
        ? `{"$binary":"${Buffer.from(value.bytes).toString('base64')}","$type":"${value.subtype.toString(16).padStart(2, '0')}"}`
        : writeExtendedJson(value).json
    case 'regex':
      return form === 'v1'
        ? `{"$regex":${JSON.stringify(value.pattern)},"$options":${JSON.stringify(value.options)}}`
        : writeExtendedJson(value).json
    default:
      return writeExtendedJson(value).json
  }
}

function writeDouble(value: number, whole: BsonValue): string {
  if (!Number.isFinite(value)) return writeExtendedJson(whole).json
  if (Object.is(value, -0)) return '-0.0'
  const text = String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

const YEAR_10000 = 253_402_300_800_000n

function writeDate(millis: bigint, form: ExportForm): string {
  if (millis >= 0n && millis < YEAR_10000)
    return `{"$date":"${new Date(Number(millis)).toISOString()}"}`
  return form === 'v1' ? `{"$date":${millis}}` : `{"$date":{"$numberLong":"${millis}"}}`
}
