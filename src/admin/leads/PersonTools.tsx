'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useId, useState } from 'react'

import { callApi } from '../callApi'
import { describeErased } from './describeErased'

/** For owners: everything about one person, to be handed out or erased. */
export const PersonTools = () => {
  const { config } = useConfig()
  const router = useRouter()
  const id = useId()
  const [email, setEmail] = useState('')
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const isEmail = /^\S+@\S+\.\S+$/.test(email.trim())
  const url = formatAdminURL({
    apiRoute: config.routes.api,
    path: `/leads/person?email=${encodeURIComponent(email.trim())}`,
  })

  const erase = async () => {
    setBusy(true)
    const { body, problem } = await callApi(url, { method: 'DELETE' })
    setBusy(false)
    setAsks(false)
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
            setAsks(false)
            setSaid('')
          }}
        />
        {isEmail && (
          <a className="atrium-inbox__button" href={url} download="person.json">
            Export
          </a>
        )}
        {isEmail && !asks && (
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setAsks(true)}>
            Erase…
          </Button>
        )}
      </div>
      {asks && (
        <div className="atrium-inbox__row">
          <span>All leads from {email.trim()} are erased for good.</span>
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
            onClick={() => setAsks(false)}
          >
            Keep
          </Button>
        </div>
      )}
      <p role="status">{said}</p>
    </details>
  )
}
