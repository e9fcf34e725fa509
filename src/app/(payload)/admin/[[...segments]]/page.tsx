import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { getPayload } from 'payload'

import { brandMetadata } from '@/admin/brand/brandMetadata'
import { keepLocale } from '@/admin/locale/keepLocale'
import { isOutage } from '@/admin/outage/isOutage'
import { OutageView } from '@/admin/outage/OutageView'

import { importMap } from '../importMap.js'

interface Args {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = async ({ params, searchParams }: Args): Promise<Metadata> => {
  const payload = await getPayload({ config })
  if (await isOutage(payload)) return { title: 'One moment' }
  await keepLocale(payload)
  return brandMetadata(await generatePageMetadata({ config, params, searchParams }))
}

export default async function Page({ params, searchParams }: Args) {
  const payload = await getPayload({ config })
  if (await isOutage(payload)) return <OutageView />
  await keepLocale(payload)
  return RootPage({ config, params, searchParams, importMap })
}
