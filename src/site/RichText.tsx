import {
  convertLexicalNodesToJSX,
  defaultJSXConverters,
  type JSXConverter,
  type JSXConverters,
} from '@payloadcms/richtext-lexical/react'
import type { SerializedAutoLinkNode, SerializedLinkNode } from '@payloadcms/richtext-lexical'

import { isRichText } from './isRichText'
import { safeHref } from './safeHref'
import { SiteLink } from './SiteLink'

type LinkNode = SerializedLinkNode | SerializedAutoLinkNode

const hrefOf = ({ fields }: LinkNode) => {
  if (fields.linkType !== 'internal') return safeHref(fields.url)
  const page = fields.doc?.value
  // Payload's type leaves out that the page may be deleted.
  return typeof page === 'object' ? safeHref(page?.path) : undefined
}

const linkIn =
  (locale: string | undefined): JSXConverter<LinkNode> =>
  ({ node, nodesToJSX }) => {
    const children = nodesToJSX({ nodes: node.children })
    const href = hrefOf(node)
    if (!href) return <>{children}</>
    return (
      <SiteLink href={href} newTab={node.fields.newTab} locale={locale}>
        {children}
      </SiteLink>
    )
  }

// The page has its one h1 already, whatever an import brought along.
const headingTags = { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4' } as const

const convertersIn = (locale: string | undefined): JSXConverters => ({
  ...defaultJSXConverters,
  link: linkIn(locale),
  autolink: linkIn(locale),
  heading: ({ node, nodesToJSX }) => {
    const Tag = headingTags[node.tag] ?? 'h3'
    return <Tag>{nodesToJSX({ nodes: node.children })}</Tag>
  },
  // Not among the editor's features, so whatever says so came through an import.
  upload: () => null,
  unknown: () => null,
})

/** Text from the editor. Links that would run something, or lead to an unpublished page, become text. */
export const RichText = ({
  data,
  className,
  locale,
}: {
  data: unknown
  className?: string
  locale?: string
}) => {
  if (!isRichText(data)) return null
  return (
    <div className={className ? `prose ${className}` : 'prose'}>
      {convertLexicalNodesToJSX({
        converters: convertersIn(locale),
        nodes: data.root.children,
        parent: data.root,
        disableIndent: true,
      })}
    </div>
  )
}
