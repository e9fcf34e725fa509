import type { BeforeListTableServerProps } from 'payload'

import { EDITORS, isStaff, OWNERS, tenantsWithRole } from '@/access/rules'
import { LEAD_STATUSES } from '@/leads/leadStatus'

import { loadRequestContext } from '../requestContext'
import { selectedTenant } from '../selectedTenant'
import { countLeads } from './countLeads'
import { ExportLink } from './ExportLink'
import { hrefOf } from './leadLinks'
import { OpenLeadsFirst } from './OpenLeadsFirst'
import { PersonTools } from './PersonTools'

import './inbox.css'

/** Above the list of leads: how many of which form are in which state, and what one does with many at once. */
export const LeadsHeader = async ({ payload }: BeforeListTableServerProps) => {
  const context = await loadRequestContext(payload)
  if (!context?.user) return null
  const { scope } = context
  const selected = await selectedTenant()
  const counts = await countLeads(payload, scope, selected)
  const mayExport = isStaff(scope) || tenantsWithRole(scope, EDITORS).length > 0
  const mayErase = isStaff(scope) || tenantsWithRole(scope, OWNERS).length > 0
  const base = `${payload.config.routes.admin}/collections/form-submissions`
  return (
    <section className="atrium-inbox" aria-label="Leads by form and status">
      <OpenLeadsFirst />
      {counts.length > 0 && (
        <div className="atrium-inbox__scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Form</th>
                {LEAD_STATUSES.map(({ value, label }) => (
                  <th key={value} scope="col">
                    {label}
                  </th>
                ))}
                <th scope="col">All</th>
              </tr>
            </thead>
            <tbody>
              {counts.map(({ form, title, byStatus, total }) => (
                <tr key={form}>
                  <th scope="row">
                    <a href={hrefOf(base, { form, open: true })}>{title}</a>
                  </th>
                  {LEAD_STATUSES.map(({ value, label }) => {
                    const count = byStatus[value] ?? 0
                    return (
                      <td key={value}>
                        {count > 0 ? (
                          <a
                            href={hrefOf(base, { form, status: value })}
                            aria-label={`${title}, ${label}: ${count}`}
                          >
                            {count}
                          </a>
                        ) : (
                          <span aria-label={`${title}, ${label}: none`}>–</span>
                        )}
                      </td>
                    )
                  })}
                  <td>
                    <a href={hrefOf(base, { form })} aria-label={`${title}, all: ${total}`}>
                      {total}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="atrium-inbox__links">
        <a href={hrefOf(base, { open: true })}>Open leads</a>
        <a href={hrefOf(base, {})}>All leads</a>
        {mayExport && <ExportLink />}
      </p>
      {mayErase && <PersonTools />}
    </section>
  )
}
