/** The name of the box by which a visitor agrees; its value is the version of the words. A form field of this name is refused. */
export const CONSENT = 'atrium_consent'
