import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { getPayload } from 'payload'

import { brandMetadata } from '@/admin/brand/brandMetadata'
import { isOutage } from '@/admin/outage/isOutage'
import { OutageView } from '@/admin/outage/OutageView'

import { importMap } from '../importMap.js'

interface Args {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = async ({ params, searchParams }: Args): Promise<Metadata> => {
  if (await isOutage(await getPayload({ config }))) return { title: 'One moment' }
  return brandMetadata(await generatePageMetadata({ config, params, searchParams }))
}

export default async function Page({ params, searchParams }: Args) {
  if (await isOutage(await getPayload({ config }))) return <OutageView />
  return RootPage({ config, params, searchParams, importMap })
}
