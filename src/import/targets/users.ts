import { profileSchema } from '@/collections/tenantSchemas'
import { isEmail } from '@/leads/mail/isEmail'

import { uuidV5 } from '../importedId'
import { dateOf } from './dateOf'
import { Findings } from './Findings'
import { fitJson } from './fitJson'
import { fitText } from './fitText'
import { wordOf } from './lookUp'
import {
  fieldOf,
  firstField,
  type Found,
  isList,
  isObject,
  listOf,
  shown,
  textOf,
} from './plainValue'
import { type PlainValue, Refusal, type Target, type TargetContext } from './Target'
import { truthOf } from './truthOf'
import { ValueReader } from './ValueReader'

/** The most that a word says comes first: of several roles a person has the highest. */
const ROLES = [
  ['owner', ['owner', 'admin', 'administrator', 'superadmin', 'tenantadmin', 'siteadmin', 'root']],
  ['editor', ['editor', 'manager', 'publisher', 'moderator']],
  ['author', ['author', 'writer', 'contributor']],
  ['viewer', ['viewer', 'reader', 'guest', 'tenantviewer']],
  ['member', ['member', 'customer', 'user', 'subscriber', 'client']],
] as const

type Role = (typeof ROLES)[number][0]

/** What Payload writes: 512 bytes until 3.80, then 32 with a name in front. */
const PAYLOAD_HASH = /^(?:pbkdf2-sha256-v1:[\da-f]{64}|[\da-f]{1024})$/i
const PAYLOAD_SALT = /^[\da-f]{32,128}$/i
const BCRYPT = /^\$2[abxy]\$(?:0[4-9]|1\d|2\d|3[01])\$[./A-Za-z\d]{53}$/

/**
 * People, at home in the space that they come from, with one role in it. As rows: the operation of Payload's would hash a password, mail
 * everybody, and refuse what it did not make itself.
 */
export const users: Target = {
  slug: 'users',
  through: 'adapter',
  prepare: async (values, context) => {
    const findings = new Findings()
    const reader = new ValueReader(values, findings)
    const columns = passwordsIn(reader, findings)
    const email = emailIn(reader.take('email', 'mail', 'username'), findings)
    const isPart = email === undefined
    if (isPart && !context.existing)
      throw new Refusal(
        Object.keys(columns).length > 0
          ? 'a password of a person who is not here'
          : 'a person without an e-mail address',
      )
    const data = {
      ...(email === undefined ? {} : { email }),
      ...personIn(reader, findings),
      ...activeIn(reader.take('isActive', 'active'), findings),
      ...lastLoginIn(reader.take('lastLogin'), findings),
      ...(await avatarIn(reader.take('avatar', 'picture', 'photo'), context, findings)),
      ...(isPart ? {} : homeOf(context, roleIn(reader, context, findings))),
    }
    reader.keepRest()
    const { unmapped, notes } = findings
    return {
      languages: [{ locale: context.locales[0], data }],
      ...(Object.keys(columns).length > 0 && { columns }),
      unmapped,
      notes,
    }
  },
}

function emailIn(found: Found | undefined, findings: Findings): string | undefined {
  if (!found) return undefined
  const email = textOf(found.value)?.trim().toLowerCase()
  if (email === undefined || !isEmail(email))
    throw new Refusal(`${shown(found.value)} is no e-mail address`)
  if (email !== found.value) findings.note(found.path, 'is written in lower case')
  return email
}

const PROFILE_NAMES = {
  firstName: ['firstName', 'first_name', 'givenName', 'given_name'],
  lastName: ['lastName', 'last_name', 'familyName', 'family_name', 'surname'],
} as const

/** A name in one piece. */
const WHOLE_NAMES = ['name', 'fullName', 'full_name', 'displayName', 'display_name'] as const

