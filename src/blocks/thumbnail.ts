/** The picture of a block in the admin's block drawer: `public/atrium/blocks/<slug>.svg`. */
export const thumbnail = (slug: string, alt: string) => ({
  thumbnail: { url: `/atrium/blocks/${slug}.svg`, alt },
})
