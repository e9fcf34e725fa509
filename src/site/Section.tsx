import type { ReactNode } from 'react'

import { headingId } from './headingId'

export type SectionSettings = {
  id?: string | null
  tone?: string | null
  anchor?: string | null
  heading?: string | null
}

type SectionProps = {
  block: SectionSettings
  className: string
  /** Where the tone belongs to a panel inside, not to the whole width. */
  tone?: string
  children: ReactNode
}

const TONES = ['plain', 'tint', 'bold']

export const toneOf = (tone: string | null | undefined) =>
  TONES.find((known) => known === tone) ?? 'plain'

/** One block of a page: a full-width band with its content in the middle. */
export const Section = ({ block, className, tone, children }: SectionProps) => (
  <section
    id={block.anchor || undefined}
    className={`section ${className}`}
    data-tone={toneOf(tone ?? block.tone)}
    aria-labelledby={block.heading ? headingId(block) : undefined}
  >
    <div className="section__inner">{children}</div>
  </section>
)
