import { BsonError } from './BsonError'
import { MAX_DEPTH, MAX_VALUES } from './bsonLimits'
import { adoptText } from './bsonText'
import { BsonDocument, EMPTY_DOCUMENT, type BsonValue } from './BsonValue'
import { depthOf } from './depthOf'
import { unescapeKey, unescapeText } from './escapeText'
import { unwrapExtended, type WrapperForms } from './unwrapExtended'

/**
 * Reads a document from Extended JSON: version 2, canonical or relaxed, and version 1 (strict mode), also mixed.
 *
 * Own code, because `JSON.parse` joins duplicate keys, moves keys like `1` to the front, and rounds the whole numbers beyond 2^53
 * that relaxed Extended JSON has for 64-bit integers.
 *
 * @throws BsonError with the index of the character at which it is wrong
 */
export function readExtendedJson(text: string): BsonDocument {
  return new JsonReader(text, 'all', adoptText, adoptText).readWhole()
}

/** Reads what `toJsonb` wrote, also after PostgreSQL has put the keys into its own order. */
export function readJsonb(text: string): BsonDocument {
  return new JsonReader(text, 'canonical', unescapeText, unescapeKey).readWhole()
}

const LOWEST_INT = -0x8000_0000n
const HIGHEST_INT = 0x7fff_ffffn
const LOWEST_LONG = -(2n ** 63n)
const HIGHEST_LONG = 2n ** 63n - 1n

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y

/** Words of their own. The last three are no JSON, and mongoexport before 3.0 wrote them. */
const WORDS: readonly (readonly [word: string, value: BsonValue])[] = [
  ['null', { type: 'null' }],
  ['true', { type: 'bool', value: true }],
  ['false', { type: 'bool', value: false }],
  ['NaN', { type: 'double', value: Number.NaN }],
  ['Infinity', { type: 'double', value: Number.POSITIVE_INFINITY }],
  ['-Infinity', { type: 'double', value: Number.NEGATIVE_INFINITY }],
]

const QUOTE = 0x22
const BACKSLASH = 0x5c
const DOLLAR = 0x24

class JsonReader {
  private at = 0
  private deepest = 0
  private values = 0

  constructor(
    private readonly json: string,
    private readonly forms: WrapperForms,
    private readonly textOf: (raw: string) => string,
    private readonly keyOf: (raw: string) => string,
  ) {}

  readWhole(): BsonDocument {
    this.skipSpace()
    if (this.json[this.at] !== '{') this.fail(this.at < this.json.length ? 'not a document' : ENDED)
    const document = this.value(1)
    if (document.type !== 'object') this.fail('a value, and not a document', 0)
    this.skipSpace()
    if (this.at < this.json.length) this.fail('text after the end of the document')
    // A wrapper is a level in JSON, and none in BSON.
    if (this.deepest > MAX_DEPTH && depthOf(document) > MAX_DEPTH)
      this.fail(`deeper than ${MAX_DEPTH} levels`, 0)
    return document
  }

  private fail(reason: string, offset = this.at): never {
    throw new BsonError(reason, offset)
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.json.charCodeAt(this.at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.at += 1
    }
  }

  private value(depth: number): BsonValue {
    this.values += 1
    // A wrapper is a value with up to two in it.
    if (this.values > 3 * MAX_VALUES) this.fail(`more than ${MAX_VALUES} values`)
    switch (this.json[this.at]) {
      case '{':
        return this.object(depth)
      case '[':
        return this.array(depth)
      case '"':
        return { type: 'string', value: this.textOf(this.string()) }
      default:
        return this.word() ?? this.number()
    }
  }

  private enter(depth: number): void {
    if (depth > 2 * MAX_DEPTH + 2) this.fail(`deeper than ${MAX_DEPTH} levels`)
    if (depth > this.deepest) this.deepest = depth
    this.at += 1
    this.skipSpace()
  }

  /** Whether the list or object goes on; if not, its end has been read. */
  private goesOn(end: string): boolean {
    this.skipSpace()
    const character = this.json[this.at]
    if (character !== ',' && character !== end) this.fail(this.unexpected(`“,” or “${end}”`))
    this.at += 1
    this.skipSpace()
    return character === ','
  }

  private unexpected(expected: string): string {
    return this.at < this.json.length ? `${expected} is missing` : ENDED
  }

  private object(depth: number): BsonValue {
    const start = this.at
    this.enter(depth)
    if (this.json[this.at] === '}') {
      this.at += 1
      return EMPTY_DOCUMENT
    }
    const keys: string[] = []
    const values: BsonValue[] = []
    let hasDollar = false
    do {
      if (this.json[this.at] !== '"') this.fail(this.unexpected('a name'))
      const key = this.string()
      if (key.includes('\0')) this.fail('U+0000 in a name')
      hasDollar ||= key.charCodeAt(0) === DOLLAR
      this.skipSpace()
      if (this.json[this.at] !== ':') this.fail(this.unexpected('“:”'))
      this.at += 1
      this.skipSpace()
      keys.push(key)
      values.push(this.value(depth + 1))
    } while (this.goesOn('}'))
    const wrapped = hasDollar
      ? unwrapExtended(keys, values, this.forms, (reason) => this.fail(reason, start))
      : undefined
    return wrapped ?? new BsonDocument(keys.map(this.keyOf), values)
  }

  private array(depth: number): BsonValue {
    this.enter(depth)
    if (this.json[this.at] === ']') {
      this.at += 1
      return { type: 'array', items: [] }
    }
    const items: BsonValue[] = []
    do items.push(this.value(depth + 1))
    while (this.goesOn(']'))
    return { type: 'array', items }
  }

  /** Reads what is between quotation marks, as JavaScript has it. */
  private string(): string {
    const start = this.at
    let at = start + 1
    let isPlain = true
    for (;;) {
      const code = this.json.charCodeAt(at)
      if (code === QUOTE) break
      if (code === BACKSLASH) {
        isPlain = false
        at += 1
      } else if (Number.isNaN(code)) this.fail(ENDED, this.json.length)
      else if (code < 0x20) this.fail('a control character in a text', at)
      at += 1
    }
    this.at = at + 1
    return isPlain
      ? this.json.slice(start + 1, at)
      : this.unescape(this.json.slice(start, at + 1), start)
  }

  private unescape(quoted: string, start: number): string {
    try {
      return String(JSON.parse(quoted))
    } catch {
      return this.fail('an escape that JSON does not have', start)
    }
  }

  private word(): BsonValue | undefined {
    const found = WORDS.find(([word]) => this.json.startsWith(word, this.at))
    if (found) this.at += found[0].length
    return found?.[1]
  }

  private number(): BsonValue {
    NUMBER.lastIndex = this.at
    const match = NUMBER.exec(this.json)
    if (!match) return this.fail(this.unexpected('a value'))
    this.at += match[0].length
    return numberOf(match[0], match[1] === undefined && match[2] === undefined)
  }
}

const ENDED = 'the text ends in the middle of a document'

function numberOf(text: string, isWhole: boolean): BsonValue {
  if (!isWhole || text === '-0') return { type: 'double', value: Number(text) }
  if (text.length < 10) return { type: 'int', value: Number(text) }
  const value = BigInt(text)
  if (value >= LOWEST_INT && value <= HIGHEST_INT) return { type: 'int', value: Number(text) }
  if (value >= LOWEST_LONG && value <= HIGHEST_LONG) return { type: 'long', value }
  return { type: 'double', value: Number(text) }
}
