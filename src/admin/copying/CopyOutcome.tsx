'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { Choice } from './Choice'
import { describeReport, type Report } from './readReport'

/** More are read on the copies themselves. */
const SHOWN = 100

interface CopyOutcomeProps {
  report: Report
  space: Choice
  /** Else it is what would be. */
  done: boolean
}

/** What is copied and what is not, before and after. */
export const CopyOutcome = ({ report, space, done }: CopyOutcomeProps) => {
  const { config } = useConfig()
  const hrefOf = (id: string) =>
    space.origin +
    formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/pages/${id}` })
  return (
    <>
      <p className={done ? 'atrium-copy__done' : undefined}>
        {done ? `Copied to ${space.name}: ` : `To ${space.name}: `}
        {describeReport(report)}.
      </p>
      <ul className="atrium-copy__pages">
        {report.pages.slice(0, SHOWN).map(({ from, to, title, slug }) => (
          <li key={from}>
            {to === null ? title : <a href={hrefOf(to)}>{title}</a>} <code>{slug}</code>
          </li>
        ))}
      </ul>
      {report.left.length > 0 && (
        <section className="atrium-copy__left" aria-label="What is left out">
          <h3>{done ? 'Look at these' : 'What is not copied as it is'}</h3>
          <ul>
            {report.left.slice(0, SHOWN).map(({ page, title, place, reason }) => (
              <li key={`${page} ${place} ${reason}`}>
                <strong>{title}</strong> · {place}
                <span>{reason}</span>
              </li>
            ))}
          </ul>
          {report.left.length > SHOWN && <p>And {report.left.length - SHOWN} more.</p>}
        </section>
      )}
    </>
  )
}
