import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Looking for less costs more than it frees. */
const WORTHWHILE = 40 * 1024 * 1024
/** Milliseconds. */
const INTERVAL = 50

/**
 * Gives memory back while `work` runs. Node waits until a machine of some size is full of what nobody needs any more, and an import is
 * meant to need the same however much it reads. A limit of the heap would do it too, and end an import at a document of 16 MB.
 *
 * @throws what `work` throws
 */
export async function freeMemory<T>(work: () => Promise<T>): Promise<T> {
  const collect = collector()
  let left = used()
  const timer = setInterval(() => {
    if (used() - left < WORTHWHILE) return
    collect()
    left = used()
  }, INTERVAL)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** Bytes of objects, and of what they hold outside of the heap: what is still needed, and what is not. */
function used(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics()
  return heap + outside
}

/** V8's own, which Node hides unless it is started with a flag. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const found: unknown = runInNewContext('globalThis.gc')
  return typeof found === 'function' ? () => void Reflect.apply(found, undefined, []) : () => {}
}
