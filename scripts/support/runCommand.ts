import { CommandError } from './CommandError'

/** The last line of every command: a readable failure with the next step, and an honest exit code. */
export function runCommand(command: () => Promise<number | void>): void {
  command().then(
    (code) => process.exit(code ?? 0),
    (error: unknown) => {
      printFailure(error)
      process.exit(1)
    },
  )
}

export function printFailure(error: unknown): void {
  if (error instanceof CommandError) {
    console.error(`\n${error.message}`)
    if (error.hint !== undefined) console.error(`\n  → ${error.hint}`)
  } else {
    console.error(error)
  }
}
