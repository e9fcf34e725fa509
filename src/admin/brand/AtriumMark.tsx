/** The platform's own mark: an arch, as in `public/atrium/icon.svg`. */
export const AtriumMark = ({ className }: { className?: string }) => (
  <svg className={className} viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <path d="M8 100V50a42 42 0 0 1 84 0v50H70V50a20 20 0 0 0-40 0v50Z" fill="currentColor" />
  </svg>
)
