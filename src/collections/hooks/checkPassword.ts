import { ValidationError, type CollectionBeforeOperationHook } from 'payload'

/** NIST SP 800-63B asks for at least 8 characters and no rules of composition; a longer minimum serves without a second factor. */
export const PASSWORD_MIN = 10
/** Above it only the hashing would be kept busy. */
export const PASSWORD_MAX = 200

/** Payload accepts three characters. */
export const checkPassword: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (
    operation !== 'create' &&
    operation !== 'update' &&
    operation !== 'updateByID' &&
    operation !== 'resetPassword'
  ) {
    return args
  }
  const data: unknown = args.data
  const password: unknown =
    typeof data === 'object' && data !== null ? Reflect.get(data, 'password') : undefined
  if (password === undefined || password === null) return args
  if (
    typeof password === 'string' &&
    password.length >= PASSWORD_MIN &&
    password.length <= PASSWORD_MAX
  ) {
    return args
  }
  throw new ValidationError({
    collection: 'users',
    errors: [{ path: 'password', message: `Use ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.` }],
  })
}
