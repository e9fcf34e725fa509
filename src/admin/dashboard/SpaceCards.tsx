import { SelectSpace } from './SelectSpace'
import { SiteLink } from './SiteLink'
import type { Space } from './Space'

/** The spaces of somebody who has several: choosing one narrows the whole admin to it. */
export const SpaceCards = ({ spaces }: { spaces: readonly Space[] }) => (
  <ul className="atrium-spaces">
    {spaces.map((space) => (
      <li key={space.id} className="atrium-space">
        <p>
          <SiteLink space={space} />
        </p>
        <SelectSpace id={space.id} name={space.name} />
      </li>
    ))}
  </ul>
)
