import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

/** Payload's own hash of a password: PBKDF2-SHA256, as 3.90 makes it (generatePasswordSaltHash, which it does not export). */
const PREFIX = 'pbkdf2-sha256-v1:'
const ROUNDS = 600_000
const BYTES = 32
/** What Payload made before (0.1 to 3.88): 25,000 rounds for each of the 16 blocks of 512 bytes. It replaces them at a sign-in. */
const OLD_ROUNDS = 25_000 * 16

/** A password as Payload keeps it. Not on the event loop. */
export async function hashPassword(password: string): Promise<{ hash: string; salt: string }> {
  const salt = randomBytes(BYTES).toString('hex')
  const key = await derive(password, salt, ROUNDS, BYTES, 'sha256')
  return { hash: `${PREFIX}${key.toString('hex')}`, salt }
}

/**
 * Spends what Payload does not spend on a password that is wrong, since it has no hash to compare with (nobody has that e-mail,
 * the account has no password, or is locked) or an old one: how long an answer takes does not say who exists.
 */
export async function evenOutCheck(password: string, hash: string | undefined): Promise<void> {
  const rounds = ROUNDS - roundsOf(hash)
  if (rounds > 0)
    await derive(password, randomBytes(BYTES).toString('hex'), rounds, BYTES, 'sha256')
}

function roundsOf(hash: string | undefined): number {
  if (hash === undefined) return 0
  return hash.startsWith(PREFIX) ? ROUNDS : OLD_ROUNDS
}
