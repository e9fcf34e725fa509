import type { Locale } from '@/locales/locales'
import type { Form, FormSubmission, Media, Page, SiteSetting, Tenant } from '@/payload-types'

import type { FormRef, PageRef, PictureRef } from './references'

/**
 * A document as it is written down here: a reference by key where the stored one has an id, and no ids of its own. Made
 * from the generated types, so that content which no longer fits a collection does not compile.
 */
export type Seeded<T> = [string | Media] extends [T]
  ? PictureRef
  : // Before pages: a page has all that a form must have.
    [string | Form] extends [T]
    ? FormRef
    : [string | Page] extends [T]
      ? PageRef
      : SeededValue<NonNullable<T>>

type SeededValue<T> = T extends { root: unknown }
  ? T
  : T extends readonly (infer Entry)[]
    ? Seeded<Entry>[]
    : T extends object
      ? { [Key in keyof T as Key extends 'id' | 'blockName' ? never : Key]: Seeded<T[Key]> }
      : T

type Stored = 'id' | 'tenant' | 'createdAt' | 'updatedAt' | 'createdBy'

export type SeededBlock = Seeded<NonNullable<Page['layout']>[number]>

export type RichText = NonNullable<Form['confirmationMessage']>

export type PictureSeed = {
  filename: string
  alt: string
  /** `jpeg` is drawn, grained and compressed; `svg` is stored as it is; `png` is for icons. */
  format: 'jpeg' | 'png' | 'svg'
  /** The picture as SVG. */
  draw: () => string
  /** What must stay in view when the picture is cropped, in per cent from the left and the top. */
  focus?: readonly [x: number, y: number]
}

/** Who wrote a document, by role in the space. */
export type Author = 'owner' | 'editor' | 'author'

export type PageSeed = {
  path: string
  title: string
  layout: SeededBlock[]
  meta?: Seeded<Page['meta']>
  by?: Author
  /** Left out: published, and visible at once. */
  state?: { kind: 'draft' } | { kind: 'scheduled'; inDays: number }
  /** Changes that somebody has saved and not published yet. */
  newerDraft?: { by: Author; title?: string; layout: SeededBlock[] }
}

export type FormSeed = Seeded<
  Pick<Form, 'title' | 'fields' | 'submitButtonLabel' | 'confirmationMessage'>
>

export type LeadSeed = {
  form: string
  /** Before now. */
  daysAgo: number
  /** Left out: new. */
  status?: FormSubmission['status']
  /** Who looks after it, by role in the space. */
  assignee?: 'owner' | 'editor'
  note?: string
  answers: Record<string, string>
}

/** A page in another language; what it leaves out is the same in all. */
export type PageTranslation = {
  title: string
  slug: string
  layout: SeededBlock[]
  meta?: { title?: string; description?: string }
}

/** A space in another language: some of its pages, by their path, and the words around them. */
export type Translation = {
  locale: Locale
  words: Readonly<Record<string, string>>
  pages: Readonly<Record<string, PageTranslation>>
}

export type SpaceSeed = {
  tenant: Omit<Tenant, Stored>
  settings: Seeded<Omit<SiteSetting, Stored>>
  pictures: Record<string, PictureSeed>
  forms: Record<string, FormSeed>
  /** Parents before their children. */
  pages: PageSeed[]
  leads: LeadSeed[]
  translation?: Translation
}
