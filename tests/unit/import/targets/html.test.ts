import fc from 'fast-check'
import { expect, test, vi } from 'vitest'

import { Findings } from '@/import/targets/Findings'
import { fitRichText } from '@/import/targets/richText/fitRichText'
import { readHtml } from '@/import/targets/richText/readHtml'
import { childrenOf, type RichNode, wordsIn } from '@/import/targets/richText/RichNode'
import { safeHref } from '@/site/safeHref'

import { importContext } from '../../../support/importContext'

async function convert(html: string): Promise<{ nodes: RichNode[]; findings: Findings }> {
  const findings = new Findings()
  const pieces = await fitRichText(readHtml(html, 'content', findings), {
    context: importContext(),
    findings,
    path: 'content',
    whole: html,
  })
  return {
    nodes: pieces.flatMap((piece) => (piece.kind === 'text' ? piece.children : [])),
    findings,
  }
}

const all = (nodes: readonly RichNode[]): RichNode[] =>
  nodes.flatMap((node) => [node, ...all(childrenOf(node))])

/** A text as it would be written in HTML again, for reading. */
const sketch = (nodes: readonly RichNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node.text === 'string')
        return node.format ? `[${String(node.format)}:${node.text}]` : node.text
      const inner = sketch(childrenOf(node))
      const name = node.type === 'heading' ? String(node.tag) : node.type
      return inner === '' ? `<${name}>` : `<${name}>${inner}</>`
    })
    .join('')

test.each([
  ['<p>One</p><p>Two</p>', '<paragraph>One</><paragraph>Two</>'],
  ['One<br>Two', '<paragraph>One<linebreak>Two</>'],
  ['<div>a<p>b</p>c</div>', '<paragraph>a</><paragraph>b</><paragraph>c</>'],
  ['<h1>A</h1><h6>B</h6>', '<h2>A</><h4>B</>'],
  ['<p><b>a <i>b</i></b> <u>c</u> <code>d</code></p>', '<paragraph>[1:a ][3:b] [8:c] [16:d]</>'],
  [
    '<ul><li>a</li><li><p>b</p><ol><li>c</li></ol></li></ul>',
    '<list><listitem>a</><listitem>b</><listitem><list><listitem>c</></></></>',
  ],
  ['<blockquote><p>q</p></blockquote>', '<paragraph>q</>'],
  ['<blockquote>q</blockquote><hr>', '<quote>q</><horizontalrule>'],
  ['<pre>a\n  b</pre>', '<paragraph>[16:a]<linebreak>[16:  b]</>'],
  [
    '<table><tr><th>A</th><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>',
    '<paragraph>[1:A] | B</><paragraph>C | D</>',
  ],
  ['<p>  a \n b  </p>\n\n<p> </p>', '<paragraph>a b</>'],
  ['<p>a<p>b', '<paragraph>a</><paragraph>b</>'],
  ['&lt;script&gt; &amp; &uuml;', '<paragraph><script> & ü</>'],
  ['<a href="/x"><b>y</b></a>', '<paragraph><link>[1:y]</></>'],
])('%s', async (html, expected) => {
  expect(sketch((await convert(html)).nodes)).toBe(expected)
})

