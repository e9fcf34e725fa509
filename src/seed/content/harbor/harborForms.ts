import { richText } from '../richText'
import type { FormSeed } from '../types'

export const harborForms = {
  membership: {
    title: 'Membership',
    fields: [
      { blockType: 'step', title: 'About you' },
      { blockType: 'text', name: 'name', label: 'Your name', required: true, width: 50 },
      { blockType: 'email', name: 'email', label: 'E-mail', required: true, width: 50 },
      { blockType: 'text', name: 'company', label: 'Company, if there is one', width: 50 },
      { blockType: 'step', title: 'What you’re after' },
      {
        blockType: 'select',
        name: 'plan',
        label: 'What are you after?',
        required: true,
        width: 50,
        options: [
          { label: 'Flex: any free desk', value: 'flex' },
          { label: 'Desk: one that stays mine', value: 'desk' },
          { label: 'A studio with a door', value: 'studio' },
          { label: 'Not sure yet', value: 'unsure' },
        ],
      },
      {
        blockType: 'number',
        name: 'people',
        label: 'How many of you?',
        defaultValue: 1,
        width: 50,
        showIf: { field: 'plan', value: 'studio' },
      },
      {
        blockType: 'select',
        name: 'start',
        label: 'When would you start?',
        width: 50,
        options: [
          { label: 'This month', value: 'this-month' },
          { label: 'Next month', value: 'next-month' },
          { label: 'Just looking', value: 'looking' },
        ],
      },
      { blockType: 'textarea', name: 'message', label: 'Anything we should know' },
      {
        blockType: 'checkbox',
        name: 'tour',
        label: 'I’d like to see the place first',
      },
    ],
    submitButtonLabel: 'Ask for a desk',
    confirmationMessage: richText(
      'Got it. Sam reads these at nine and at two, and answers the same day. If it’s urgent, call the front desk: **207-555-0149**.',
    ),
  },
  contact: {
    title: 'Contact',
    fields: [
      { blockType: 'text', name: 'name', label: 'Your name', required: true, width: 50 },
      { blockType: 'email', name: 'email', label: 'E-mail', required: true, width: 50 },
      {
        blockType: 'select',
        name: 'topic',
        label: 'What’s it about?',
        required: true,
        options: [
          { label: 'A tour', value: 'tour' },
          { label: 'A meeting room', value: 'room' },
          { label: 'An event in the hall', value: 'event' },
          { label: 'An invoice', value: 'invoice' },
          { label: 'Something else', value: 'other' },
        ],
      },
      { blockType: 'textarea', name: 'message', label: 'Message', required: true },
    ],
    submitButtonLabel: 'Send',
    confirmationMessage: richText(
      'Thanks. You’ll hear from a person, not a ticket number, within one working day.',
    ),
  },
} satisfies Record<string, FormSeed>
