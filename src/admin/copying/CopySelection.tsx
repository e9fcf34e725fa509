'use client'

import { Button, useModal, useSelection } from '@payloadcms/ui'
import { useState } from 'react'

import type { Choice } from './Choice'
import { CopyDrawer } from './CopyDrawer'

import './copying.css'

const SLUG = 'copy-pages'

/** Appears once pages of the list are selected. Payload's own actions for them stand at its end, and take no others (3.90). */
export const CopySelection = ({ spaces }: { spaces: readonly Choice[] }) => {
  const { count, selectedIDs } = useSelection()
  const { openModal } = useModal()
  /** Those for which the drawer is open: the list forgets its selection whenever it reads itself anew. */
  const [chosen, setChosen] = useState<readonly string[]>([])
  const pages = selectedIDs.map(String)
  const open = () => {
    setChosen(pages)
    openModal(SLUG)
  }
  return (
    <>
      {/* “Select all” beyond this page of the list names no ids. */}
      {pages.length > 0 && pages.length === count && (
        <div className="atrium-copy-bar">
          <Button buttonStyle="secondary" size="small" margin={false} onClick={open}>
            {`Copy ${pages.length} to another space…`}
          </Button>
        </div>
      )}
      <CopyDrawer slug={SLUG} pages={chosen} spaces={spaces} />
    </>
  )
}
