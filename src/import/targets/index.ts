import { type Target } from './Target'

/** In the order in which they are written: what others refer to comes first. */
export const targets: readonly Target[] = []
