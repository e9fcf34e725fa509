'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'

import { queryOf } from './leadLinks'

/**
 * Who opens the list without saying which leads gets the open ones, as a filter that one sees and can take away. A filter of the
 * server's own would not be part of “select all”, and a change of many would change what is not shown.
 */
export const OpenLeadsFirst = () => {
  const router = useRouter()
  const pathname = usePathname()
  const query = useSearchParams()
  const chosen = [...query.keys()].some((key) => key.startsWith('where') || key === 'search')
  useEffect(() => {
    if (!chosen) router.replace(`${pathname}?${queryOf({ open: true }).toString()}`)
  }, [chosen, pathname, router])
  return null
}
