import config from '@payload-config'
import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getPayload, type Payload, type ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'

import { isOutage } from '@/admin/outage/isOutage'
import { AtriumError } from '@/errors'
import { noteRequestStatus } from '@/server/requestStatus'
import { resolveMeantTenant } from '@/tenancy/resolveScope'

import { importMap } from './admin/importMap.js'
import './custom.css'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap })
}

/** The admin exists at the platform's address and at those of tenants, and nowhere else. */
async function assertKnownHost(payload: Payload): Promise<void> {
  const meant = await resolveMeantTenant(payload, await headers()).catch((error: unknown) => {
    if (error instanceof AtriumError && error.code === 'NOT_FOUND') return null
    throw error
  })
  if (!meant) notFound()
}

export default async function Layout({ children }: { children: ReactNode }) {
  const payload = await getPayload({ config })
  if (await isOutage(payload)) {
    noteRequestStatus(await headers(), 503)
    return (
      <html lang="en">
        <body>{children}</body>
      </html>
    )
  }
  await assertKnownHost(payload)
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
