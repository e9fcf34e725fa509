/** What our blocks are called elsewhere: words without case, and without “block” and “section” at their end. */
const BLOCK_WORDS: Readonly<Record<string, string>> = {
  hero: 'hero jumbotron masthead pagehero heroheader heroimage highimpact mediumimpact lowimpact',
  richText:
    'richtext text html wysiwyg paragraph prose content body copy markdown article freetext rte heading header headline title list banner code',
  image: 'image picture media photo figure singleimage img',
  gallery: 'gallery images imagegallery photogallery carousel slider slideshow pictures photos',
  cta: 'cta calltoaction button buttons',
  faq: 'faq faqs accordion questions questionsandanswers',
  form: 'form contactform leadform',
  testimonial: 'testimonial testimonials quote quotes review reviews',
  team: 'team people members staff',
  pricing: 'pricing prices plans pricingtable packages',
  hours: 'hours openinghours businesshours',
  pageList: 'pagelist pages subpages childpages',
}

const SLUGS: ReadonlyMap<string, string> = new Map(
  Object.entries(BLOCK_WORDS).flatMap(([slug, words]) =>
    words.split(' ').map((word) => [word, slug] as const),
  ),
)

/** The slug of our block that a name means, or undefined. */
export const blockOfWord = (word: string): string | undefined => SLUGS.get(plainWord(word))

/** “HeroBlock”, “hero-section” and “hero” are one word. */
export const plainWord = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?<=.)(?:block|section|component|module)s?$/, '')

/** Blocks that are lines of one text, where an editor keeps each in a block of its own. */
export const isLineOfText = (word: string): boolean =>
  ['paragraph', 'heading', 'header', 'headline', 'list'].includes(plainWord(word))

/** What our fields are called elsewhere. A name that is a field beside it is never taken for another one. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  heading: 'title headline header name',
  eyebrow: 'kicker tagline overline preheading pretitle label badge',
  intro:
    'subtitle subheading subheadline description text body lead copy introContent intro_content',
  text: 'subtitle subheading subheadline description body lead copy content bio about',
  content: 'text body html richText rich_text copy value markdown description code',
  image:
    'picture media photo img background backgroundImage background_image image_id imageId media_id mediaId file cover avatar src url',
  caption: 'description text title',
  images: 'items pictures photos media gallery slides',
  items: 'questions faqs faq entries rows accordions list',
  question: 'q title heading name',
  answer: 'a text content body description response',
  form: 'form_id formId',
  quotes: 'items testimonials reviews',
  quote: 'text content body testimonial message review',
  people: 'members items team staff',
  plans: 'items prices packages tiers',
  features: 'items includes list benefits',
  facts: 'stats figures numbers',
  actions: 'buttons links ctas cta button link',
  value: 'figure number',
  label: 'title text caption',
  name: 'author person customer title heading',
  role: 'position company job jobTitle job_title author_role author_title subtitle',
  price: 'amount cost',
  period: 'interval per billing',
  featured: 'highlight highlighted popular isFeatured is_featured',
  note: 'footnote disclaimer',
  anchor: 'anchorId anchor_id htmlId html_id elementId',
  variant: 'layout style look',
  tone: 'background theme',
}

export const aliasesOf = (field: string): readonly string[] =>
  Object.hasOwn(FIELD_WORDS, field) ? (FIELD_WORDS[field] ?? '').split(' ') : []
