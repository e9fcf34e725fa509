import { headers } from 'next/headers'
import type { Payload } from 'payload'

import { AtriumError } from '@/errors'
import { contextOf } from '@/tenancy/resolveScope'

/** Whether it cannot be found out who asks, because the database cannot be reached. */
export async function isOutage(payload: Payload): Promise<boolean> {
  try {
    await contextOf(payload, await headers())
    return false
  } catch (error) {
    return error instanceof AtriumError && error.code === 'DATABASE_UNAVAILABLE'
  }
}
