'use client'

import { Button, useConfig, useListDrawerContext } from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useId, useState } from 'react'

import { callApi } from '../callApi'
import { Field } from '../form/Field'
import { describeReport, readImport, type Outcome } from './readImport'
import { RejectedRows } from './RejectedRows'
import { TRANSFER_KINDS, type TransferKind, type TransferSlug } from './transferKinds'

import './transfer.css'

const ACCEPTED = {
  csv: '.csv,text/csv',
  json: '.json,application/json',
  zip: '.zip,application/zip',
}

interface ImportFieldsProps {
  collection: TransferSlug
  tenant: string
  mayImport: boolean
}

/** A file is looked at first: what it would do is shown before anything is done. */
export const ImportFields = ({ collection, tenant, mayImport }: ImportFieldsProps) => {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [file, setFile] = useState<File>()
  const [outcome, setOutcome] = useState<Outcome>()
  const id = useId()
  const { formats, label, hint, columns }: TransferKind = TRANSFER_KINDS[collection]
  const router = useRouter()
  const isTrash = usePathname().endsWith('/trash')
  const { isInDrawer } = useListDrawerContext()
  const { config } = useConfig()
  const urlOf = (path: `/${string}`) => formatAdminURL({ apiRoute: config.routes.api, path })
  const report = outcome?.kind === 'report' ? outcome.report : undefined
  const count = report ? report.created + report.changed : 0

  const send = async (chosen: File, query: string) => {
    setBusy(true)
    const form = new FormData()
    form.set('file', chosen)
    const url = `${urlOf(`/${collection}/import`)}?tenant=${tenant}&${query}`
    const { body, problem } = await callApi(url, { method: 'POST', form })
    setBusy(false)
    const result = readImport(body, problem)
    setOutcome(result)
    if (result.kind === 'report' && result.report.imported) router.refresh()
  }

  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    setOutcome(undefined)
    if (chosen) void send(chosen, 'dryRun=true')
  }

  // The trash is not in a file, and a list in a drawer is for choosing one thing.
  if (isTrash || isInDrawer) return null
  return (
    <section className="atrium-import" aria-labelledby={`${id}-title`}>
      <div className="atrium-import__head">
        <h2 id={`${id}-title`}>Many at once</h2>
        <div className="atrium-import__actions">
          {formats.map((format) => (
            <a
              key={format}
              href={`${urlOf(`/${collection}/export`)}?tenant=${tenant}&format=${format}`}
              download
            >
              Export as {format.toUpperCase()}
            </a>
          ))}
          {mayImport && (
            <Button
              buttonStyle="secondary"
              size="small"
              margin={false}
              extraButtonProps={{ 'aria-expanded': open, 'aria-controls': `${id}-form` }}
              onClick={() => setOpen(!open)}
            >
              {open ? 'Close' : 'Import a file'}
            </Button>
          )}
        </div>
      </div>
      <div id={`${id}-form`} hidden={!open} className="atrium-import__form">
        <Field id={`${id}-file`} label={label} hint={hint}>
          {(props) => (
            <input
              {...props}
              type="file"
              accept={formats.map((format) => ACCEPTED[format]).join(',')}
              disabled={busy}
              onChange={({ target }) => choose(target.files?.[0])}
            />
          )}
        </Field>
        <div role="status" className="atrium-import__report">
          {busy && <p>Reading the file…</p>}
          {!busy && outcome?.kind === 'refused' && (
            <p className="atrium-import__failed">{outcome.message}</p>
          )}
          {!busy && report && (
            <p className={report.imported ? 'atrium-import__done' : undefined}>
              {report.imported ? 'Imported: ' : 'This file has: '}
              {describeReport(report)}.
            </p>
          )}
        </div>
        {!busy && report && report.rejected.length > 0 && (
          <RejectedRows rows={report.rejected} columns={columns} />
        )}
        {file && report && !report.imported && (
          <Button
            size="medium"
            margin={false}
            disabled={busy || count === 0}
            onClick={() => void send(file, 'mode=valid')}
          >
            {report.rejected.length > 0
              ? `Import ${count.toLocaleString('en')} and leave out the rejected`
              : `Import ${count.toLocaleString('en')}`}
          </Button>
        )}
      </div>
    </section>
  )
}
