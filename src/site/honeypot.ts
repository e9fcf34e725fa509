/** The name of the input that only robots see. A form field of this name is refused. */
export const HONEYPOT = 'company_website'
