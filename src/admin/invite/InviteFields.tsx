'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useId, useState, type FormEvent } from 'react'

import { callApi } from '../callApi'
import { Field } from '../form/Field'
import { readAnswer, type Answer } from './readAnswer'
import { roles } from './roles'

import './invite.css'

interface InviteFieldsProps {
  spaces: readonly { id: string; name: string }[]
  selected: string
  open: boolean
}

/** Brings a person into a space: an account at once, and a letter with a link that sets its password. */
export const InviteFields = ({ spaces, selected, open: initiallyOpen }: InviteFieldsProps) => {
  const [open, setOpen] = useState(initiallyOpen)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer>()
  const [role, setRole] = useState('editor')
  const hint = roles.find(({ value }) => value === role)?.text
  const id = useId()
  const router = useRouter()
  const { config } = useConfig()
  const errors = answer && !answer.sent ? answer.fields : {}

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = Object.fromEntries(
      [...new FormData(form)].filter(
        ([, value]) => typeof value === 'string' && value.trim() !== '',
      ),
    )
    if (typeof given.email !== 'string' || !/^\S+@\S+\.\S+$/.test(given.email.trim())) {
      setAnswer({
        sent: false,
        fields: { email: 'Enter an e-mail address like name@example.com.' },
      })
      form.querySelector<HTMLInputElement>('[name=email]')?.focus()
      return
    }
    setBusy(true)
    const url = formatAdminURL({ apiRoute: config.routes.api, path: '/users/invite' })
    const { ok, body, problem } = await callApi(url, { method: 'POST', json: given })
    setBusy(false)
    const result = readAnswer(ok, body, problem)
    setAnswer(result)
    if (!result.sent) return
    form.reset()
    router.refresh()
  }

  return (
    <section className="atrium-invite" aria-labelledby={`${id}-title`}>
      <div className="atrium-invite__head">
        <h2 id={`${id}-title`}>Invite someone</h2>
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          extraButtonProps={{ 'aria-expanded': open, 'aria-controls': `${id}-form` }}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Close' : 'Invite'}
        </Button>
      </div>
      <form id={`${id}-form`} hidden={!open} onSubmit={(event) => void send(event)} noValidate>
        <div className="atrium-invite__fields">
          <Field id={`${id}-email`} label="E-mail" error={errors.email} required>
            {(props) => (
              <input {...props} name="email" type="email" autoComplete="off" maxLength={254} />
            )}
          </Field>
          <Field id={`${id}-role`} label="Role" error={errors.role} hint={hint}>
            {(props) => (
              <select
                {...props}
                name="role"
                value={role}
                onChange={({ target }) => setRole(target.value)}
              >
                {roles.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field id={`${id}-first`} label="First name" error={errors.firstName}>
            {(props) => <input {...props} name="firstName" autoComplete="off" maxLength={80} />}
          </Field>
          <Field id={`${id}-last`} label="Last name" error={errors.lastName}>
            {(props) => <input {...props} name="lastName" autoComplete="off" maxLength={80} />}
          </Field>
          {spaces.length > 1 ? (
            <Field id={`${id}-tenant`} label="Where" error={errors.tenant}>
              {(props) => (
                <select {...props} name="tenant" defaultValue={selected}>
                  {spaces.map((space) => (
                    <option key={space.id} value={space.id}>
                      {space.name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : (
            <input type="hidden" name="tenant" value={selected} />
          )}
        </div>
        <div className="atrium-invite__send">
          <Button type="submit" size="medium" margin={false} disabled={busy}>
            {busy ? 'Sending…' : 'Send the invitation'}
          </Button>
          <p>They get a link by e-mail that works once, within seven days.</p>
        </div>
      </form>
      <div role="status">
        {answer?.message && (
          <p className={answer.sent ? 'atrium-invite__sent' : 'atrium-invite__failed'}>
            {answer.message}
          </p>
        )}
      </div>
    </section>
  )
}
