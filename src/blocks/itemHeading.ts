/** Items are headed one level below their block, and take its level where the block has no heading of its own. */
export const itemHeading = ({ heading }: { heading?: string | null }) => (heading ? 'h3' : 'h2')
