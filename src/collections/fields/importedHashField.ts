import type { TextField } from 'payload'

/** As bcrypt is written. At the highest cost a comparison takes some two seconds, and a stranger can ask for it. */
const BCRYPT = /^\$2[aby]\$(0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}$/

/** Whether a hash of another system can be compared with here. The database asks the same (users_imported_hash.sql). */
export const isImportedHash = (value: unknown): value is string =>
  typeof value === 'string' && BCRYPT.test(value)

const nobody = () => false

/**
 * The bcrypt hash with which an account came from another system, until its first sign-in, see docs/isolation.md. The importer
 * writes it; no API shows it, takes it, or answers questions about it.
 */
export const importedHashField: TextField = {
  name: 'importedHash',
  type: 'text',
  hidden: true,
  access: { create: nobody, read: nobody, update: nobody },
  admin: { disabled: true },
  custom: { inGraphQL: false },
  validate: (value: unknown) =>
    value === undefined ||
    value === null ||
    isImportedHash(value) ||
    'A bcrypt hash ($2a$, $2b$ or $2y$) of cost 4 to 15.',
}
