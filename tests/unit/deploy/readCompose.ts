import { readFileSync } from 'node:fs'
import path from 'node:path'

import { parse } from 'yaml'
import { z } from 'zod'

import { projectRoot } from '../../../scripts/support/projectPaths'

const service = z.object({
  image: z.string().optional(),
  build: z.object({ context: z.string(), target: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  restart: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).default([]),
  healthcheck: z
    .object({ test: z.array(z.string()), interval: z.string(), retries: z.number() })
    .optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
})

const compose = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
})

export type Service = z.infer<typeof service>

export const composeText = readFileSync(path.join(projectRoot, 'docker-compose.yml'), 'utf8')

/** What docker-compose.yml says, before anything is put in for its variables. */
export const composeFile = compose.parse(parse(composeText, { merge: true }))

export function serviceOf(name: string): Service {
  const found = composeFile.services[name]
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`)
  return found
}

/** The values of a .env file, by name. */
export function readEnvFile(file: string): Record<string, string> {
  const lines = readFileSync(path.join(projectRoot, file), 'utf8').split('\n')
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^([A-Z0-9_]+)=(.*)$/.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name, value]]
    }),
  )
}

/** As Compose does it: `${NAME}`, `${NAME:-default}`, `${NAME:?message}`, and `$$` for a dollar. */
export function interpolate(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (all, name: string, kind?: string, rest?: string) => {
      if (all === '$$') return '$'
      const value = variables[name]
      if (value) return value
      if (kind === '?') throw new Error(`${name} is missing`)
      return kind === '-' ? (rest ?? '') : ''
    },
  )
}
