import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'

/** The path of the page above in a language: null where there is none, undefined while it is not known. */
export function useParentPath(
  parent: string | undefined,
  locale: string,
): string | null | undefined {
  const [known, setKnown] = useState<{ parent: string; locale: string; path: string }>()
  const { config } = useConfig()
  const apiRoute = config.routes.api
  useEffect(() => {
    if (parent === undefined) return
    const leaving = new AbortController()
    loadPath(
      `${formatAdminURL({ apiRoute, path: `/pages/${parent}` })}?locale=${locale}`,
      leaving.signal,
    )
      .then((path) => {
        if (path !== undefined) setKnown({ parent, locale, path })
      })
      .catch(() => undefined)
    return () => leaving.abort()
  }, [apiRoute, locale, parent])
  if (parent === undefined) return null
  return known?.parent === parent && known.locale === locale ? known.path : undefined
}

async function loadPath(url: string, signal: AbortSignal): Promise<string | undefined> {
  const response = await fetch(`${url}&depth=0&select[path]=true`, {
    credentials: 'include',
    signal,
  })
  if (!response.ok) return undefined
  const page: unknown = await response.json()
  const path: unknown =
    typeof page === 'object' && page !== null ? Reflect.get(page, 'path') : undefined
  return typeof path === 'string' ? path : undefined
}
