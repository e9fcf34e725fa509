import type { Block, Field } from 'payload'

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
