import type { ServerProps } from 'payload'

import './avatar.css'

/** The person's initials, instead of a picture from somebody else's server. */
export const Avatar = ({ user }: ServerProps) => {
  const initials = [user?.firstName, user?.lastName]
    .flatMap((name) => [...(name?.trim() ?? '')].slice(0, 1))
    .join('')
  return (
    <span className="atrium-avatar" aria-hidden="true">
      {(initials || user?.email?.slice(0, 1) || '·').toUpperCase()}
    </span>
  )
}
