import { describe, expect, it } from 'vitest'

import { resolveViewpoint } from '@/admin/dashboard/resolveViewpoint'
import { member, platform, visitor } from '@/db/scope'

const person = '01990000-0000-7000-8000-000000000001'
const harbor = '01990000-0000-7000-8000-00000000000a'
const foundry = '01990000-0000-7000-8000-00000000000b'
const staff = platform({ actor: person, reason: 'test' })

describe('resolveViewpoint', () => {
  it('shows platform staff the platform, and one space once they chose it', () => {
    expect(resolveViewpoint(staff, undefined)).toEqual({ kind: 'platform' })
    expect(resolveViewpoint(staff, harbor)).toEqual({
      kind: 'spaces',
      tenants: [harbor],
      editorOf: [harbor],
      authorOf: [],
    })
  })

  it('shows somebody all of their spaces, each with what their role sees there', () => {
    const scope = member(person, [
      { tenant: harbor, role: 'owner' },
      { tenant: foundry, role: 'author' },
    ])
    expect(resolveViewpoint(scope, undefined)).toEqual({
      kind: 'spaces',
      tenants: [harbor, foundry],
      editorOf: [harbor],
      authorOf: [foundry],
    })
    expect(resolveViewpoint(scope, foundry)).toEqual({
      kind: 'spaces',
      tenants: [foundry],
      editorOf: [],
      authorOf: [foundry],
    })
  })

  it('does not believe a cookie that names a space of others', () => {
    const scope = member(person, [{ tenant: harbor, role: 'viewer' }])
    expect(resolveViewpoint(scope, foundry)).toMatchObject({ tenants: [harbor] })
  })

  it.each([
    ['nobody', visitor(harbor)],
    ['somebody without a space', member(person, [])],
    ['a member of the site', member(person, [{ tenant: harbor, role: 'member' }])],
  ])('has nothing to show to %s', (_who, scope) => {
    expect(resolveViewpoint(scope, harbor)).toEqual({ kind: 'nothing' })
  })
})
