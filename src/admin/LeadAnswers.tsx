import type { UIFieldServerProps } from 'payload'

import { idOf } from '@/access/rules'
import { loadLeadFiles } from '@/leads/files/loadLeadFiles'
import { LOCALE_CODES } from '@/locales/locales'
import type { LeadFile } from '@/payload-types'

import { describeAnswers, type RawAnswer } from './leads/describeAnswers'
import { LeadFileList } from './leads/LeadFileList'

import './leads/leads.css'

/** What a visitor wrote, to be read: the questions of the form and the answers. */
export const LeadAnswers = async ({ data, req }: UIFieldServerProps) => {
  const raw: unknown = data.submissionData
  const files = await loadFiles()
  const answers = describeAnswers(
    Array.isArray(raw) ? raw.filter(isAnswer) : [],
    await loadFields(),
  )
  if (answers.length === 0) return <p className="atrium-answers__none">Nothing was answered.</p>
  return (
    <dl className="atrium-answers">
      {answers.map(({ name, label, value, href }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            {filesOf(name).length > 0 ? (
              <LeadFileList files={filesOf(name)} />
            ) : href ? (
              <a href={href}>{value}</a>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )

  function filesOf(name: string): LeadFile[] {
    return files.filter(({ field }) => field === name)
  }

  async function loadFiles(): Promise<LeadFile[]> {
    const lead: unknown = data.id
    if (typeof lead !== 'string') return []
    return (await loadLeadFiles(req, [lead])).get(lead) ?? []
  }

  async function loadFields(): Promise<unknown> {
    const id = idOf(data.form)
    if (id === undefined) return undefined
    const form = await req.payload.findByID({
      collection: 'forms',
      id,
      req,
      overrideAccess: false,
      depth: 0,
      disableErrors: true,
      select: { fields: true },
      // In whichever language it is written.
      fallbackLocale: [...LOCALE_CODES],
    })
    return form?.fields
  }
}

const isAnswer = (value: unknown): value is RawAnswer =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'field') === 'string' &&
  typeof Reflect.get(value, 'value') === 'string'
