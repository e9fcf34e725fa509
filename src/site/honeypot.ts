/** The name of the input that only robots see. A form field of this name is refused. */
export const HONEYPOT = 'company_website'

/** Says in which language a form was shown; no field of a form can be called so. */
export const LOCALE_INPUT = '_locale'
