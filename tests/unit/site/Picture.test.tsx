import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { Picture } from '@/site/Picture'

import { buildMedia } from './buildPage'

const sizes = {
  small: { url: '/media/table-640.jpg', width: 640, height: 480 },
  large: { url: '/media/table 1600.jpg', width: 1600, height: 1200 },
  og: { url: '/media/table-og.jpg', width: 1200, height: 630 },
}

describe('Picture', () => {
  it('offers the sizes of its own ratio, smallest first, and none of the crops', () => {
    const html = renderToStaticMarkup(<Picture media={buildMedia({ sizes })} sizes="50vw" />)
    expect(html).toContain('srcSet="/media/table-640.jpg 640w, /media/table.jpg 1600w"')
    expect(html).toContain('sizes="50vw"')
    expect(html).not.toContain('og.jpg')
  })

  it('reserves its space, waits until it is near, and keeps its focal point', () => {
    const html = renderToStaticMarkup(<Picture media={buildMedia({ focalX: 20, focalY: 80 })} />)
    expect(html).toContain('width="1600" height="1200"')
    expect(html).toContain('loading="lazy"')
    expect(html).toContain('object-position:20% 80%')
  })

  it('comes first when it is seen first', () => {
    const html = renderToStaticMarkup(<Picture media={buildMedia()} eager />)
    expect(html).toContain('loading="eager"')
    expect(html).toContain('fetchPriority="high"')
  })

  it('is silent when it is decorative', () => {
    expect(renderToStaticMarkup(<Picture media={buildMedia()} decorative />)).toContain('alt=""')
  })

  it.each([['some-id'], [null], [undefined]])('shows nothing for %s', (media) => {
    expect(renderToStaticMarkup(<Picture media={media} />)).toBe('')
  })
})
