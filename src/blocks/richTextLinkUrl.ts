import type { TextField } from 'payload'

import { validateUrl } from './validateUrl'

/**
 * The address in the editor's link dialogue. Payload's own field (3.90) accepts `javascript:`, and its hook
 * percent-encodes a whole path that has an umlaut.
 */
export const richTextLinkUrl: TextField = {
  name: 'url',
  type: 'text',
  label: ({ t }) => t('fields:enterURL'),
  required: true,
  maxLength: 500,
  admin: { condition: (_data, siblings) => siblings?.linkType !== 'internal' },
  validate: (value: string | null | undefined, options) => {
    const siblings: { linkType?: unknown } = options.siblingData
    return siblings.linkType === 'internal' || validateUrl(value, options)
  },
}
