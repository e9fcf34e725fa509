'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useId, useState } from 'react'

import { callApi } from '../callApi'
import { describeErased } from './describeErased'
import { MentionList } from './MentionList'
import { readMentions, type Mentions } from './readMentions'

/** For owners: everything about one person, to be handed out or erased. */
export const PersonTools = () => {
  const { config } = useConfig()
  const router = useRouter()
  const id = useId()
  const [email, setEmail] = useState('')
  const [asks, setAsks] = useState<Mentions>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const isEmail = /^\S+@\S+\.\S+$/.test(email.trim())
  const urlOf = (path: `/${string}`) =>
    formatAdminURL({
      apiRoute: config.routes.api,
      path: `${path}?email=${encodeURIComponent(email.trim())}`,
    })

  /** Nothing is erased before it was listed. */
  const ask = async () => {
    setBusy(true)
    const { body, problem } = await callApi(urlOf('/leads/person/mentions'))
    setBusy(false)
    setChosen(new Set())
    const found = readMentions(body)
    if (found) setAsks(found)
    else setSaid(problem ?? 'It did not work. Try again.')
  }

  const erase = async () => {
    setBusy(true)
    const more = [...chosen].map((one) => `&mention=${one}`).join('')
    const { body, problem } = await callApi(`${urlOf('/leads/person')}${more}`, {
      method: 'DELETE',
    })
    setBusy(false)
    setAsks(undefined)
    setSaid(problem ?? describeErased(body))
    router.refresh()
  }

  return (
    <details className="atrium-inbox__person">
      <summary>Everything about one person</summary>
      <p>When somebody asks what you know about them, or wants it erased.</p>
      <label htmlFor={`${id}-email`}>Their e-mail address</label>
      <div className="atrium-inbox__row">
        <input
          id={`${id}-email`}
          type="email"
          autoComplete="off"
          value={email}
          onChange={({ target }) => {
            setEmail(target.value)
            setAsks(undefined)
            setSaid('')
          }}
        />
        {isEmail && (
          <a className="atrium-inbox__button" href={urlOf('/leads/person')} download="person.json">
            Export
          </a>
        )}
        {isEmail && !asks && (
          <Button
            buttonStyle="secondary"
            size="small"
            margin={false}
            disabled={busy}
            onClick={() => void ask()}
          >
            Erase…
          </Button>
        )}
      </div>
      {asks && asks.mentions.length > 0 && (
        <MentionList mentions={asks.mentions} chosen={chosen} onChoose={setChosen} />
      )}
      {asks && (
        <div className="atrium-inbox__row">
          <span>
            {describeOwn(asks.own)} from {email.trim()}
            {chosen.size > 0 && `, and ${chosen.size} of others,`} will be erased for good.
          </span>
          <Button
            buttonStyle="error"
            size="small"
            margin={false}
            disabled={busy}
            onClick={() => void erase()}
          >
            Erase for good
          </Button>
          <Button
            buttonStyle="secondary"
            size="small"
            margin={false}
            onClick={() => setAsks(undefined)}
          >
            Keep
          </Button>
        </div>
      )}
      <p role="status">{said}</p>
    </details>
  )
}

const describeOwn = (own: number): string =>
  own === 1 ? 'One lead' : `${own === 0 ? 'No' : own.toLocaleString('en')} leads`
