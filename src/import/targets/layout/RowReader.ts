import { type Findings } from '../Findings'
import { fieldOf, type Found, isEmpty, isObject, type PlainObject } from '../plainValue'

interface Layer {
  readonly path: string
  readonly value: PlainObject
}

/** In which some editors keep what is in a block: `{ type, data: { … } }`. */
const INNER = ['data', 'props', 'attributes', 'attrs', 'fields', 'settings', 'values']

/** A path without a beginning is that of the values themselves. */
const pathIn = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/** A row of a source, of which each field is taken, or kept. What lies in an object of its own counts as the row’s. */
export class RowReader {
  private readonly taken = new Set<string>()
  private readonly layers: readonly Layer[]
  private readonly offered = new Map<string, Found>()

  constructor(
    readonly path: string,
    row: PlainObject,
    own: readonly string[] = [],
  ) {
    const inner = INNER.flatMap((name): Layer[] => {
      const value = own.includes(name) ? undefined : fieldOf(row, name)
      if (!isObject(value) || isObject(fieldOf(value, 'root'))) return []
      const at = pathIn(path, name)
      this.taken.add(at)
      return [{ path: at, value }]
    })
    this.layers = [{ path, value: row }, ...inner]
  }

  /** Puts what was taken elsewhere in the place of a field that the row does not have. */
  offer(name: string, found: Found): void {
    this.offered.set(name, found)
  }

  /** The first of some fields that says something and that nobody has taken. */
  take(...names: readonly string[]): Found | undefined {
    for (const name of names) {
      const offered = this.offered.get(name)
      if (offered) return offered
    }
    const found = this.peek(...names)
    if (found) this.taken.add(found.path)
    return found
  }

  peek(...names: readonly string[]): Found | undefined {
    for (const name of names)
      for (const layer of this.layers) {
        const [value, path] = [fieldOf(layer.value, name), pathIn(layer.path, name)]
        if (value !== undefined && !isEmpty(value) && !this.taken.has(path)) return { path, value }
      }
    return undefined
  }

  /** Keeps what nobody took. */
  keepRest(findings: Findings, reason: string): void {
    for (const layer of this.layers)
      for (const [name, value] of Object.entries(layer.value)) {
        const path = pathIn(layer.path, name)
        if (value !== undefined && !isEmpty(value) && !this.taken.has(path))
          findings.keep(path, value, reason)
      }
  }
}
