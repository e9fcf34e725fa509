'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { Mentions } from './readMentions'

interface MentionListProps {
  mentions: Mentions['mentions']
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** Leads of others that name an address: each is read, and goes only if somebody says so. */
export const MentionList = ({ mentions, chosen, onChoose }: MentionListProps) => {
  const { config } = useConfig()
  const toggle = (id: string) =>
    onChoose(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]))
  return (
    <fieldset className="atrium-inbox__mentions">
      <legend>
        Leads of others that name this address. Those that you choose are erased, too.
      </legend>
      <ul>
        {mentions.map(({ id, receivedAt, form, places }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />{' '}
              {receivedAt.slice(0, 10)}, {form}: {places.join(', ')}
            </label>{' '}
            <a
              href={formatAdminURL({
                adminRoute: config.routes.admin,
                path: `/collections/form-submissions/${id}`,
              })}
              target="_blank"
              rel="noreferrer"
            >
              Read it
            </a>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
