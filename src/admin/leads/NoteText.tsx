'use client'

import { TextareaField, useFormFields } from '@payloadcms/ui'
import type { TextareaFieldClientComponent } from 'payload'

/** The words of a note. One that is signed is shown, and not offered to be written anew. */
export const NoteText: TextareaFieldClientComponent = (props) => {
  const at = useFormFields(([fields]) => fields[props.path.replace(/text$/, 'at')]?.value)
  return <TextareaField {...props} readOnly={Boolean(at)} />
}
