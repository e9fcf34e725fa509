import type { Translation } from '../../types'
import { contact } from './contact'
import { home } from './home'
import { memberships } from './memberships'
import { words } from './words'

/** Harbor Nine for crews from Bremerhaven: the start page, the prices, the way there, the menu and the forms. */
export const german: Translation = {
  locale: 'de',
  words,
  pages: { '/': home, '/memberships': memberships, '/contact': contact },
}
