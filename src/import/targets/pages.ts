import { Findings } from './Findings'
import { pageContent } from './pageContent'
import { type LocalizedData, Refusal, type Target } from './Target'
import { ValueReader } from './ValueReader'

/** Pages, with what they consist of as blocks of ours. */
export const pages: Target = {
  slug: 'pages',
  through: 'api',
  prepare: async (values, context) => {
    const findings = new Findings()
    const reader = new ValueReader(values, findings)
    if (!context.existing && !reader.hasAny()) throw new Refusal('a page of which nothing is known')
    const { texts, facts, status } = await pageContent(reader, context, findings)
    reader.keepRest()
    const [main, ...others] = context.locales
    const { meta, ...own } = texts.get(main) ?? {}
    const about = { ...facts.meta, ...meta }
    const data = {
      ...facts,
      ...own,
      ...(Object.keys(about).length > 0 && { meta: about }),
      _status: status,
    }
    const translated = others.flatMap((locale): LocalizedData[] => {
      const said = texts.get(locale)
      return said ? [{ locale, data: { ...said, _status: status } }] : []
    })
    const { unmapped, notes } = findings
    return { languages: [{ locale: main, data }, ...translated], status, unmapped, notes }
  },
}
