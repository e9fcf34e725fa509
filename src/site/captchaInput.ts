/** The name of the input that carries a solved challenge. A form field of this name is refused. */
export const CAPTCHA = 'atrium_captcha'
