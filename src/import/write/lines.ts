import { type BsonDocument } from '../bson/BsonValue'
import { writeExtendedJson } from '../bson/writeExtendedJson'
import { type MapNote } from '../map/MapReport'
import { type BrokenItem, type SourceCollection, type SourcePlace } from '../read/Source'
import { nameOf } from './Stage'

/** Where a document is, in words: which file, byte and number. */
const placeOf = ({ file, offset, number, part }: SourcePlace) => ({
  file,
  offset,
  number,
  ...(part === undefined ? {} : { part }),
})

/** A line of the reject file: it can be fed back when what is wrong with it has been mended. */
export const rejectLine = (
  { database, name }: SourceCollection,
  place: SourcePlace,
  reason: string,
  document: BsonDocument,
): string =>
  // The document is Extended JSON already, in the order of its keys.
  `${JSON.stringify({ database, collection: name, reason, place: placeOf(place) }).slice(0, -1)},"document":${writeExtendedJson(document).json}}`

/** What cannot be read has no document: its bytes. */
export const brokenLine = ({ collection, place, reason, at, raw }: BrokenItem): string =>
  JSON.stringify({
    database: collection.database,
    collection: collection.name,
    reason,
    at,
    place: placeOf(place),
    bytes: Buffer.from(raw).toString('base64'),
  })

export type NoteKind =
  /** A conversion changed something. */
  | 'loss'
  /** A rule of the map could not do its work. */
  | 'problem'
  /** The collection here takes it in another form. */
  | 'target'
  /** It refers to something that has not come in. */
  | 'dangling'
  /** Somebody changed it here, so it stays as it is. */
  | 'edited'

/** A line of the notes: something that was changed, left out, or leads nowhere. */
export const noteLine = (
  collection: SourceCollection,
  place: SourcePlace,
  id: string,
  kind: NoteKind,
  { path, reason }: MapNote,
): string =>
  JSON.stringify({ kind, collection: nameOf(collection), id, path, reason, place: placeOf(place) })
