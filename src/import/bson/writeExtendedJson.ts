import { type BsonDocument, type BsonArray, type BsonOf, type BsonValue } from './BsonValue'
import { decimalText, hasDecimalText } from './decimalText'
import { countKey, escapeFirst, escapeText, needsEscape } from './escapeText'
import { jsonPath } from './jsonPath'
import { type Loss, type LossKind } from './Loss'
import { isWrapperKey } from './unwrapExtended'

export interface Written {
  readonly json: string
  /** What reading `json` does not bring back as it was, or is written in a way of its own. */
  readonly losses: readonly Loss[]
}

/**
 * Canonical Extended JSON (version 2) as every MongoDB tool reads it. Duplicate keys, U+0000 and damaged texts (as `\udc80` to
 * `\udcff`) are all in it, and `readExtendedJson` reads them again.
 */
export const writeExtendedJson = (value: BsonValue): Written =>
  new ExtendedJsonWriter(false, false).written(value)

/**
 * The same for a JSONB column. What PostgreSQL refuses (U+0000, lone surrogates) or joins (duplicate keys) is escaped, as are
 * names that would be taken for types, so that `readJsonb` answers the same document. Only the order of keys is PostgreSQL's.
 */
export const toJsonb = (value: BsonValue): Written =>
  new ExtendedJsonWriter(true, false).written(value)

/** As `toJsonb`, with the keys of all objects sorted by their UTF-16 code units: one text for whatever comes out of JSONB. */
export const writeNormalForm = (value: BsonValue): string =>
  new ExtendedJsonWriter(true, true).written(value).json

class ExtendedJsonWriter {
  private readonly losses: Loss[] = []
  private readonly path: (string | number)[] = []

  constructor(
    private readonly escapes: boolean,
    private readonly sorts: boolean,
  ) {}

  written(value: BsonValue): Written {
    return { json: this.value(value), losses: this.losses }
  }

  private note(kind: LossKind): void {
    this.losses.push({ kind, path: jsonPath(this.path) })
  }

  private value(value: BsonValue): string {
    switch (value.type) {
      case 'object':
        return this.document(value)
      case 'array':
        return this.array(value)
      case 'string':
        return this.text(value.value)
      case 'double':
        return this.double(value)
      case 'int':
        return `{"$numberInt":"${value.value}"}`
      case 'long':
        return `{"$numberLong":"${value.value}"}`
      case 'decimal':
        return this.decimal(value)
      case 'bool':
        return value.value ? 'true' : 'false'
      case 'null':
        return 'null'
      case 'objectId':
        return `{"$oid":"${value.hex}"}`
      case 'date':
        return `{"$date":{"$numberLong":"${value.millis}"}}`
      case 'binData':
        return binary(value)
      case 'timestamp':
        return `{"$timestamp":{"t":${value.time},"i":${value.increment}}}`
      case 'regex':
        return `{"$regularExpression":{"pattern":${this.text(value.pattern)},"options":${this.text(value.options)}}}`
      case 'javascript':
        return `{"$code":${this.text(value.code)}}`
      case 'javascriptWithScope':
        return this.codeWithScope(value)
      case 'symbol':
        return `{"$symbol":${this.text(value.value)}}`
      case 'dbPointer':
        return `{"$dbPointer":{"$ref":${this.text(value.collection)},"$id":{"$oid":"${value.hex}"}}}`
      case 'undefined':
        return '{"$undefined":true}'
      case 'minKey':
        return '{"$minKey":1}'
      case 'maxKey':
        return '{"$maxKey":1}'
    }
  }

  private document({ keys, values }: BsonDocument): string {
    const seen = keys.length > 1 ? new Map<string, number>() : undefined
    const order = this.sorts ? sortedIndices(keys) : undefined
    let json = '{'
    for (let place = 0; place < keys.length; place += 1) {
      const index = order?.[place] ?? place
      const key = keys[index]
      const value = values[index]
      if (key === undefined || value === undefined) continue
      const nth = (seen?.get(key) ?? 0) + 1
      seen?.set(key, nth)
      this.path.push(key)
      json += `${place > 0 ? ',' : ''}${this.key(key, nth)}:${this.value(value)}`
      this.path.pop()
    }
    return `${json}}`
  }

  private array({ items, keys }: BsonArray): string {
    if (keys) this.note('array-keys')
    let json = '['
    for (const [index, item] of items.entries()) {
      this.path.push(index)
      json += (index > 0 ? ',' : '') + this.value(item)
      this.path.pop()
    }
    return `${json}]`
  }

  private key(key: string, nth: number): string {
    const isType = key.startsWith('$') && isWrapperKey(key, this.escapes ? 'canonical' : 'all')
    if (!this.escapes) {
      if (isType) this.note('ambiguous-key')
      return JSON.stringify(key)
    }
    if (nth === 1 && !isType && !needsEscape(key)) return JSON.stringify(key)
    const text = this.escaped(key)
    if (isType) this.note('type-key')
    if (nth > 1) this.note('duplicate-key')
    const typed = isType ? escapeFirst(text) : text
    return JSON.stringify(nth > 1 ? countKey(typed, nth) : typed)
  }

  private text(text: string): string {
    return JSON.stringify(this.escapes && needsEscape(text) ? this.escaped(text) : text)
  }

  private escaped(text: string): string {
    if (text.includes('\0')) this.note('nul-character')
    if (!text.isWellFormed()) this.note('invalid-utf8')
    if (text.includes('\u241b')) this.note('escape-character')
    return escapeText(text)
  }

  private double({ value, bits }: BsonOf<'double'>): string {
    if (bits !== undefined) this.note('nan-payload')
    return `{"$numberDouble":"${doubleText(value)}"}`
  }

  private decimal({ bytes }: BsonOf<'decimal'>): string {
    if (!hasDecimalText(bytes)) this.note('decimal-form')
    return `{"$numberDecimal":"${decimalText(bytes)}"}`
  }

  private codeWithScope({ code, scope }: BsonOf<'javascriptWithScope'>): string {
    const text = this.text(code)
    this.path.push('$scope')
    const json = `{"$code":${text},"$scope":${this.value(scope)}}`
    this.path.pop()
    return json
  }
}

/** Whole numbers have “.0”, as in `bson`: without it some readers would see an integer. */
function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  return Number.isInteger(value) ? value.toFixed(1) : String(value)
}

function binary({ bytes, subtype }: BsonOf<'binData'>): string {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return `{"$binary":{"base64":"${base64}","subType":"${subtype.toString(16).padStart(2, '0')}"}}`
}

/** Where the keys are once they are sorted. Sorting is stable, so fields of the same name stay in their order. */
function sortedIndices(keys: readonly string[]): number[] {
  const indices = Array.from(keys, (_, index) => index)
  return indices.sort((a, b) => compare(keys[a] ?? '', keys[b] ?? ''))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
