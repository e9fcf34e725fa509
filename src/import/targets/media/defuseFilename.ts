import { defuseName } from '@/leads/files/defuseName'
import { extensionOf } from '@/leads/files/fileKinds'

import { type Findings } from '../Findings'
import { type Found, shown, textOf } from '../plainValue'

const EXTENSION = /^[a-z\d]{1,8}$/i

/** A name without a path, and without what means something to a file system; undefined if nothing is left of it. */
export function defuseFilename(found: Found, findings: Findings): string | undefined {
  const given = textOf(found.value)?.toWellFormed()
  if (given === undefined || given.trim() === '') {
    findings.keep(found.path, found.value, `${shown(found.value)} is no name of a file`)
    return undefined
  }
  // The last part of an address, should it be one.
  const own = given.replace(/^(https?:\/\/[^?#]*)[?#].*$/i, '$1')
  const extension = extensionOf(own)
  const filename = EXTENSION.test(extension)
    ? defuseName(own, extension)
    : defuseName(`${own}.bin`, 'bin').replace(/\.bin$/, '')
  if (filename !== found.value)
    findings.keep(found.path, found.value, `the name becomes ${shown(filename)}`)
  return filename
}
