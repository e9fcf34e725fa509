import { expect, test } from 'vitest'

import { importContext } from '../../../support/importContext'
import { setEnvironment } from '../../setEnvironment'

setEnvironment()
const { forms } = await import('@/import/targets/forms')
const { checkFormFields } = await import('@/collections/hooks/checkFormFields')

type Values = Parameters<typeof forms.prepare>[0]

const prepare = (values: Values, options = {}) => forms.prepare(values, importContext(options))
const fieldsOf = (prepared: Awaited<ReturnType<typeof prepare>>, index = 0) => {
  const fields = prepared.languages[index]?.data.fields
  return Array.isArray(fields) ? fields : []
}

test('a form of the form builder comes in as it is', async () => {
  const prepared = await prepare({
    title: 'Contact',
    fields: [
      { id: 'a1', blockType: 'text', name: 'name', label: 'Name', required: true, width: 50 },
      {
        id: 'a2',
        blockType: 'select',
        name: 'topic',
        options: [{ label: 'Sales', value: 'sales' }],
      },
      {
        id: 'a3',
        blockType: 'message',
        message: {
          root: { children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Hi' }] }] },
        },
      },
      { id: 'a4', blockType: 'payment', name: 'pay' },
    ],
    submitButtonLabel: 'Send',
    confirmationType: 'message',
    confirmationMessage: [{ children: [{ text: 'Thanks' }] }],
    redirect: { url: null },
    emails: [
      {
        id: 'e1',
        emailTo: 'Ada <ada@example.com>',
        emailFrom: '"x" <x@evil.example>',
        subject: 'New',
        message: '<p>x</p>',
      },
      { emailTo: '{{email}}', subject: 'Copy' },
    ],
  })
  expect(fieldsOf(prepared)).toMatchObject([
    { id: 'a1', blockType: 'text', name: 'name', label: 'Name', required: true, width: 50 },
    { id: 'a2', blockType: 'select', options: [{ label: 'Sales', value: 'sales' }] },
    { id: 'a3', blockType: 'message' },
    { id: 'a4', blockType: 'text', name: 'pay' },
  ])
  expect(prepared.languages[0].data).toMatchObject({
    title: 'Contact',
    submitButtonLabel: 'Send',
    confirmationType: 'message',
    confirmationMessage: { root: { children: [{ children: [{ text: 'Thanks' }] }] } },
    emails: [{ emailTo: 'Ada <ada@example.com>', subject: 'New' }],
  })
  expect(prepared.unmapped).toMatchObject({
    'fields.3.blockType': 'payment',
    'emails.0.emailFrom': '"x" <x@evil.example>',
    'emails.1': { emailTo: '{{email}}' },
  })
})

test('questions of an application become fields', async () => {
  const prepared = await prepare({
    title: 'Quote',
    fields: [
      { type: 'string', key: 'full name', label: 'Your name', required: 'true' },
      { type: 'email', key: 'email', label: 'E-mail', required: true },
      { kind: 'dropdown', key: 'size', options: ['S', 'M'] },
      { kind: 'radio', key: 'size', choices: { a: 'A', b: 'B' } },
      { type: 'signature', key: 'token', validation: { min: 2 } },
      { type: 'file', key: 'plan', label: 'Plan' },
      'broken',
    ],
  })
  expect(fieldsOf(prepared)).toMatchObject([
    { blockType: 'text', name: 'full_name', label: 'Your name', required: true },
    { blockType: 'email', name: 'email' },
    { blockType: 'select', name: 'size', options: [{ label: 'S', value: 'S' }, { value: 'M' }] },
    { blockType: 'radio', name: 'size_2', options: [{ label: 'A', value: 'a' }, { value: 'b' }] },
    { blockType: 'text', name: 'token_' },
    {
      blockType: 'file',
      name: 'plan',
      maxFiles: 1,
      accept: expect.any(Array),
      maxSize: expect.any(Number),
    },
  ])
  expect(prepared.unmapped).toEqual({
    'fields.4.type': 'signature',
    'fields.4.validation': { min: 2 },
    'fields.6': 'broken',
  })
  expect(JSON.stringify(prepared.languages[0].data.confirmationMessage)).toContain('Thank you')
})

test('what comes in is what the collection takes', async () => {
  const fields = Array.from({ length: 80 }, (_, n) => ({
    type: n % 2 ? 'file' : 'text',
    key: `  ${n % 9}!`,
  }))
  const prepared = await prepare({ title: 'Long', fields })
  const data = { fields: fieldsOf(prepared) }
  await expect(
    Promise.resolve(Reflect.apply(checkFormFields, undefined, [{ data }])),
  ).resolves.toEqual(data)
  expect(Object.keys(prepared.unmapped).length).toBeGreaterThan(10)
})

test('rows are the same ones in each language', async () => {
  const prepared = await prepare(
    {
      title: 'Contact',
      fields: [{ blockType: 'text', name: 'name', label: { en: 'Name', de: 'Ihr Name' } }],
      submitButtonLabel: { en: 'Send', de: 'Senden' },
    },
    { locales: ['en', 'de'] },
  )
  const [english, german] = [fieldsOf(prepared), fieldsOf(prepared, 1)]
  expect([english[0].label, german[0].label]).toEqual(['Name', 'Ihr Name'])
  expect(german[0].id).toBe(english[0].id)
  expect(prepared.languages[1]?.data).toMatchObject({ submitButtonLabel: 'Senden' })
  expect(JSON.stringify(prepared.languages[1]?.data)).toContain('Vielen Dank')
})

test('visitors are sent to addresses only', async () => {
  const sent = async (redirect: Values[string]) =>
    (await prepare({ title: 'F', confirmationType: 'redirect', redirect })).languages[0].data
  expect(await sent({ url: '/thanks' })).toMatchObject({
    confirmationType: 'redirect',
    redirect: { url: '/thanks' },
  })
  expect(await sent('javascript:alert(1)')).toMatchObject({ confirmationType: 'message' })
  expect(await sent({ type: 'reference', reference: { value: 'x' } })).not.toHaveProperty(
    'redirect',
  )
})
