'use client'

import { Button, useModal, useSelection } from '@payloadcms/ui'

import type { Choice } from './Choice'
import { CopyDrawer } from './CopyDrawer'

import './copying.css'

const SLUG = 'copy-pages'

/** Appears once pages of the list are selected. Payload's own actions for them stand at its end, and take no others (3.90). */
export const CopySelection = ({ spaces }: { spaces: readonly Choice[] }) => {
  const { count, selectedIDs } = useSelection()
  const { openModal } = useModal()
  const pages = selectedIDs.map(String)
  // “Select all” beyond this page of the list names no ids.
  if (pages.length === 0 || pages.length !== count) return null
  return (
    <div className="atrium-copy-bar">
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => openModal(SLUG)}>
        {`Copy ${pages.length} to another space…`}
      </Button>
      <CopyDrawer slug={SLUG} pages={pages} spaces={spaces} />
    </div>
  )
}
