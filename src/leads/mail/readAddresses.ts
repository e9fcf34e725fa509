import { isEmail } from './isEmail'

/** `Ada <ada@example.com>, ben@example.com` → the addresses alone; undefined when one is none. */
export function readAddresses(text: string): string[] | undefined {
  const addresses = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => /^[^<>\r\n]*<([^<>]+)>$/.exec(part)?.[1]?.trim() ?? part)
  return addresses.length > 0 && addresses.length <= 20 && addresses.every(isEmail)
    ? addresses
    : undefined
}
