import { createLocalReq, type Payload } from 'payload'
import { escapeIdentifier } from 'pg'

import { readInScope } from '@/db/readInScope'
import { withScope } from '@/db/withScope'
import type { User } from '@/payload-types'

import { baseOf } from './freeFilenames'
import type { Taken } from './freeSlugs'
import type { SourceContent } from './readSource'
import type { End } from './resolveEnds'
import { filenamesOf, type SourceMedium } from './SourceMedium'

/** What the target has already that a copy has to mind. */
export interface TargetState {
  /** The slugs of the pages at its top. */
  readonly top: Taken
  /** Its forms that are called like one of the source, by title. */
  readonly forms: ReadonlyMap<string, readonly string[]>
  /** The names of files, of media and of their sizes, that begin like those to come. */
  readonly filenames: ReadonlySet<string>
  /** Media with as many bytes as one to come. */
  readonly alike: readonly AlikeMedium[]
}

export interface AlikeMedium {
  readonly id: string
  readonly filename: string
  readonly filesize: number
  readonly mimeType: string
}

/** Reads the target in the caller's scope there. */
export async function readTarget(
  payload: Payload,
  user: User,
  { tenant, scope }: End,
  content: SourceContent,
): Promise<TargetState> {
  const media = [...content.media.values()].filter(({ filename }) => filename !== '')
  const patterns = [...new Set(media.flatMap(patternsOf))]
  const { upload } = payload.collections.media.config
  const columns = [
    'filename',
    ...(upload.imageSizes ?? []).map(({ name }) => escapeIdentifier(`sizes_${name}_filename`)),
  ]
  const state = await readInScope(payload, scope, async (client) => ({
    slugs: await client.query<{ taken: string }>(
      `select l._locale || ':' || l.slug as taken from pages p join pages_locales l on l._parent_id = p.id
       where p.tenant_id = $1 and p.parent_id is null and p.deleted_at is null and l.slug is not null`,
      [tenant.id],
    ),
    filenames: await client.query<{ name: string }>(
      `select n.name from media m cross join lateral (values ${columns.map((column) => `(m.${column})`).join()}) n (name)
       where m.tenant_id = $1 and n.name like any ($2)`,
      [tenant.id, patterns],
    ),
    alike: await client.query<AlikeMedium>(
      `select id, filename, filesize::float8 as filesize, mime_type as "mimeType" from media
       where tenant_id = $1 and deleted_at is null and prefix = $1::text and filesize = any ($2) order by id`,
      [tenant.id, media.flatMap(({ file }) => file.filesize ?? [])],
    ),
  }))
  return {
    top: new Set(state.slugs.rows.map(({ taken }) => taken)),
    filenames: new Set(state.filenames.rows.map(({ name }) => name)),
    alike: state.alike.rows,
    forms: await readForms(payload, user, scope, [...new Set(content.forms.values())]),
  }
}

/** What matches every name that the files of a medium could get, with a number or without. */
function patternsOf(medium: SourceMedium): string[] {
  const escape = (text: string) => text.replace(/[\\%_]/g, '\\$&')
  const base = baseOf(medium.filename)
  const others = filenamesOf(medium).filter((name) => !name.startsWith(base))
  return [`${escape(base)}%`, ...others.map(escape)]
}

function readForms(
  payload: Payload,
  user: User,
  scope: End['scope'],
  titles: readonly string[],
): Promise<Map<string, string[]>> {
  return withScope(scope, async () => {
    const forms = new Map<string, string[]>()
    if (titles.length === 0) return forms
    const { docs } = await payload.find({
      collection: 'forms',
      depth: 0,
      overrideAccess: false,
      pagination: false,
      req: await createLocalReq({ user: { ...user, collection: 'users' } }, payload),
      select: { title: true },
      where: { title: { in: [...titles] } },
    })
    for (const { id, title } of docs) forms.set(title, [...(forms.get(title) ?? []), id])
    return forms
  })
}
