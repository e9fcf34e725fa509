/** A field that is said when its document is made, and never again. */
export const setOnce = { update: () => false } as const

/** A field that the server alone writes. */
export const byServer = { create: () => false, update: () => false } as const
