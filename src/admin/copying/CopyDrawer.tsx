'use client'

import { Drawer } from '@payloadcms/ui'

import type { Choice } from './Choice'
import { CopyForm } from './CopyForm'

import './copying.css'

interface CopyDrawerProps {
  slug: string
  pages: readonly string[]
  spaces: readonly Choice[]
}

/** Begins anew each time it opens. */
export const CopyDrawer = ({ slug, ...form }: CopyDrawerProps) => (
  <Drawer slug={slug} title="Copy to another space" className="atrium-copy">
    <CopyForm {...form} />
  </Drawer>
)
