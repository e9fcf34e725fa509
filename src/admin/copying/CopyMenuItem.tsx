'use client'

import { PopupList, useModal } from '@payloadcms/ui'

import type { Choice } from './Choice'
import { CopyDrawer } from './CopyDrawer'

const SLUG = 'copy-page'

export const CopyMenuItem = ({ page, spaces }: { page: string; spaces: readonly Choice[] }) => {
  const { openModal } = useModal()
  return (
    <>
      <PopupList.Button id="action-copy-to-space" onClick={() => openModal(SLUG)}>
        Copy to another space…
      </PopupList.Button>
      <CopyDrawer slug={SLUG} pages={[page]} spaces={spaces} />
    </>
  )
}
