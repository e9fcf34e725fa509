import { type Plain, type PlainObject } from '../toBson'

/** How a platform writes down what pages are made of. */
export interface Dialect {
  /** Paragraphs of formatted text. */
  richText(...paragraphs: readonly string[]): Plain
  block(type: string, fields: PlainObject): PlainObject
  /** The rows of a list. */
  rows(...rows: readonly PlainObject[]): Plain
  linkToPage(label: string, page: string): PlainObject
  linkToUrl(label: string, url: string): PlainObject
  page(name: string): Plain
  picture(name: string): Plain
  form(name: string): Plain
}