/** Names and profile: a name may be in the profile, as it is for whoever keeps no other fields of people. */
function personIn(reader: ValueReader, findings: Findings): Readonly<Record<string, unknown>> {
  const profile = reader.take('profile')
  const own = namesIn(reader, findings)
  if (!profile || !isObject(profile.value)) return { ...own, ...profileIn(profile, findings) }
  const rest = { ...profile.value }
  const told: Record<string, string> = {}
  for (const field of ['firstName', 'lastName'] as const) {
    const name = PROFILE_NAMES[field].find((one) => textOf(fieldOf(profile.value, one)))
    const value = name === undefined ? undefined : fieldOf(profile.value, name)
    if (name === undefined || value === undefined) continue
    const found = { path: `${profile.path}.${name}`, value }
    const text = fitText(found, findings, { max: MAX_NAME })
    if (text === undefined) continue
    delete rest[name]
    told[field] = text
    if (own[field] !== undefined && own[field] !== text)
      findings.keep(found.path, value, 'the name beside the profile is what counts')
  }
  const whole = firstField(profile.value, ...WHOLE_NAMES)
  if (whole && Object.keys({ ...told, ...own }).length === 0) {
    const parts = splitName({ path: `${profile.path}.${whole.name}`, value: whole.value }, findings)
    if (Object.keys(parts).length > 0) delete rest[whole.name]
    Object.assign(told, parts)
  }
  return { ...told, ...own, ...profileIn({ ...profile, value: rest }, findings) }
}

const MAX_NAME = 80

interface Names {
  readonly firstName?: string
  readonly lastName?: string
}

function namesIn(reader: ValueReader, findings: Findings): Names {
  const [first, last] = [reader.take('firstName'), reader.take('lastName')]
  const firstName = first && fitText(first, findings, { max: MAX_NAME })
  const lastName = last && fitText(last, findings, { max: MAX_NAME })
  const named = { ...(firstName && { firstName }), ...(lastName && { lastName }) }
  if (first || last) return named
  const whole = reader.take(...WHOLE_NAMES)
  return whole ? splitName(whole, findings) : named
}

function splitName(whole: Found, findings: Findings): Names {
  const name = fitText(whole, findings)
  if (name === undefined) return {}
  const [one = '', ...others] = name.split(/\s+/)
  findings.note(whole.path, 'is split into a first and a last name')
  const parts = {
    firstName: fitText({ ...whole, value: one }, findings, { max: MAX_NAME }),
    lastName: fitText({ ...whole, value: others.join(' ') }, findings, { max: MAX_NAME }),
  }
  // Cut or not, the name is kept in one piece.
  if (findings.has(whole.path)) findings.keep(whole.path, whole.value, 'is kept as it was, too')
  return {
    ...(parts.firstName && { firstName: parts.firstName }),
    ...(parts.lastName && { lastName: parts.lastName }),
  }
}

function profileIn(found: Found | undefined, findings: Findings): { profile?: unknown } {
  const profile = found && fitJson(profileSchema, found, findings)
  return profile === undefined ? {} : { profile }
}

/** Who is not said to be active by something that can be understood cannot sign in. */
function activeIn(found: Found | undefined, findings: Findings): { isActive?: boolean } {
  if (!found) return {}
  const isActive = truthOf(found.value)
  if (isActive === undefined)
    findings.keep(found.path, found.value, 'is neither yes nor no: the account is not active')
  return { isActive: isActive ?? false }
}

function lastLoginIn(found: Found | undefined, findings: Findings): { lastLogin?: string } {
  const lastLogin = found && dateOf(found, findings)
  return lastLogin === undefined ? {} : { lastLogin }
}

async function avatarIn(
  found: Found | undefined,
  { find }: TargetContext,
  findings: Findings,
): Promise<{ avatar?: string }> {
  if (!found) return {}
  const oldId = textOf(found.value) ?? textOf(fieldOf(found.value, 'id'))
  const avatar = oldId === undefined || oldId.includes('/') ? undefined : await find('media', oldId)
  if (avatar === undefined) {
    findings.keep(found.path, found.value, 'a picture that is not in the library of the space')
    return {}
  }
  return { avatar }
}

/** The id of the row is always the same one, so that a second import writes the same membership. */
const homeOf = ({ id, tenant }: TargetContext, role: Role | undefined) => ({
  tenant,
  _verified: true,
  ...(role && { tenants: [{ id: uuidV5(id, tenant), tenant, role }] }),
})

