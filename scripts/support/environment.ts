/** Scripts run before `src/env.ts` can be satisfied, so they read the environment here, and only here. */
export function readEnvironment(name: string): string | undefined {
  const value = process.env[name]?.trim()
  return value === '' ? undefined : value
}

/** The environment for a child process: ours, with changes. `undefined` takes a variable away. */
export function childEnvironment(changes: Record<string, string | undefined>): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) Reflect.deleteProperty(environment, name)
    else environment[name] = value
  }
  return environment
}

/** The names of the variables that begin with `prefix`, each set to nothing: for `childEnvironment`. */
export function withoutPrefix(prefix: string): Record<string, undefined> {
  const names = Object.keys(process.env).filter((name) => name.startsWith(prefix))
  return Object.fromEntries(names.map((name) => [name, undefined]))
}

/**
 * Without `--conditions=production`, lexical's node build deadlocks Node 20's module loader and the
 * process ends silently with exit code 0.
 */
export const payloadNodeOptions = '--no-deprecation --conditions=production'
