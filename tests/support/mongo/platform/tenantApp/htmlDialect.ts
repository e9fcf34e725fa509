import { type Dialect } from '../pages/Dialect'
import { REMOTE_HOST } from '../pictures'
import { type TenantSeed, type World } from '../World'
import { objectId } from '../values'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** What somebody got into the old editor. All of it speaks of `steal(`, which no page may. */
export const HOSTILE_HTML = [
  '<script>steal("cookies")</script>',
  '<p onclick="steal(1)" style="background:url(javascript:steal(2))">Do not touch</p>',
  '<a href="java&#10;script:steal(3)">A link</a>',
  `<img src="https://${REMOTE_HOST}/tracker.gif" onerror="steal(4)" alt="">`,
  '<svg><animate onbegin=steal(5) attributeName=x></svg>',
  '<iframe srcdoc="&lt;script&gt;steal(6)&lt;/script&gt;"></iframe>',
].join('\n')

/** The marks by which it would be seen in a page. */
export const HOSTILE_MARKS = ['steal(', `${REMOTE_HOST}/tracker.gif`] as const

/** Blocks of an application of its own, with formatted text as HTML and references as plain ids. */
export function htmlDialect({ id, options }: World, tenant: TenantSeed): Dialect {
  let count = 0
  const tail = options.faults ? `\n${HOSTILE_HTML}` : ''
  return {
    richText: (...paragraphs) =>
      paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n') +
      '\n<ul><li><strong>Bold</strong> and <em>slanted</em></li></ul>' +
      '<p><a href="https://example.com/?a=1&amp;b=2">Elsewhere</a><br>A line</p>' +
      tail,
    block: (type, fields) => {
      count += 1
      return { [options.blockKey]: type, id: `b${count}`, ...fields }
    },
    rows: (...rows) => rows,
    linkToPage: (label, page) => ({
      link: { type: 'page', label, page: objectId(id('pages', tenant, page)) },
    }),
    linkToUrl: (label, url) => ({ link: { type: 'url', label, url, newTab: true } }),
    page: (name) => objectId(id('pages', tenant, name)),
    picture: (name) => objectId(id('media', tenant, name)),
    form: (name) => objectId(id('forms', tenant, name)),
  }
}
