import { readFileSync } from 'node:fs'
import path from 'node:path'

import { projectRoot } from '../../../scripts/support/projectPaths'

export interface Instruction {
  readonly name: string
  readonly rest: string
}

export interface Stage {
  readonly name: string
  readonly from: string
  readonly instructions: readonly Instruction[]
}

export const dockerfileText = readFileSync(path.join(projectRoot, 'Dockerfile'), 'utf8')

/** The stages of the Dockerfile, with continued lines joined and comments left out. */
export function readStages(): Stage[] {
  const lines = dockerfileText
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const stages: { name: string; from: string; instructions: Instruction[] }[] = []
  for (const line of lines) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
    const [, from, alias] = name === 'FROM' ? (/^(\S+) AS (\w+)$/.exec(rest) ?? []) : []
    if (from !== undefined && alias !== undefined)
      stages.push({ name: alias, from, instructions: [] })
    else stages.at(-1)?.instructions.push({ name, rest: rest.replace(/\s+/g, ' ').trim() })
  }
  return stages
}

export function stageOf(name: string): Stage {
  const stage = readStages().find((one) => one.name === name)
  if (!stage) throw new Error(`The Dockerfile has no stage ${name}`)
  return stage
}

/** The instructions of one kind in a stage. */
export const linesOf = (stage: string, instruction: string): string[] =>
  stageOf(stage).instructions.flatMap(({ name, rest }) => (name === instruction ? [rest] : []))
