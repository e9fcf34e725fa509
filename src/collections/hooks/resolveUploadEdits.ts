/** What is to be done to a stored picture. Payload reads this shape out of the query (3.90, generateFileData). */
export interface UploadEdits {
  readonly crop?: unknown
  readonly widthInPixels?: unknown
  readonly heightInPixels?: unknown
  readonly focalPoint?: { readonly x?: unknown; readonly y?: unknown }
}

interface Wish {
  /** From the query, where everything is text. */
  readonly asked: UploadEdits | undefined
  readonly data: { readonly focalX?: unknown; readonly focalY?: unknown }
  readonly stored: {
    readonly mimeType: string
    readonly focalX?: number | null
    readonly focalY?: number | null
  }
}

/** What sizes are made of, and what can be cropped: as Payload decides it (3.90, canResizeImage). */
const CAN_BE_EDITED = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']

/**
 * The edits that change the picture; none when they say what is so already. The admin sends the focal point with every
 * save, and a client may send no more than one number of it.
 */
export function resolveUploadEdits({ asked, data, stored }: Wish): UploadEdits | undefined {
  if (!CAN_BE_EDITED.includes(stored.mimeType)) return undefined
  const focalPoint = {
    x: firstNumber(asked?.focalPoint?.x, data.focalX, stored.focalX) ?? 50,
    y: firstNumber(asked?.focalPoint?.y, data.focalY, stored.focalY) ?? 50,
  }
  const cropped = Boolean(asked?.crop || asked?.widthInPixels || asked?.heightInPixels)
  const moved = focalPoint.x !== stored.focalX || focalPoint.y !== stored.focalY
  return cropped || moved ? { ...asked, focalPoint } : undefined
}

/** Whole, as Payload stores it. */
function firstNumber(...values: unknown[]): number | undefined {
  const found = values
    .filter((value) => typeof value === 'number' || (typeof value === 'string' && value !== ''))
    .map(Number)
    .find(Number.isFinite)
  return found === undefined ? undefined : Math.round(found)
}
