// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import type { FormDefinition } from '@/site/formDefinition'
import { FormView, type FormViewProps } from '@/site/FormView'
import { HONEYPOT } from '@/site/honeypot'

import { paragraph, richText, text } from './richText'

const form: FormDefinition = {
  id: 'tour',
  title: 'Book a tour',
  submitButtonLabel: 'Send request',
  confirmationMessage: richText(paragraph(text('See you soon.'))),
  fields: [
    { blockType: 'text', name: 'firstName', label: 'First name', required: true, width: 50 },
    { blockType: 'email', name: 'email', label: 'E-mail', required: true },
    { blockType: 'text', name: 'phone', label: 'Telephone' },
    { blockType: 'number', name: 'people', label: 'People', defaultValue: 2 },
    { blockType: 'date', name: 'day', label: 'Day' },
    {
      blockType: 'select',
      name: 'plan',
      label: 'Plan',
      options: [
        { label: 'Day pass', value: 'day' },
        { label: 'Desk', value: 'desk' },
      ],
    },
    {
      blockType: 'radio',
      name: 'size',
      label: 'Size',
      options: [
        { label: 'One', value: '1' },
        { label: 'Two', value: '2' },
      ],
    },
    { blockType: 'country', name: 'country', label: 'Country' },
    { blockType: 'state', name: 'state', label: 'State' },
    { blockType: 'textarea', name: 'message', label: 'Message' },
    { blockType: 'checkbox', name: 'consent', label: 'I agree', required: true },
    { blockType: 'message', message: richText(paragraph(text('We only use this to answer.'))) },
    { blockType: 'payment', name: 'price', label: 'Price' },
  ],
}

const render = (props: Partial<FormViewProps> = {}) => {
  const html = renderToStaticMarkup(<FormView form={form} action="/forms/tour" {...props} />)
  return new DOMParser().parseFromString(html, 'text/html')
}

const control = (document: Document, name: string) => {
  const found = document.querySelector<HTMLInputElement>(`[name="${name}"]`)
  if (!found) throw new Error(`No field ${name}`)
  return found
}

