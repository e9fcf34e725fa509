'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import { callApi } from '../callApi'

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
    const answer = await (to === 'nowhere'
      ? callApi(`${url}?trash=true&force=true`, { method: 'DELETE' })
      : callApi(`${url}?force=true`, {
          method: 'PATCH',
          json: { deletedAt: new Date().toISOString() },
        }))
    setBusy(false)
    setProblem(answer.problem)
    if (answer.ok) {
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