/** What attackers write, after the cheat sheets of OWASP and PortSwigger. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><animate xlink:href=#x attributeName=href values=javascript:alert(1) /><a id=x><text>x</text></a></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt&colon;alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="/\\evil.example">x</a>',
  '<p onclick=alert(1) style="background:url(javascript:alert(1))">x</p>',
  '<style>@import "javascript:alert(1)";</style>',
  '<link rel=stylesheet href=//evil.example><meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="javascript:/a/-alert(1)///">',
  '<form action="javascript:alert(1)"><button formaction=javascript:alert(1)>x</button></form>',
  '<input autofocus onfocus=alert(1)><textarea></textarea><select><option>x</select>',
  '<details open ontoggle=alert(1)>x</details>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<video><source onerror=alert(1)></video><audio src onerror=alert(1)>',
  '<xmp><p title="</xmp><svg/onload=alert(1)>"></xmp>',
  '"><img src=x onerror=alert(1)>',
  '<<script>alert(1);//<</script>',
  '<marquee onstart=alert(1)>x</marquee><blink>y</blink>',
  '<a href="https://ok.example" onmouseover="alert(1)" target="_blank">x</a>',
  '<table background="javascript:alert(1)"><td background="javascript:alert(1)">x</table>',
  '<a name="x">anchor</a><p id="__proto__">x</p>',
]

const KEYS = {
  text: 'detail format mode style text type version',
  linebreak: 'type version',
  horizontalrule: 'type version',
  paragraph: 'children direction format indent textFormat textStyle type version',
  quote: 'children direction format indent type version',
  heading: 'children direction format indent tag type version',
  list: 'children direction format indent listType start tag type version',
  listitem: 'children direction format indent type value version',
  link: 'children direction fields format indent type version',
}

function expectHarmless(nodes: readonly RichNode[]): void {
  const allowed = new Map(Object.entries(KEYS))
  for (const node of all(nodes)) {
    expect(Object.keys(node).sort().join(' ')).toBe(allowed.get(node.type))
    if (node.type === 'text') expect([node.style, node.mode]).toEqual(['', 'normal'])
    const url: unknown = Object(node.fields).url
    if (node.type === 'link') expect(safeHref(url)).toBe(url)
  }
}

test.each(ATTACKS)('nothing that runs is left of %s', async (html) => {
  const { nodes, findings } = await convert(`<p>before</p>${html}<p>after</p>`)
  expectHarmless(nodes)
  expect(wordsIn(nodes)).not.toMatch(/alert\(1\);?$/)
  expect(findings.notes.length).toBeGreaterThan(0)
})

test('any HTML becomes nodes of the editor, and what is left out is kept', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...ATTACKS,
      '<p>',
      '</p>',
      '<ul><li>',
      '</ul>',
      '<b>',
      '<table><tr><td>',
      '<h2>',
      '<a href="/x">',
      '<blockquote>',
      '</div>',
      '\u0000',
      '\ud800',
    ),
    fc.string(),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const { nodes } = await convert(pieces.join(''))
      expectHarmless(nodes)
      const text = JSON.stringify(nodes)
      expect(text).not.toContain('\\u0000')
      expect(text.isWellFormed()).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('HTML that is nested without end comes in, too', async () => {
  const { nodes, findings } = await convert(
    `${'<div><b>'.repeat(5000)}deep${'</b></div>'.repeat(5000)}`,
  )
  expect(nodes).toEqual([])
  expect(findings.has('content')).toBe(true)
  const list = await convert(`${'<ul><li>x'.repeat(60)}`)
  expect(wordsIn(list.nodes)).toContain('x'.repeat(60))
})

test('a large text is read in one go', async () => {
  const { nodes } = await convert(
    '<p>Some <b>words</b> in a <a href="/x">paragraph</a>.</p>'.repeat(5000),
  )
  expect(nodes).toHaveLength(5000)
})

/** What Payload's own converter makes of the same, without what only it writes. */
test('of plain HTML, Payload’s own converter makes the same', async () => {
  const { convertHTMLToLexical, editorConfigFactory } = await import('@payloadcms/richtext-lexical')
  const { setEnvironment } = await import('../../setEnvironment')
  setEnvironment()
  const { default: config } = await import('@payload-config')
  const { JSDOM } = await vi.importActual<{
    JSDOM: new (html: string) => { window: { document: Document } }
  }>('jsdom')
  const editorConfig = await editorConfigFactory.default({ config: await config })
  for (const html of [
    '<p>One <b>two <i>three</i></b></p><p>Four</p>',
    '<h2>Title</h2><p>a<br>b</p><hr>',
    '<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>',
    '<blockquote>q</blockquote>',
    '<p>See <a href="https://a.example/">this</a>.</p>',
    '<div>a</div><div>b</div>',
  ]) {
    const theirs: unknown = convertHTMLToLexical({ editorConfig, html, JSDOM })
    const nodes = Object(Object(theirs).root).children
    expect([html, sketch((await convert(html)).nodes)]).toEqual([html, sketch(nodes)])
  }
})
