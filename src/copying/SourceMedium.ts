import { basename } from 'node:path'

import type { Media } from '@/payload-types'

import { byLocale, type ByLocale } from './translate'

/** A medium: what of it is copied. */
export interface SourceMedium {
  readonly id: string
  readonly alt: ByLocale<string>
  readonly caption: ByLocale<string>
  readonly filename: string
  /** Type, size, dimensions and focal point of the file. */
  readonly file: Pick<Media, 'mimeType' | 'filesize' | 'width' | 'height' | 'focalX' | 'focalY'>
  /** By the name of the size. */
  readonly sizes: Readonly<Record<string, StoredSize>>
  /** All bytes of it. */
  readonly bytes: number
}

export interface StoredSize {
  readonly filename: string
  readonly mimeType: string | null | undefined
  readonly filesize: number | null | undefined
  readonly width: number | null | undefined
  readonly height: number | null | undefined
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** Whether a stored name is one, and no way to another folder. */
const isBare = (name: unknown): name is string =>
  typeof name === 'string' && name !== '' && name === basename(name) && !/^\.|[\\/]/.test(name)

/** Reads a medium that was found in all languages. Without a file of its own in its space's folder it has the name ''. */
export function readMedium(doc: Media, tenant: string): SourceMedium {
  const { mimeType, filesize, width, height, focalX, focalY } = doc
  const sizes = Object.fromEntries(
    Object.entries(doc.sizes ?? {}).flatMap(([name, size]) =>
      isBare(size?.filename)
        ? [
            [
              name,
              {
                filename: size.filename,
                mimeType: size.mimeType,
                filesize: size.filesize,
                width: size.width,
                height: size.height,
              },
            ],
          ]
        : [],
    ),
  )
  return {
    id: doc.id,
    alt: byLocale(doc.alt, text),
    caption: byLocale(doc.caption, text),
    filename: isBare(doc.filename) && doc.prefix === tenant ? doc.filename : '',
    file: { mimeType, filesize, width, height, focalX, focalY },
    sizes,
    bytes: [doc, ...Object.values(sizes)].reduce((sum, one) => sum + (one.filesize ?? 0), 0),
  }
}

/** The names of all files of a medium, each once. */
export const filenamesOf = ({
  filename,
  sizes,
}: Pick<SourceMedium, 'filename' | 'sizes'>): string[] => [
  ...new Set([filename, ...Object.values(sizes).map((size) => size.filename)]),
]
