/**
 * `npm run docs:environment [-- --check]`: writes docs/environment.md from src/env.ts; with `--check` it fails when the file
 * is not what the sources say, and writes nothing.
 *
 * When: after every change of src/env.ts. Needs no settings. Undo: take the file from version control.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'

import { format, resolveConfig } from 'prettier'
import { z } from 'zod'

import { variables } from '../src/env'
import { CommandError } from './support/CommandError'
import { projectRoot } from './support/projectPaths'
import { runCommand } from './support/runCommand'

const file = path.join(projectRoot, 'docs/environment.md')

/** What commands read besides, before there is a checked environment; see scripts/support/environment.ts. */
const COMMANDS = {
  PORT: 'The port of `npm run demo`, `npm run dev` and the standalone server. The commands take the next free one. Default 3000.',
  HOSTNAME: 'The address that the standalone server listens on: `0.0.0.0` in a container.',
  NODE_OPTIONS:
    'Must contain `--conditions=production` for the standalone server, else Node 20 deadlocks while it loads the editor. The commands set it.',
  ATRIUM_DATA_DIR:
    'Where the commands keep the embedded database, passwords, uploads and logs. Default `.data`.',
  ADMIN_PASSWORD:
    'The password that `npm run admin:create` sets. Without it one is made up and printed.',
  CHROMIUM_PATH:
    'The browser of the browser tests. Default: the system’s, else the one that comes with an npm package.',
  CI: 'Progress of commands is printed line by line.',
}

type Fact = {
  type?: string
  enum?: string[]
  format?: string
  minLength?: number
  minimum?: number
  maximum?: number
}

const [INTRO, COMMANDS_INTRO] = [
  `Generated from src/env.ts by \`npm run docs:environment\`: change it there.

Settings are environment variables. They are checked once, at the first use; a wrong environment stops the process with one
report that names every fault. An empty variable counts as an unset one. \`npm run demo\`, \`npm run dev\` and \`npm test\` need
none: they make up what is missing.`,
  'Read by the commands and by the server itself:',
]

function describeValues({
  type,
  enum: values,
  format: kind,
  minLength,
  minimum,
  maximum,
}: Fact): string {
  if (values) return values.map((value) => `\`${value}\``).join(', ')
  if (type === 'integer' || type === 'number') return `${minimum ?? ''}–${maximum ?? ''}`
  if (kind === 'uri') return 'URL'
  return minLength === undefined ? 'text' : `text, ${minLength} characters or more`
}

function describeDefault(schema: z.ZodType): string {
  const result = schema.safeParse(undefined)
  if (!result.success) return '**required**'
  return result.data === undefined ? '' : `\`${String(result.data)}\``
}

/** Pipes end a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

async function build(): Promise<string> {
  const rows = Object.entries(variables).map(([name, schema]) => {
    if (!schema.description)
      throw new CommandError(`${name} has no description.`, 'add .describe() in src/env.ts')
    const fact = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Fact
    return `| \`${name}\` | ${cell(schema.description)} | ${describeValues(fact)} | ${describeDefault(schema)} |`
  })
  const commands = Object.entries(COMMANDS).map(([name, text]) => `| \`${name}\` | ${cell(text)} |`)
  const text = [
    '# Environment',
    INTRO,
    ['| variable | meaning | values | default |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    COMMANDS_INTRO,
    ['| variable | meaning |', '| --- | --- |', ...commands].join('\n'),
  ].join('\n\n')
  return format(text, { ...(await resolveConfig(file)), parser: 'markdown' })
}

runCommand(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
  const text = await build()
  if (!values.check) return writeFile(file, text)
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return
  throw new CommandError(
    'docs/environment.md is not what src/env.ts says.',
    'npm run docs:environment',
  )
})
