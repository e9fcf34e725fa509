/** Something that was changed, or could not be done, and where: `$.profile.name`. */
export interface MapNote {
  readonly path: string
  readonly reason: string
}
