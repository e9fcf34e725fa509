import { localeOf } from '@/locales/locales'

const TAG = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})*$/

/** Whether a name is that of a language: `de`, `de-CH`, `de_CH`. */
export const isLocaleTag = (name: string): boolean =>
  TAG.test(name) && localeOf(name.split(/[-_]/)[0]) !== undefined