describe('FormView', () => {
  it('posts to its address, with a label for every field', () => {
    const document = render()
    const element = document.querySelector('form')
    expect(element?.getAttribute('action')).toBe('/forms/tour')
    expect(element?.method).toBe('post')
    const controls = [...document.querySelectorAll('input, select, textarea')]
    const unlabelled = controls.filter(({ id }) => !document.querySelector(`label[for="${id}"]`))
    expect(unlabelled).toEqual([])
    expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length)
  })

  it('knows what the browser may fill in', () => {
    const document = render()
    expect(control(document, 'firstName').autocomplete).toBe('given-name')
    expect(control(document, 'email').type).toBe('email')
    expect(control(document, 'phone').type).toBe('tel')
    expect(control(document, 'country').autocomplete).toBe('country-name')
  })

  it('marks what is required, and starts with the defaults', () => {
    const document = render()
    expect(control(document, 'email').required).toBe(true)
    expect(control(document, 'phone').required).toBe(false)
    expect(control(document, 'people').value).toBe('2')
  })

  it('offers the countries that it is given', () => {
    const document = render({ countries: [{ value: 'DE', label: 'Germany' }] })
    expect(document.querySelector('option[value="DE"]')?.textContent).toBe('Germany')
    expect(control(document, 'country').getAttribute('autocomplete')).toBe('country')
  })

  it('leaves out kinds of field that it cannot show', () => {
    const document = render()
    expect(document.querySelector('[name="price"]')).toBeNull()
    expect(document.body.textContent).not.toContain('Price')
    expect(document.body.textContent).toContain('We only use this to answer.')
  })

  it('hides the honeypot from eyes, keyboards and screen readers', () => {
    const trap = control(render(), HONEYPOT)
    expect(trap.tabIndex).toBe(-1)
    expect(trap.autocomplete).toBe('off')
    expect(trap.closest('[aria-hidden="true"]')?.className).toBe('visually-hidden')
  })

  it('wires each error to its field and links to it from the summary', () => {
    const document = render({
      state: {
        values: { firstName: 'Ada', email: 'ada@', plan: 'desk', size: '2', consent: '' },
        errors: { email: 'This is no e-mail address.', consent: 'Tick this.', size: 'Choose one.' },
      },
    })
    const email = control(document, 'email')
    expect(email.getAttribute('aria-invalid')).toBe('true')
    const error = document.getElementById(email.getAttribute('aria-describedby') ?? '')
    expect(error?.textContent).toContain('This is no e-mail address.')
    const links = [...document.querySelectorAll<HTMLAnchorElement>('[role="alert"] a')]
    expect(
      links.map((link) => document.getElementById(link.hash.slice(1))?.getAttribute('name')),
    ).toEqual(['email', 'size', 'consent'])
    expect(control(document, 'firstName').getAttribute('aria-invalid')).toBeNull()
  })

  it('keeps what was typed, chosen and left empty', () => {
    const document = render({
      state: {
        values: { firstName: 'Ada', plan: 'desk', size: '2' },
        errors: { email: 'Missing.' },
      },
    })
    expect(control(document, 'firstName').value).toBe('Ada')
    expect(control(document, 'plan').value).toBe('desk')
    expect(document.querySelector<HTMLInputElement>('[name="size"]:checked')?.value).toBe('2')
    expect(control(document, 'consent').checked).toBe(false)
    expect(control(document, 'people').value).toBe('')
  })

  it('shows an error of the whole form without any at a field', () => {
    const document = render({ state: { message: 'Too many messages. Try again in an hour.' } })
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('Too many messages')
  })

  it('confirms, and the form is gone', () => {
    const document = render({ state: { done: true } })
    expect(document.querySelector('[role="status"]')?.textContent).toContain('See you soon.')
    expect(document.querySelector('form')).toBeNull()
  })

  it('escapes what was sent', () => {
    const html = renderToStaticMarkup(
      <FormView
        form={form}
        action="/x"
        state={{
          values: { firstName: '"><script>alert(1)</script>' },
          errors: { email: '<img src=x onerror=alert(1)>' },
        }}
      />,
    )
    expect(html).not.toMatch(/<script|<img/)
  })

  describe('a field for files', () => {
    const plans: FormDefinition = {
      id: 'plans',
      upload: { bytes: 6_291_456, href: '?upload=x' },
      fields: [
        { blockType: 'file', name: 'one', label: 'Plan', required: true, accept: ['pdf'] },
        { blockType: 'file', name: 'many', label: 'More', maxFiles: 3, maxSize: 4 },
      ],
    }

    it('says beforehand what it takes, also to who does not see it', () => {
      const document = render({ form: plans })
      const [one, many] = ['one', 'many'].map((name) => control(document, name))
      expect([one?.type, one?.accept, one?.multiple, one?.required]).toEqual([
        'file',
        'application/pdf,.pdf',
        false,
        true,
      ])
      expect([many?.multiple, many?.required]).toEqual([true, false])
      const help = ({ id }: HTMLInputElement) => document.getElementById(`${id}-help`)?.textContent
      expect(one && help(one)).toBe('One file: PDF, up to 5 MB.')
      expect(many && help(many)).toMatch(/up to 4 MB each and 6 MB together\.$/)
      expect(one?.getAttribute('aria-describedby')).toBe(`${one?.id}-help`)
    })

    it('says what is wrong, and that files have to be chosen anew', () => {
      const state = { values: {}, errors: { one: 'Please choose a file.' }, filesLost: true }
      const document = render({ form: plans, state })
      const input = control(document, 'one')
      expect(input.getAttribute('aria-invalid')).toBe('true')
      const words = (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
      expect(words).toEqual([
        'One file: PDF, up to 5 MB. Please choose again: browsers do not keep files.',
        'Error: Please choose a file.',
      ])
    })

    it('says while it is sent that it takes its time', () => {
      const progress = {
        step: 0,
        shown: new Set(plans.fields ?? []),
        isBusy: true,
        onInput: () => {},
        onSubmit: () => {},
        onBack: () => {},
      }
      expect(render({ form: plans, progress }).querySelector('button')?.textContent).toBe(
        'Sending…',
      )
    })
  })

  it('survives a form without fields', () => {
    expect(render({ form: { id: 1 } }).querySelector('button')?.textContent).toBe('Send')
  })
})
