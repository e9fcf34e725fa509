import type { PayloadRequest } from 'payload'

import { adminPath } from '../adminPath'
import type { Clock } from './Clock'
import type { SpacesViewpoint } from './resolveViewpoint'
import type { Space } from './Space'

/** What every panel of a dashboard of spaces works with. */
export interface Desk {
  readonly req: PayloadRequest
  readonly viewpoint: SpacesViewpoint
  readonly spaces: readonly Space[]
  /** The one space in view, if it is one. */
  readonly only: Space | undefined
  /** Sees everybody's work somewhere, and the leads. */
  readonly edits: boolean
  /** Writes somewhere. */
  readonly writes: boolean
  readonly href: (path: `/${string}`) => string
  readonly clockIn: (tenant: string) => Clock
  /** " · Harbor" where it is a question of which space something is; else nothing. */
  readonly placeOf: (tenant: string) => string
}

const ANYWHERE: Clock = { locale: 'en', timeZone: 'UTC' }

export function buildDesk({
  req,
  viewpoint,
  spaces,
}: Pick<Desk, 'req' | 'viewpoint' | 'spaces'>): Desk {
  const only = spaces.length === 1 ? spaces[0] : undefined
  const spaceOf = (id: string) => spaces.find((space) => space.id === id)
  const edits = viewpoint.editorOf.length > 0
  return {
    req,
    viewpoint,
    spaces,
    only,
    edits,
    writes: edits || viewpoint.authorOf.length > 0,
    href: (path) => adminPath(req.payload.config, path),
    clockIn: (tenant) => (spaceOf(tenant) ?? spaces[0])?.clock ?? ANYWHERE,
    placeOf: (tenant) => {
      const name = spaceOf(tenant)?.name
      return only || !name ? '' : ` · ${name}`
    },
  }
}
