interface InTree {
  readonly id: string
  readonly parent: string | undefined
}

/** A page in the order in which it can be written, with its parent if that is written before. */
export interface Placed<Page> {
  readonly page: Page
  readonly parent: string | undefined
}

/** Parents before their children. Drafts can stand in a circle; it is opened where it is entered. */
export function parentsFirst<Page extends InTree>(pages: readonly Page[]): Placed<Page>[] {
  const byId = new Map(pages.map((page) => [page.id, page]))
  const entered = new Set<string>()
  const placed = new Map<string, Placed<Page>>()
  const place = (page: Page): void => {
    if (entered.has(page.id)) return
    entered.add(page.id)
    const above = page.parent === undefined ? undefined : byId.get(page.parent)
    if (above) place(above)
    const parent = above && placed.has(above.id) ? above.id : undefined
    placed.set(page.id, { page, parent })
  }
  pages.forEach(place)
  return [...placed.values()]
}
