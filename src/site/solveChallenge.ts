import { sha256 } from '@noble/hashes/sha2'
import { utf8ToBytes } from '@noble/hashes/utils'

/** So that the page can draw and answer meanwhile. */
const AT_ONCE = 2_000

/** Whether a hash begins with so many zero bits. */
export function beginsWithZeros(hash: Uint8Array, bits: number): boolean {
  const whole = Math.floor(bits / 8)
  for (let index = 0; index < whole; index++) if (hash[index] !== 0) return false
  return (hash[whole] ?? 0) >> (8 - (bits % 8)) === 0
}

export const hashOf = (challenge: string, answer: number): Uint8Array =>
  sha256(utf8ToBytes(`${challenge}.${answer}`))

/** Finds the number that solves a challenge: about 2^bits tries. @returns what is sent with the form */
export async function solveChallenge(challenge: string, bits: number): Promise<string> {
  for (let answer = 0; ; answer++) {
    if (beginsWithZeros(hashOf(challenge, answer), bits)) return `${challenge}.${answer}`
    if (answer % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve))
  }
}
