import { BatchLog } from '../write/BatchLog'
import { type Placed } from '../write/Placed'
import { nameOf } from '../write/Stage'
import { emptyTally, type OutcomeName } from '../write/Tally'
import { type BrokenItem } from '../read/Source'
import { type Verifying } from './Verifying'
import { NOBODY, originOf } from './VerifyLog'

/** Takes what is to be told of documents that have no place here, for a comparison: they have to be among the rejected ones. */
export class PlacementLog extends BatchLog {
  constructor(private readonly verifying: Verifying) {
    super(emptyTally())
  }

  override outcome({ document, space }: Omit<Placed, 'id'>, outcome: OutcomeName): void {
    const { log } = this.verifying
    if (outcome === 'left' || outcome === 'elsewhere')
      log.find(originOf(document, space?.slug), outcome)
  }

  override reject({ document, space }: Omit<Placed, 'id'>, reason: string): void {
    const { log, rejected } = this.verifying
    const { collection, place } = document.item
    const origin = originOf(document, space?.slug)
    if (rejected?.has(collection, place) ?? true) return log.find(origin, 'rejected')
    log.find(origin, 'missing')
    log.differ('missing', origin, {
      expected: 'a document here, or in the reject file',
      found: reason,
    })
  }

  override rejectBroken({ collection, place, reason }: BrokenItem): void {
    const { log, rejected } = this.verifying
    const origin = { collection: nameOf(collection), tenant: NOBODY, id: '' }
    if (rejected?.has(collection, place) ?? true) return log.find(origin, 'rejected')
    log.find(origin, 'missing')
    log.differ('missing', origin, {
      path: `${place.file}, document ${place.number}`,
      expected: 'in the reject file',
      found: reason,
    })
  }
}
