import type { Block } from 'payload'

import { CallToAction } from './CallToAction/config'
import { Faq } from './Faq/config'
import { FormBlock } from './FormBlock/config'
import { Gallery } from './Gallery/config'
import { Hero } from './Hero/config'
import { Image } from './Image/config'
import { OpeningHours } from './OpeningHours/config'
import { PageList } from './PageList/config'
import { Pricing } from './Pricing/config'
import { RichText } from './RichText/config'
import { Team } from './Team/config'
import { Testimonial } from './Testimonial/config'

/** As the admin offers them. */
const inOrder: Block[] = [
  Hero,
  RichText,
  Image,
  Gallery,
  PageList,
  Faq,
  Pricing,
  CallToAction,
  Team,
  Testimonial,
  OpeningHours,
  FormBlock,
]

/** Each is recognised by its own words when it is folded up. */
export const blocks: Block[] = inOrder.map((block) => ({
  ...block,
  admin: {
    ...block.admin,
    components: { ...block.admin?.components, Label: '@/admin/BlockLabel#BlockLabel' },
  },
}))
