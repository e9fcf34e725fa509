import { expect, test } from 'vitest'

import { resolveUploadEdits } from '@/collections/hooks/resolveUploadEdits'

const png = { mimeType: 'image/png', focalX: 50, focalY: 50 }
const crop = { x: '0', y: '0', width: '100', height: '50' }

test.each([
  ['nothing is asked', {}],
  ['the focal point is the old one, as text', { asked: { focalPoint: { x: '50', y: '50' } } }],
  ['the focal point is the old one', { data: { focalX: 50, focalY: 50 } }],
  ['the focal point is none', { asked: { focalPoint: { x: 'x', y: '' } }, data: { focalX: null } }],
  ['the crop is empty', { asked: { crop: '' } }],
  ['it is a drawing', { asked: { crop }, stored: { mimeType: 'image/svg+xml' } }],
  ['it is a film', { data: { focalX: 1 }, stored: { mimeType: 'video/mp4' } }],
])('a picture stays as it is when %s', (_when, wish) => {
  expect(resolveUploadEdits({ asked: undefined, data: {}, stored: png, ...wish })).toBeUndefined()
})

test.each([
  ['the query', { asked: { focalPoint: { x: '10', y: '20' } } }, { x: 10, y: 20 }],
  [
    'the query before the data',
    { asked: { focalPoint: { x: '10', y: '20' } }, data: { focalX: 1, focalY: 2 } },
    { x: 10, y: 20 },
  ],
  ['the data', { data: { focalX: 0, focalY: 0 } }, { x: 0, y: 0 }],
  ['the data, one number', { data: { focalY: 12.4 } }, { x: 50, y: 12 }],
  ['nowhere, for a crop', { asked: { crop } }, { x: 50, y: 50 }],
  [
    'nowhere, for a picture that has none',
    { asked: { crop }, stored: { mimeType: 'image/png' } },
    { x: 50, y: 50 },
  ],
])('the focal point comes from %s', (_where, wish, focalPoint) => {
  const edits = resolveUploadEdits({ asked: undefined, data: {}, stored: png, ...wish })
  expect(edits?.focalPoint).toEqual(focalPoint)
})
