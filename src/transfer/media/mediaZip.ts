/** What a ZIP of media holds: what is said of them, and beside it their files under their names. */
export const TEXTS = 'media.json'

export const nameInZip = (filename: string): string => `files/${filename}`

/** All files of an export, and all that a ZIP unpacks to. */
export const MAX_UNPACKED = 1_073_741_824
