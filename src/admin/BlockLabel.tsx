import { getTranslation } from '@payloadcms/translations'
import type { BlocksFieldServerProps } from 'payload'

import { BlockTitle } from './blocks/BlockTitle'

/** What Payload gives to the label of a block, beside the props of the field (3.90; it has no type for them). */
interface BlockLabelProps extends BlocksFieldServerProps {
  readonly blockType?: string
}

/** The head of a block that is closed: its kind, and what is written in it. */
export const BlockLabel = ({ blockType, field, i18n }: BlockLabelProps) => {
  const block = field.blocks.find(({ slug }) => slug === blockType)
  const kind = block?.labels?.singular
  return <BlockTitle kind={kind ? getTranslation(kind, i18n) : (blockType ?? '')} />
}
