import { pbkdf2Sync } from 'node:crypto'

export interface KnownPassword {
  readonly password: string
  readonly hash: string
}

/** Hashes that libxcrypt made: of every prefix, with costs from 4 to 12, of texts that are no ASCII. */
export const BCRYPT: readonly KnownPassword[] = [
  {
    password: 'harbour-light-71',
    hash: '$2b$10$N9qo8uLOickgx2ZMRZoMyeDMIQTtVSoJZFIv8X/rxjoIY17wOekHK',
  },
  {
    password: 'Grün & süß 2019',
    hash: '$2b$10$7EqJtq98hPqEX7fNZaFWoOW9xqbr5rZu6FJCg.qPtkCAOUw7Srdzu',
  },
  {
    password: 's3cret!pass',
    hash: '$2a$10$vI8aWBnW3fID.ZQ4/zo1G.Qk4gp98WeVFvi2vYUpjnnmE6Q7kacca',
  },
  {
    password: 'tenant two pass',
    hash: '$2b$12$Ro0CUfOqk6cXEKf3dyaM7Or8TQdgVnuesH66AfMDMjt6TzykvYFgi',
  },
  {
    password: 'legacy-pass-2y',
    hash: '$2y$10$QlT1VfHVyMZqT9cXz0bKPeCkfRFf5crQSoddZRjW3PYwn1.NZcMO2',
  },
  {
    password: 'пароль-для-ады',
    hash: '$2b$04$WApznUPhDubN0oeveSXHpOxZlHKr3fcCqHSVLrl.6rkHTQvL1KQFm',
  },
]

export interface SaltedPassword extends KnownPassword {
  readonly salt: string
  readonly kind: 'pbkdf2' | 'pbkdf2-legacy'
}

/** As Payload 3.90 writes them: 600,000 rounds, which take too long to be computed for each test. */
const CURRENT: readonly SaltedPassword[] = [
  {
    kind: 'pbkdf2',
    password: 'harbour-light-71',
    salt: '2bc990059473448e6ebd442aa16bfaa0567ac03dd094876bdb1fd834abe42c1e',
    hash: 'pbkdf2-sha256-v1:cecaab10419dee6f0a3c94bc412f15349230c612c1da6c3aedebc29211ea1b3b',
  },
  {
    kind: 'pbkdf2',
    password: 'Grün & süß 2019',
    salt: 'dc90cf07de907ccc64636ceddb38e552a1a0d984743b1f36a447b73877012c39',
    hash: 'pbkdf2-sha256-v1:ade1bb7a4be2822a6ed07dd313bb04e1d4b8c5701b60dd76534ccff774a27193',
  },
]

const LEGACY = {
  kind: 'pbkdf2-legacy',
  password: 's3cret!pass',
  salt: 'dbc4579ae2b3ab293213f42bb852706ea995c3b5c3987f8aa9faae5004acb3cf',
} as const

/** Passwords as Payload keeps them. Those of accounts that have not signed in for a while have 25,000 rounds and 512 bytes. */
export const saltedPasswords = (): readonly SaltedPassword[] => [
  ...CURRENT,
  {
    ...LEGACY,
    hash: pbkdf2Sync(LEGACY.password, LEGACY.salt, 25_000, 512, 'sha256').toString('hex'),
  },
]
