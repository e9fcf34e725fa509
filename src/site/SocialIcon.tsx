import { socialPaths } from './socialPaths'

const GLOBE =
  'M12 0a12 12 0 1 0 0 24 12 12 0 0 0 0-24Zm7.9 7h-3.2a18 18 0 0 0-1.5-4.3A10 10 0 0 1 19.9 7ZM12 2.100c.9 1.2 1.8 2.9 2.4 4.900H9.600C10.2 5 11.1 3.3 12 2.100ZM2.2 14.500a10 10 0 0 1 0-5h4a24 24 0 0 0 0 5Zm1.9 2.500h2.700c.4 1.7 1 3.2 1.8 4.400A10 10 0 0 1 4.1 17Zm2.7-10H4.100a10 10 0 0 1 4.5-4.400C7.8 3.8 7.2 5.3 6.8 7ZM12 21.900c-1-1.3-1.8-3-2.4-4.900h4.800c-.6 2-1.4 3.6-2.4 4.900Zm2.9-7.400H9.100a21 21 0 0 1 0-5h5.800a21 21 0 0 1 0 5Zm.4 6.900c.8-1.2 1.4-2.7 1.8-4.400h2.700a10 10 0 0 1-4.5 4.400Zm2.5-6.900a24 24 0 0 0 0-5h4a10 10 0 0 1 0 5Z'

/** Decorative: the link around it carries the name. */
export const SocialIcon = ({ platform }: { platform: string | null | undefined }) => (
  <svg viewBox="0 0 24 24" width="20" height="20" fill="currentColor" aria-hidden="true">
    <path d={socialPaths[platform ?? ''] ?? GLOBE} />
  </svg>
)
