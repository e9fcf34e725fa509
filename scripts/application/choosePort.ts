import { CommandError } from '../support/CommandError'
import { readEnvironment } from '../support/environment'
import { findFreePort } from '../support/ports'

/** PORT, else 3000; when it is taken, the next one that is free. */
export async function choosePort(onTaken: (message: string) => void): Promise<number> {
  const wanted = readEnvironment('PORT') ?? '3000'
  const first = Number(wanted)
  if (!Number.isInteger(first) || first < 1 || first > 65_535) {
    throw new CommandError(`PORT is "${wanted}", which is no port.`, 'set PORT to 1–65535')
  }
  const port = await findFreePort(first)
  if (port !== first) onTaken(`Port ${first} is taken, this one uses ${port}.`)
  return port
}
