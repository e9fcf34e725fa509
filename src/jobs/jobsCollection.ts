import type { CollectionConfig, Endpoint, FieldAccess } from 'payload'

import {
  allOf,
  anyOf,
  EDITORS,
  hasRole,
  isStaff,
  readBy,
  scopeOf,
  STAFF_ROLES,
  type Rule,
} from '@/access/rules'

/** Who may see a page may see when it will be published. Other jobs are for those who answer for the space. */
const scheduled: Rule = () => ({ taskSlug: { equals: 'schedulePublish' } })

const forStaff: FieldAccess = async ({ req }) => {
  const scope = await scopeOf(req)
  return scope !== undefined && isStaff(scope)
}

/** An input may hold what a space keeps to itself; what somebody scheduled is theirs to see. */
const forStaffOrScheduled: FieldAccess = async (args) =>
  args.doc?.taskSlug === 'schedulePublish' || forStaff(args)

const sidebar = { readOnly: true, position: 'sidebar' } as const
const moment = { date: { pickerAppearance: 'dayAndTime' } } as const

/**
 * Payload's table of jobs, with what its own lacks: a tenant, the person who asked, a lease, and words. Tasks are text and
 * not an enumeration, so that a new one needs no migration. Nobody writes here but src/jobs.
 */
export function jobsCollection(own: CollectionConfig, endpoints: Endpoint[]): CollectionConfig {
  return {
    ...own,
    labels: { singular: 'Job', plural: 'Jobs' },
    graphQL: false,
    disableDuplicate: true,
    endpoints,
    access: readBy(anyOf(hasRole(EDITORS), allOf(hasRole(STAFF_ROLES), scheduled))),
    admin: {
      group: 'System',
      hidden: false,
      useAsTitle: 'title',
      description: 'What Atrium does by itself: at a set time, or after something happened.',
      defaultColumns: ['title', 'state', 'waitUntil', 'document', 'problem', 'totalTried'],
      listSearchableFields: ['title'],
    },
    defaultSort: '-createdAt',
    indexes: [{ fields: ['state', 'waitUntil'] }, { fields: ['tenant', 'createdAt'] }],
    fields: [
      { name: 'title', type: 'text', label: 'What' },
      {
        name: 'state',
        type: 'select',
        label: 'State',
        // Written by the trigger atrium_job_state.
        options: [
          { value: 'waiting', label: 'Waiting' },
          { value: 'running', label: 'Running' },
          { value: 'done', label: 'Done' },
          { value: 'failed', label: 'Failed' },
        ],
        admin: sidebar,
      },
      {
        name: 'problem',
        type: 'textarea',
        label: 'What went wrong',
        admin: { readOnly: true, condition: (data) => Boolean(data.problem) },
      },
      {
        name: 'document',
        type: 'text',
        label: 'Document',
        admin: { readOnly: true, components: { Cell: '@/admin/jobs/JobDocument#JobDocument' } },
      },
      { name: 'waitUntil', type: 'date', label: 'When', admin: { ...moment, ...sidebar } },
      { name: 'completedAt', type: 'date', label: 'Done at', admin: { ...moment, ...sidebar } },
      {
        name: 'totalTried',
        type: 'number',
        label: 'Tries',
        defaultValue: 0,
        admin: sidebar,
      },
      {
        name: 'createdBy',
        type: 'relationship',
        relationTo: 'users',
        label: 'Asked for by',
        maxDepth: 0,
        admin: sidebar,
      },
      {
        name: 'tenant',
        type: 'relationship',
        relationTo: 'tenants',
        label: 'Space',
        maxDepth: 0,
        admin: sidebar,
      },
      { name: 'taskSlug', type: 'text', label: 'Task', index: true, admin: sidebar },
      {
        name: 'input',
        type: 'json',
        label: 'Input',
        access: { read: forStaffOrScheduled },
        admin: { readOnly: true, condition: (data) => data.taskSlug !== 'schedulePublish' },
      },
      ...technical.map((field) => ({ ...field, access: { read: forStaff } })),
      { name: 'processing', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
      { name: 'hasError', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
      { name: 'queue', type: 'text', defaultValue: 'default', admin: { hidden: true } },
      { name: 'taskStatus', type: 'json', virtual: true, admin: { hidden: true } },
    ],
  }
}

/** For platform staff: it names what is inside. */
const technical = [
  { name: 'error', type: 'json', label: 'Last error', admin: { readOnly: true } },
  {
    name: 'leaseUntil',
    type: 'date',
    label: 'Runner alive until',
    admin: { ...moment, ...sidebar },
  },
  { name: 'leaseToken', type: 'text', admin: { hidden: true } },
  {
    name: 'log',
    type: 'array',
    label: 'Tries in detail',
    admin: { readOnly: true, initCollapsed: true },
    fields: [
      { name: 'executedAt', type: 'date', label: 'Begun', required: true, admin: moment },
      { name: 'completedAt', type: 'date', label: 'Ended', required: true, admin: moment },
      { name: 'taskSlug', type: 'text', required: true, admin: { hidden: true } },
      { name: 'taskID', type: 'text', required: true, admin: { hidden: true } },
      { name: 'input', type: 'json', admin: { hidden: true } },
      { name: 'output', type: 'json', admin: { hidden: true } },
      { name: 'state', type: 'text', label: 'Result', required: true },
      { name: 'error', type: 'json', label: 'Error' },
    ],
  },
] satisfies CollectionConfig['fields']
