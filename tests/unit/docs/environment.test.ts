import { spawnSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { projectRoot } from '../../../scripts/support/projectPaths'

test('docs/environment.md says what src/env.ts says', () => {
  const args = [
    '--conditions=production',
    '--import',
    'tsx',
    'scripts/docs-environment.ts',
    '--check',
  ]
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
