'use client'

import { useState } from 'react'

import type { FormDefinition, FormState } from './formDefinition'
import { safeHref } from './safeHref'
import { sendUpload } from './sendUpload'

interface Upload {
  readonly state: FormState
  /** Sends the form with its files; undefined for a form that asks for none: React sends that. */
  readonly send: ((element: HTMLFormElement) => Promise<void>) | undefined
}

/** Sends a form with files, and says what became of it. The page stays as it is, and so do the files that were chosen. */
export function useUpload(form: FormDefinition, answered: FormState): Upload {
  const [sent, setSent] = useState<FormState>()
  const send = async (element: HTMLFormElement) => {
    const { redirect, ...state } = await sendUpload(String(form.id), new FormData(element))
    const target = safeHref(redirect)
    if (target) window.location.assign(target)
    else setSent(state)
  }
  return { state: sent ?? answered, send: form.upload && send }
}
