interface Named {
  readonly firstName?: string | null
  readonly lastName?: string | null
  readonly email?: string | null
}

/** What a person is called: by name, else by e-mail address. Undefined where neither may be read. */
export const personName = ({ firstName, lastName, email }: Named): string | undefined =>
  [firstName, lastName].filter(Boolean).join(' ') || email || undefined
