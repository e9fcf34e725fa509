/** The roles that an invitation can give, in the words of somebody who gives them. */
export const roles = [
  { value: 'editor', label: 'Editor', text: 'Writes and publishes pages, reads leads.' },
  { value: 'author', label: 'Author', text: 'Writes drafts that others publish.' },
  { value: 'viewer', label: 'Viewer', text: 'Reads everything, changes nothing.' },
  { value: 'owner', label: 'Owner', text: 'Does all of it, and invites people.' },
  { value: 'member', label: 'Member', text: 'Signs in on the site only, not here.' },
] as const
