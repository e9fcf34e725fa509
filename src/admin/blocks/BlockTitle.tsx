'use client'

import { Pill, useRowLabel } from '@payloadcms/ui'

import { describeBlock } from './describeBlock'

import './blocks.css'

export const BlockTitle = ({ kind }: { kind: string }) => {
  const { data, rowNumber } = useRowLabel<unknown>()
  return (
    <span className="atrium-block">
      <span className="atrium-block__number">{String((rowNumber ?? 0) + 1).padStart(2, '0')}</span>
      <Pill pillStyle="white" size="small">
        {kind}
      </Pill>
      <span className="atrium-block__text">{describeBlock(data)}</span>
    </span>
  )
}
