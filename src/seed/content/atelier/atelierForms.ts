import { richText } from '../richText'
import type { FormSeed } from '../types'

export const atelierForms = {
  enquiry: {
    title: 'Event enquiry',
    fields: [
      { blockType: 'text', name: 'name', label: 'Name', required: true, width: 50 },
      { blockType: 'email', name: 'email', label: 'E-mail', required: true, width: 50 },
      { blockType: 'text', name: 'phone', label: 'Telephone', width: 50 },
      {
        blockType: 'select',
        name: 'occasion',
        label: 'Occasion',
        required: true,
        width: 50,
        options: [
          { label: 'Wedding', value: 'wedding' },
          { label: 'Dinner', value: 'dinner' },
          { label: 'Reception', value: 'reception' },
          { label: 'Conference or talk', value: 'conference' },
          { label: 'Photograph or film', value: 'shoot' },
        ],
      },
      { blockType: 'number', name: 'guests', label: 'Guests, about', required: true, width: 50 },
      { blockType: 'text', name: 'date', label: 'Date, or the month you have in mind', width: 50 },
      {
        blockType: 'select',
        name: 'room',
        label: 'Room',
        width: 50,
        options: [
          { label: 'The Grand Room', value: 'grand-room' },
          { label: 'The Gallery', value: 'gallery' },
          { label: 'The Courtyard', value: 'courtyard' },
          { label: 'The whole house', value: 'house' },
          { label: 'We would like advice', value: 'advice' },
        ],
      },
      { blockType: 'country', name: 'country', label: 'Where most guests come from', width: 50 },
      { blockType: 'textarea', name: 'message', label: 'Tell us about it' },
      { blockType: 'checkbox', name: 'visit', label: 'We would like to see the house' },
    ],
    submitButtonLabel: 'Send the enquiry',
    confirmationMessage: richText(
      'Thank you. Hana reads every enquiry herself and replies within two working days, with a sketch of the evening and an estimate to match.',
    ),
  },
  newsletter: {
    title: 'Invitations',
    fields: [
      { blockType: 'text', name: 'name', label: 'Name', required: true, width: 50 },
      { blockType: 'email', name: 'email', label: 'E-mail', required: true, width: 50 },
      {
        blockType: 'select',
        name: 'interest',
        label: 'Invite me to',
        width: 50,
        options: [
          { label: 'Openings', value: 'openings' },
          { label: 'Concerts', value: 'concerts' },
          { label: 'Both', value: 'both' },
        ],
      },
    ],
    submitButtonLabel: 'Put me on the list',
    confirmationMessage: richText(
      'You are on the list: four openings and ten concerts a year, one letter for each.',
    ),
  },
} satisfies Record<string, FormSeed>
