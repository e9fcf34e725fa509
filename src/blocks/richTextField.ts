import { richText } from 'payload/shared'
import type { RichTextField } from 'payload'

import { richTextEditor } from './richTextEditor'

// Characters of the editor's JSON, about a third of which is text: some 15,000 words.
const MAX_LENGTH = 250_000

type RichTextFieldOptions = Pick<RichTextField, 'name'> &
  Partial<Pick<RichTextField, 'label' | 'required'>> & { description?: string }

export const richTextField = ({ description, ...field }: RichTextFieldOptions): RichTextField => ({
  ...field,
  type: 'richText',
  editor: richTextEditor,
  admin: { description },
  validate: (value, options) =>
    value && JSON.stringify(value).length > MAX_LENGTH
      ? 'This text is too long. Split it over several blocks or pages.'
      : richText(value, options),
})
