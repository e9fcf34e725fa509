import type { Block, Field } from 'payload'

import { env } from '@/env'
import { FILE_KINDS, USUAL_KINDS } from '@/leads/files/fileKinds'
import { MAX_FILES, MEGABYTE, USUAL_SIZE } from '@/leads/files/fileLimits'

/** Where a new page of a form begins. */
export const StepBlock: Block = {
  slug: 'step',
  labels: { singular: 'Step', plural: 'Steps' },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: 'Title of the step',
      required: true,
      localized: true,
      maxLength: 120,
      admin: { description: 'What follows is shown as a step of its own, up to the next one.' },
    },
  ],
}

const half = { width: '50%' } as const

const wholeNumber = (value: unknown, max: number, words: string): true | string =>
  (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= max) || words

/** What one file may have at most, in megabytes: no more than all files of a form together. */
const maxMegabytes = (): number => Math.max(1, Math.floor(env().MAX_FORM_UPLOAD_BYTES / MEGABYTE))

/** Files that a visitor sends. Kept apart from the media of the space: they are seen by those who read leads. */
export const FileBlock: Block = {
  slug: 'file',
  labels: { singular: 'File', plural: 'Files' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          label: 'Name (lowercase, no special characters)',
          required: true,
          admin: half,
        },
        { name: 'label', type: 'text', label: 'Label', localized: true, admin: half },
      ],
    },
    {
      name: 'accept',
      type: 'select',
      label: 'Kinds of files',
      hasMany: true,
      required: true,
      defaultValue: [...USUAL_KINDS],
      options: FILE_KINDS.map(({ value, label }) => ({ value, label })),
      admin: { description: 'Each file is looked at: what its name says does not count.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'maxSize',
          type: 'number',
          label: 'Largest file, in MB',
          required: true,
          defaultValue: () => Math.min(USUAL_SIZE, maxMegabytes()),
          validate: (value: unknown) =>
            wholeNumber(value, maxMegabytes(), `Enter a whole number from 1 to ${maxMegabytes()}.`),
          admin: { ...half, step: 1 },
        },
        {
          name: 'maxFiles',
          type: 'number',
          label: 'How many files',
          required: true,
          defaultValue: 1,
          validate: (value: unknown) =>
            wholeNumber(value, MAX_FILES, `Enter a whole number from 1 to ${MAX_FILES}.`),
          admin: { ...half, step: 1 },
        },
      ],
    },
    { name: 'width', type: 'number', label: 'Field Width (percentage)' },
    { name: 'required', type: 'checkbox', label: 'Required' },
  ],
}

const showIf: Field = {
  name: 'showIf',
  type: 'group',
  label: 'Show only if',
  admin: {
    description:
      'Empty: always shown. An answer to a question that is not shown is neither asked for nor kept.',
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'field',
          type: 'text',
          label: 'Name of an earlier field',
          maxLength: 60,
          admin: { width: '50%' },
        },
        {
          name: 'value',
          type: 'text',
          label: 'has the answer',
          maxLength: 200,
          admin: { width: '50%', description: 'The value of an option; “true” for a ticked box.' },
        },
      ],
    },
  ],
}

/** Gives each kind of field of a form a condition. */
export const withConditions = (field: Field): Field =>
  field.type === 'blocks'
    ? {
        ...field,
        blocks: field.blocks.map((block) =>
          block.slug === StepBlock.slug ? block : { ...block, fields: [...block.fields, showIf] },
        ),
      }
    : field
