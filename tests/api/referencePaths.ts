import type { Field } from 'payload'

import { richTextLink } from '../support/httpContent'

type Body = Record<string, unknown>

/** One place where a document can name another. */
export interface ReferencePath {
  readonly path: string
  readonly relationTo: string
  /** A document that names `id` there, complete around it. */
  readonly naming: (id: string) => Body
}

interface Walk {
  readonly prefix: string
  readonly wrap: (inner: Body) => Body
  /** Documents for the references that a block cannot do without. */
  readonly own: Readonly<Record<string, string>>
}

const named = (field: Field): field is Field & { name: string } =>
  'name' in field && typeof field.name === 'string'

/** The fields of one level, without the rows, tabs and groups that are only for the eye. */
function levelOf(fields: readonly Field[]): Field[] {
  return fields.flatMap((field): Field[] => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab): Field[] =>
        'name' in tab && tab.name
          ? [{ ...tab, type: 'group', name: tab.name } as Field]
          : levelOf(tab.fields),
      )
    }
    const looks =
      field.type === 'row' ||
      field.type === 'collapsible' ||
      (field.type === 'group' && !named(field))
    return looks && 'fields' in field ? levelOf(field.fields) : [field]
  })
}

const reference = (
  field: Field & { relationTo: string | string[]; hasMany?: boolean },
  to: string,
  id: string,
) => {
  const value = Array.isArray(field.relationTo) ? { relationTo: to, value: id } : id
  return field.hasMany ? [value] : value
}

function sample(field: Field, own: Walk['own']): unknown {
  switch (field.type) {
    case 'relationship':
    case 'upload': {
      const to = String([field.relationTo].flat()[0])
      return reference(field as never, to, own[to] ?? '')
    }
    case 'select':
    case 'radio': {
      const [option] = field.options
      return typeof option === 'object' ? option.value : option
    }
    case 'number':
      return 1
    case 'array':
      return Array.from({ length: field.minRows ?? 1 }, () => requiredOf(field.fields, own))
    case 'group':
      return requiredOf(field.fields, own)
    case 'richText':
      return richTextLink('Text', own.pages ?? '')
    default:
      return 'Text'
  }
}

/** What a level cannot do without, besides what it has by default. */
function requiredOf(fields: readonly Field[], own: Walk['own']): Body {
  const missing = levelOf(fields)
    .filter(named)
    .filter((field) => field.type === 'group' || ('required' in field && field.required === true))
    .filter((field) => !('defaultValue' in field && field.defaultValue !== undefined))
    .filter((field) => field.admin?.condition?.({}, {}, {} as never) !== false)
  return Object.fromEntries(missing.map((field) => [field.name, sample(field, own)]))
}

/** Every place in `fields` where a document can name another: inside groups, arrays, blocks and rich text as well. */
export function referencePaths(
  fields: readonly Field[],
  { prefix, wrap, own }: Walk,
): ReferencePath[] {
  const level = levelOf(fields)
  return level.filter(named).flatMap((field): ReferencePath[] => {
    const path = `${prefix}${field.name}`
    // The document itself is there already; what is new in it is complete.
    const around = prefix === '' ? {} : requiredOf(level, own)
    const put = (value: unknown): Body => wrap({ ...around, [field.name]: value })
    const into = (inner: readonly Field[], deeper: string, place: (body: Body) => unknown) =>
      referencePaths(inner, { own, prefix: deeper, wrap: (body) => put(place(body)) })
    switch (field.type) {
      case 'relationship':
      case 'upload':
        return [field.relationTo].flat().map((relationTo) => ({
          path: `${path} (${relationTo})`,
          relationTo,
          naming: (id) => put(reference(field as never, relationTo, id)),
        }))
      case 'richText':
        return [
          {
            path: `${path} (rich text)`,
            relationTo: 'pages',
            naming: (id) => put(richTextLink('Text', id)),
          },
        ]
      case 'group':
        return into(field.fields, `${path}.`, (body) => body)
      case 'array':
        return into(field.fields, `${path}[].`, (body) =>
          Array.from({ length: field.minRows ?? 1 }, () => body),
        )
      case 'blocks':
        return field.blocks.flatMap((block) =>
          into(block.fields, `${path}[${block.slug}].`, (body) => [
            { blockType: block.slug, ...body },
          ]),
        )
      default:
        return []
    }
  })
}