function roleIn(reader: ValueReader, { tenantName }: TargetContext, findings: Findings): Role {
  const found = reader.take('role', 'roles', 'userRole')
  const spaces = reader.take('tenants', 'memberships')
  const all = listOf(spaces?.value)
  // Somebody who is in several spaces comes in for each of them.
  const own = all.filter(
    (row) => tenantName !== undefined && textOf(fieldOf(row, 'tenant')) === tenantName,
  )
  const rows = own.length === 1 ? own : all
  const [row] = rows
  if (spaces && rows.length > 1)
    findings.keep(
      spaces.path,
      spaces.value,
      'somebody who is at home in a space has no role in others',
    )
  else if (spaces && isObject(row)) keepRow(spaces, row, findings)
  else if (spaces) findings.keep(spaces.path, spaces.value, 'the space is the one of the document')
  const inSpace = fieldOf(row, 'roles') ?? fieldOf(row, 'role')
  if (spaces && rows.length === 1 && inSpace !== undefined && inSpace !== null) {
    if (found) findings.keep(found.path, found.value, 'the role in the space is what counts')
    return highest(spaces, listOf(inSpace), findings)
  }
  if (found) return highest(found, listOf(found.value), findings)
  findings.note('role', 'is not said: “viewer”, who changes nothing')
  return 'viewer'
}

/** A membership is a space and roles; the space is the one that the person comes to. */
function keepRow({ path, value }: Found, row: PlainValue, findings: Findings): void {
  if (!isObject(row)) return
  const at = isList(value) ? `${path}.0` : path
  for (const [key, inner] of Object.entries(row))
    if (!['role', 'roles'].includes(key) && inner !== undefined && inner !== null)
      findings.keep(`${at}.${key}`, inner, 'the space is the one of the document')
}

function highest({ path, value }: Found, roles: readonly PlainValue[], findings: Findings): Role {
  const words = roles.map((role) => wordOf(textOf(role) ?? textOf(fieldOf(role, 'name')) ?? ''))
  const [role] = ROLES.find(([, known]) => words.some((word) => isWord(known, word))) ?? []
  const unknown = words.filter((word) => !ROLES.some(([, known]) => isWord(known, word)))
  if (role === undefined) {
    findings.keep(path, value, 'is not known here: “viewer”, who changes nothing')
    return 'viewer'
  }
  if (unknown.length > 0 || words.length > 1)
    findings.keep(path, value, `becomes “${role}”: a person has one role in a space`)
  else if (role !== textOf(roles[0])) findings.note(path, `${shown(roles[0])} becomes “${role}”`)
  return role
}

const isWord = (known: readonly string[], word: string): boolean => known.includes(word)

/** Hashes as they are, or not at all. None is ever named, and none is kept anywhere else. */
function passwordsIn(reader: ValueReader, findings: Findings): Record<string, string> {
  const [salt, hash] = [reader.take('salt'), reader.take('hash')]
  const imported = reader.take('importedHash', 'passwordHash')
  const columns: Record<string, string> = {}
  const [saltText, hashText] = [textOf(salt?.value) ?? '', textOf(hash?.value) ?? '']
  if (PAYLOAD_SALT.test(saltText) && PAYLOAD_HASH.test(hashText)) {
    columns.salt = saltText
    columns.hash = hashText
  } else {
    if (salt) findings.note(salt.path, 'is dropped: no salt of a password of Payload’s')
    if (hash && BCRYPT.test(hashText)) columns.importedHash = hashText
    else if (hash) findings.note(hash.path, `is dropped: no hash of Payload’s. ${NEW_PASSWORD}`)
  }
  if (!imported) return columns
  const text = textOf(imported.value) ?? ''
  if (BCRYPT.test(text)) columns.importedHash = text
  else findings.note(imported.path, `is dropped: no hash of bcrypt. ${NEW_PASSWORD}`)
  return columns
}

const NEW_PASSWORD = 'The person sets a new password'
