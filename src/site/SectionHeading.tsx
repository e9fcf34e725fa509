import { headingId } from './headingId'

type SectionHeadingProps = {
  block: {
    id?: string | null
    eyebrow?: string | null
    heading?: string | null
    intro?: unknown
  }
  className?: string
}

export const Eyebrow = ({ children }: { children: string | null | undefined }) =>
  children ? <p className="eyebrow">{children}</p> : null

/** What `headingFields()` stores: eyebrow, heading, introduction. */
export const SectionHeading = ({ block, className }: SectionHeadingProps) => {
  const { eyebrow, heading, intro } = block
  const introduction = typeof intro === 'string' ? intro : undefined
  if (!eyebrow && !heading && !introduction) return null
  return (
    <header className={className ? `section-head ${className}` : 'section-head'}>
      <Eyebrow>{eyebrow}</Eyebrow>
      {heading ? <h2 id={headingId(block)}>{heading}</h2> : null}
      {introduction ? <p className="section-head__intro">{introduction}</p> : null}
    </header>
  )
}
