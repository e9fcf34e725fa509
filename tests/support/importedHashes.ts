/**
 * Hashes that other implementations of bcrypt have published as examples (OpenBSD's, crypt_blowfish's, jBCrypt's): what an old
 * system wrote, and not what the library that compares here would have written.
 */
export const IMPORTED = {
  '2a': {
    hash: '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW',
    password: 'U*U',
  },
  '2b': {
    hash: '$2b$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i',
    password: 'abc',
  },
  '2y': {
    hash: '$2y$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK',
    password: 'U*U*',
  },
  'more than 72 bytes': {
    hash: '$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui',
    password: `${'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'}chars after 72 are ignored`,
  },
} as const

/** Another person's, for the same e-mail. */
export const ANOTHER = {
  hash: '$2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC',
  password: 'abcdefghijklmnopqrstuvwxyz',
} as const
