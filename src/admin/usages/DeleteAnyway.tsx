'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import { readMessage } from './readMessage'

interface DeleteAnywayProps {
  collection: string
  id: string
  /** Into the trash, or out of it for good. */
  to: 'trash' | 'nowhere'
}

const WORDS = {
  trash: {
    offer: 'Move to the trash anyway',
    warning: 'What is listed above shows nothing in its place until you restore it.',
    confirm: 'Yes, move it to the trash',
  },
  nowhere: {
    offer: 'Delete for good anyway',
    warning: 'It is taken out of everything listed above, and cannot be brought back.',
    confirm: 'Yes, delete it for good',
  },
} as const

/** For those who have seen the list and want it gone nonetheless: asks once more. */
export const DeleteAnyway = ({ collection, id, to }: DeleteAnywayProps) => {
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const router = useRouter()
  const { config } = useConfig()
  const words = WORDS[to]

  const remove = async () => {
    setBusy(true)
    const url = formatAdminURL({ apiRoute: config.routes.api, path: `/${collection}/${id}` })
    const failed = await send(url, to)
    setBusy(false)
    setProblem(failed)
    if (failed === undefined) {
      router.push(
        formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/${collection}` }),
      )
    }
  }

  return (
    <div className="atrium-usages__anyway">
      {!asked && (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setAsked(true)}>
          {words.offer}
        </Button>
      )}
      {asked && (
        <>
          <p>{words.warning}</p>
          <div>
            <Button
              buttonStyle="error"
              size="small"
              margin={false}
              disabled={busy}
              onClick={() => void remove()}
            >
              {words.confirm}
            </Button>
            <Button
              buttonStyle="secondary"
              size="small"
              margin={false}
              onClick={() => setAsked(false)}
            >
              Keep it
            </Button>
          </div>
        </>
      )}
      <p role="alert">{problem}</p>
    </div>
  )
}

/** @returns what went wrong, in words for people. */
async function send(url: string, to: DeleteAnywayProps['to']): Promise<string | undefined> {
  try {
    const response =
      to === 'nowhere'
        ? await fetch(`${url}?trash=true&force=true`, { method: 'DELETE', credentials: 'include' })
        : await fetch(`${url}?force=true`, {
            method: 'PATCH',
            credentials: 'include',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ deletedAt: new Date().toISOString() }),
          })
    return response.ok ? undefined : readMessage(await response.json())
  } catch {
    return 'The server could not be reached. Nothing was changed; try again.'
  }
}
