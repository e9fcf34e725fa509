/** Payload's words where ours are plainer. */
export const adminTranslations = {
  en: {
    authentication: {
      login: 'Sign in',
      logOut: 'Sign out',
      loggedOutSuccessfully: 'You are signed out.',
    },
    general: { payloadSettings: 'Your admin' },
  },
}

/** The multi-tenant plugin's words: people work in spaces. */
export const tenantTranslations = {
  en: {
    'assign-tenant-button-label': 'Choose the space',
    'assign-tenant-modal-title': 'Which space does “{{title}}” belong to?',
    'field-assignedTenant-label': 'Space',
    'nav-tenantSelector-label': 'Space',
  },
}
