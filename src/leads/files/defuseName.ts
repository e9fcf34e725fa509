import { extensionOf } from './fileKinds'

const MAX_LENGTH = 100

/** Direction marks turn “fdp.exe” round for the eye; zero-width characters hide in names. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu
/** What means something to a file system or a shell. */
const RESERVED = /[<>:"/\\|?*]/g
/** Devices, as Windows still knows them. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A file's name as it is shown, and offered when the file is saved: one line without a path, and with the extension of what the
 * content was found to be.
 */
export function defuseName(given: string, extension: string): string {
  const own = given.replace(/^.*[/\\]/s, '').normalize('NFC')
  const stem = own.slice(0, extensionOf(own) === '' ? undefined : own.lastIndexOf('.'))
  const plain = [...stem.replace(INVISIBLE, '').replace(RESERVED, '_')]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
  return `${plain === '' || DEVICE.test(plain) ? 'file' : plain}.${extension}`
}
