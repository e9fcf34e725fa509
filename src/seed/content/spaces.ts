import { atelier } from './atelier/atelier'
import { foundry } from './foundry/foundry'
import { harbor } from './harbor/harbor'
import type { SpaceSeed } from './types'

/** The demo's spaces. */
export const spaces: readonly SpaceSeed[] = [harbor, foundry, atelier]
