/**
 * What the form-builder plugin stores, as far as a visitor sees it. Structural, so that a kind of field that is
 * switched off in the plugin's options does not break the build.
 */
export type FormFieldDefinition = {
  blockType: string
  id?: string | null
  name?: string | null
  label?: string | null
  width?: number | null
  required?: boolean | null
  defaultValue?: string | number | boolean | null
  placeholder?: string | null
  options?: { label: string; value: string; id?: string | null }[] | null
  message?: unknown
  /** Of files: their kinds, how many, and how many megabytes each. */
  accept?: string[] | null
  maxFiles?: number | null
  maxSize?: number | null
  /** Of a step. */
  title?: string | null
  /** Shown only when an earlier field has this answer. */
  showIf?: { field?: string | null; value?: string | null } | null
}

export type FormDefinition = {
  id: string | number
  title?: string | null
  fields?: FormFieldDefinition[] | null
  submitButtonLabel?: string | null
  confirmationType?: string | null
  confirmationMessage?: unknown
  /** Whether a browser has to solve a challenge first. */
  captcha?: boolean | null
  /** What has to be agreed to, and which version of the words it is. */
  consent?: { text?: string | null; version?: number | null } | null
  /** Of a form that asks for files, on a page: how many bytes they may have together, and where it is sent without a script. */
  upload?: { bytes: number; href: string }
}

/** What became of a form that was sent. Values are as they were typed, by field name. */
export type FormState = {
  values?: Record<string, string | undefined>
  errors?: Record<string, string | undefined>
  /** An error of the whole form, such as “Too many messages”. */
  message?: string
  done?: boolean
  /** There were files, and they have to be chosen anew: a page that is made anew cannot keep them. */
  filesLost?: boolean
}

export type CountryOption = { value: string; label: string }
