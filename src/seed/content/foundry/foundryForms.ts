import { richText } from '../richText'
import type { FormSeed } from '../types'

export const foundryForms = {
  class: {
    title: 'Book a class',
    fields: [
      { blockType: 'text', name: 'name', label: 'Name', required: true, width: 50 },
      { blockType: 'email', name: 'email', label: 'E-mail', required: true, width: 50 },
      {
        blockType: 'select',
        name: 'class',
        label: 'Which class?',
        required: true,
        options: [
          { label: 'Throwing for beginners (six Mondays)', value: 'throwing' },
          { label: 'One-day stool (Saturday)', value: 'stool' },
          { label: 'Letterpress: print a poster (Sunday)', value: 'letterpress' },
          { label: 'Welding taster (Wednesday evening)', value: 'welding' },
        ],
      },
      {
        blockType: 'number',
        name: 'places',
        label: 'How many places?',
        required: true,
        defaultValue: 1,
        width: 50,
      },
      {
        blockType: 'select',
        name: 'experience',
        label: 'Done it before?',
        width: 50,
        options: [
          { label: 'Never', value: 'never' },
          { label: 'Once or twice', value: 'some' },
          { label: 'It’s my trade', value: 'trade' },
        ],
      },
      { blockType: 'textarea', name: 'message', label: 'Anything we should plan for' },
      { blockType: 'checkbox', name: 'terms', label: 'I’ll wear closed shoes', required: true },
    ],
    submitButtonLabel: 'Save me a place',
    confirmationMessage: richText(
      'That’s a place pencilled in. We’ll write within two days with the date, the price and what to wear. Nothing to pay until then.',
    ),
  },
  membership: {
    title: 'Bench membership',
    fields: [
      { blockType: 'text', name: 'name', label: 'Name', required: true, width: 50 },
      { blockType: 'email', name: 'email', label: 'E-mail', required: true, width: 50 },
      {
        blockType: 'select',
        name: 'workshop',
        label: 'Which workshop?',
        required: true,
        width: 50,
        options: [
          { label: 'Clay', value: 'clay' },
          { label: 'Print', value: 'print' },
          { label: 'Wood', value: 'wood' },
          { label: 'Metal', value: 'metal' },
          { label: 'More than one', value: 'several' },
        ],
      },
      {
        blockType: 'select',
        name: 'plan',
        label: 'How much of it?',
        required: true,
        width: 50,
        options: [
          { label: 'Evenings', value: 'evenings' },
          { label: 'Bench', value: 'bench' },
          { label: 'Corner', value: 'corner' },
        ],
      },
      { blockType: 'textarea', name: 'making', label: 'What are you making?', required: true },
      {
        blockType: 'file',
        name: 'portfolio',
        label: 'Pictures or drawings of it',
        accept: ['images', 'pdf'],
        maxFiles: 3,
        maxSize: 5,
      },
    ],
    submitButtonLabel: 'Ask for a bench',
    confirmationMessage: richText(
      'Ta. Luca will ring or write to fix an induction: an hour, free, with somebody who still has all their fingers.',
    ),
  },
} satisfies Record<string, FormSeed>
