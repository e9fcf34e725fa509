import { expect, test } from 'vitest'

import { forgetUploadEdits } from '@/collections/hooks/forgetUploadEdits'

test('a second save with the same request crops nothing', async () => {
  const req = { query: { depth: '0', uploadEdits: { crop: { x: '0' } } } }
  const args = { data: { alt: 'x' }, req } as unknown as Parameters<typeof forgetUploadEdits>[0]
  expect(await forgetUploadEdits(args)).toEqual({ alt: 'x' })
  expect(req.query).toEqual({ depth: '0' })
})
