import { createHmac } from 'node:crypto'

import { expect, test } from 'vitest'

import { signWebhook } from '@/leads/webhooks/signWebhook'

test('a signature is over the time and the body', () => {
  const mac = createHmac('sha256', 'whsec_x').update('1700000000.{"a":1}').digest('hex')
  expect(signWebhook('whsec_x', '{"a":1}', 1_700_000_000_999)).toBe(`t=1700000000,v1=${mac}`)
})
