import { solveChallenge } from './solveChallenge'

/** What is sent when there was no challenge to solve: the server says what to do. */
const NONE = 'none'

/** Fetches a form's challenge and solves it. */
export async function loadSolution(form: string): Promise<string> {
  try {
    const response = await fetch(`/api/forms/${form}/challenge`)
    const answer: unknown = await response.json()
    const challenge: unknown = Reflect.get(Object(answer), 'challenge')
    const bits: unknown = Reflect.get(Object(answer), 'bits')
    if (typeof challenge !== 'string' || typeof bits !== 'number') return NONE
    return await solveChallenge(challenge, bits)
  } catch {
    return NONE
  }
}
