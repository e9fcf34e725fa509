const store: Record<symbol, unknown> = globalThis as never

/**
 * One of a thing per process. The build bundles pages and routes apart, each with its own copy of a module, while Payload
 * lives once: what they share must not live in a module.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`atrium.${name}`)
  return (store[key] ??= make()) as T
}
