'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useId, useState } from 'react'

import { callApi } from '../callApi'
import { Field } from '../form/Field'
import type { Choice } from './Choice'
import { CopyOutcome } from './CopyOutcome'
import { countOf, readReport, type Report } from './readReport'

interface CopyFormProps {
  pages: readonly string[]
  spaces: readonly Choice[]
}

interface Answer {
  readonly report?: Report
  readonly problem?: string
  /** The copies are made. */
  readonly done: boolean
}

/** What would be copied, and what not, is shown before anything is. */
export const CopyForm = ({ pages, spaces }: CopyFormProps) => {
  const id = useId()
  const { config } = useConfig()
  const [to, setTo] = useState(spaces.length === 1 ? (spaces[0]?.id ?? '') : '')
  const [withChildren, setWithChildren] = useState(false)
  const [withMedia, setWithMedia] = useState(true)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer>()
  const space = spaces.find((one) => one.id === to)
  const done = answer?.done === true

  const send = async (dryRun: boolean) => {
    setBusy(true)
    const url = formatAdminURL({ apiRoute: config.routes.api, path: '/pages/copy' })
    const json = { pages, to, withChildren, withMedia, dryRun }
    const { body, ok, problem } = await callApi(url, { method: 'POST', json })
    const report = ok ? readReport(body) : undefined
    setBusy(false)
    setAnswer(
      report
        ? { report, done: !dryRun }
        : { problem: problem ?? 'It did not work. Try again.', done: false },
    )
  }
  /** What was looked at is not what would be copied any more. */
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setAnswer(undefined)
    }

  return (
    <form
      className="atrium-copy__form"
      onSubmit={(event) => {
        event.preventDefault()
        // The form of the page, around the menu that opened this, is not meant.
        event.stopPropagation()
        void send(answer?.report === undefined)
      }}
    >
      {!done && (
        <>
          <p>
            The newest versions are copied as drafts, with their translations. Nothing in the other
            space is changed, and nothing is published.
          </p>
          <Field id={`${id}-to`} label="Space" required>
            {(props) => (
              <select
                {...props}
                disabled={busy}
                value={to}
                onChange={({ target }) => change(setTo)(target.value)}
              >
                <option value="">Choose a space</option>
                {spaces.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Toggle
            label="With the pages below"
            checked={withChildren}
            disabled={busy}
            onChange={change(setWithChildren)}
          />
          <Toggle
            label="With pictures and files"
            checked={withMedia}
            disabled={busy}
            onChange={change(setWithMedia)}
          />
        </>
      )}
      <div role="status" className="atrium-copy__status">
        {busy && <p>{answer?.report ? 'Copying…' : 'Looking…'}</p>}
        {!busy && answer?.problem && <p className="atrium-copy__problem">{answer.problem}</p>}
        {!busy && answer?.report && space && (
          <CopyOutcome report={answer.report} space={space} done={done} />
        )}
      </div>
      {!done && (
        <Button type="submit" size="medium" margin={false} disabled={busy || to === ''}>
          {answer?.report
            ? `Copy ${countOf(answer.report.pages.length, 'page')}`
            : 'See what will be copied'}
        </Button>
      )}
    </form>
  )
}

interface ToggleProps {
  label: string
  checked: boolean
  disabled: boolean
  onChange: (checked: boolean) => void
}

const Toggle = ({ label, onChange, ...props }: ToggleProps) => (
  <label className="atrium-copy__toggle">
    <input type="checkbox" {...props} onChange={({ target }) => onChange(target.checked)} />
    {label}
  </label>
)
