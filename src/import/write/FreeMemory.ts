import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** A batch leaves some megabytes behind: looking at each would cost more than it frees. */
const EVERY = 3 * 1024 * 1024

/**
 * Gives memory back while an import reads: Node waits until a machine of some size is full of what nobody needs any more, and an import is
 * meant to need the same however much it reads. A limit of the heap would do it too, and end an import at a document of 16 MB.
 */
export class FreeMemory {
  private last = 0
  private readonly collect: () => void

  constructor() {
    setFlagsFromString('--expose-gc')
    const found: unknown = runInNewContext('globalThis.gc')
    this.collect =
      typeof found === 'function' ? () => void Reflect.apply(found, undefined, []) : () => {}
  }

  /** Told how many bytes of a file have been read. */
  at(bytes: number): void {
    if (Math.abs(bytes - this.last) < EVERY) return
    this.last = bytes
    this.collect()
  }
}
