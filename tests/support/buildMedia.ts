import sharp from 'sharp'

import type { Media, Tenant } from '@/payload-types'

import { asPlatform } from './actors'
import { uniqueName } from './uniqueName'
import { testPayload } from './usePayload'

/** A real picture, as small as they come. */
export function tinyPng(): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background: '#1f5f5b' } })
    .png()
    .toBuffer()
}

type MediaOverrides = Partial<Omit<Media, 'tenant'>> & { readonly tenant: Pick<Tenant, 'id'> }

export async function buildMedia({
  tenant,
  filename,
  ...overrides
}: MediaOverrides): Promise<Media> {
  const data = await tinyPng()
  const name = filename ?? `${uniqueName('picture')}.png`
  return asPlatform()(() =>
    testPayload().create({
      collection: 'media',
      depth: 0,
      data: { alt: 'A green square', tenant: tenant.id, ...overrides },
      file: { data, mimetype: 'image/png', name, size: data.length },
    }),
  )
}
