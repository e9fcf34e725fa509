import { lookup } from 'node:dns'

import { beforeAll, describe, expect, test } from 'vitest'

import { isPublicAddress } from '@/leads/webhooks/isPublicAddress'
import { publicLookup } from '@/leads/webhooks/publicLookup'
import { addressProblem } from '@/leads/webhooks/targetProblem'

import { setEnvironment } from '../setEnvironment'

beforeAll(() => setEnvironment())

const PRIVATE = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.5',
  '224.0.0.1',
  '239.255.255.255',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '100::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'no address',
  '',
]

describe('an address', () => {
  test.each(PRIVATE)('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::5'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
})

/** As the URL parser reads them: other ways to write what is private. */
const TARGETS = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://0177.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[fd00:ec2::254]/latest/meta-data',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/',
  'https://LOCALHOST./',
  'https://harbor.localhost/',
  'https://db.internal/',
  'https://printer.local/',
  'http://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'https://user:password@example.com/',
  'example.com/leads',
  '',
]

describe('a target', () => {
  test.each(TARGETS)('%s is refused', (target) => {
    expect(addressProblem(target)).toEqual(expect.any(String))
  })

  test.each(['https://example.com/leads', 'https://1.1.1.1/', 'https://example.com:8443/?key=1'])(
    '%s is taken',
    (target) => {
      expect(addressProblem(target)).toBeUndefined()
    },
  )
})

const looked = (name: string, all: boolean) =>
  new Promise<unknown>((settle) => {
    publicLookup(name, { all }, (error, found) => settle(error ?? found))
  })

describe('looking up for a connection', () => {
  test.each([true, false])(
    'a name that leads to this machine is refused (all: %s)',
    async (all) => {
      expect(
        await new Promise((settle) => lookup('localhost', (error) => settle(error))),
      ).toBeNull()
      expect(await looked('localhost', all)).toMatchObject({
        message: expect.stringContaining('private network'),
      })
    },
  )
})
