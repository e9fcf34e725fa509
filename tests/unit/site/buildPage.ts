import type { Media, Page } from '@/payload-types'

const TIME = '2026-01-01T00:00:00.000Z'

// The tenant's own fields, which no view reads, are left out: hence the narrowing at the end, in tests only.
export const buildPage = (overrides: Partial<Page>) =>
  ({
    id: 'page',
    title: 'Page',
    path: '/page',
    createdAt: TIME,
    updatedAt: TIME,
    ...overrides,
  }) as Page

export const buildMedia = (overrides: Partial<Media> = {}) =>
  ({
    id: 'media',
    alt: 'A table by the window',
    url: '/media/table.jpg',
    width: 1600,
    height: 1200,
    createdAt: TIME,
    updatedAt: TIME,
    ...overrides,
  }) as Media
