import { idText } from '../bson/idText'
import { type MapNote } from '../map/MapReport'
import { type BrokenItem } from '../read/Source'
import { type Placed } from './Placed'
import { brokenLine, noteLine, rejectLine, type NoteKind } from './lines'
import { nameOf } from './Stage'
import {
  countDangling,
  countLoss,
  countOutcome,
  countRest,
  type OutcomeName,
  type Tally,
} from './Tally'
import { storedId } from './writeDocuments'

/** Of whom a document is when nobody knows. */
const NOBODY = '-'

/** What is to be told of a batch: counts, and lines for the lists of the run, kept until it is written. */
export class BatchLog {
  readonly rejects: string[] = []
  readonly notes: string[] = []

  constructor(readonly tally: Tally) {}

  outcome({ document, space }: Pick<Placed, 'document' | 'space'>, outcome: OutcomeName): void {
    countOutcome(this.tally, nameOf(document.item.collection), space?.slug ?? NOBODY, outcome)
  }

  reject(placed: Pick<Placed, 'document' | 'space'>, reason: string): void {
    const { collection, document, place } = placed.document.item
    this.outcome(placed, 'rejected')
    this.rejects.push(rejectLine(collection, place, reason, document))
  }

  rejectBroken(item: BrokenItem): void {
    countOutcome(this.tally, nameOf(item.collection), NOBODY, 'rejected')
    this.rejects.push(brokenLine(item))
  }

  note({ document }: Pick<Placed, 'document'>, kind: NoteKind, note: MapNote): void {
    const { collection, place } = document.item
    const id = document.item.document.get('_id')
    this.notes.push(noteLine(collection, place, id ? storedId(idText(id)) : '', kind, note))
    if (kind === 'dangling') countDangling(this.tally, nameOf(collection))
    else countLoss(this.tally, nameOf(collection), note.reason)
  }

  rest({ document }: Pick<Placed, 'document'>): void {
    countRest(this.tally, nameOf(document.item.collection))
  }
}
