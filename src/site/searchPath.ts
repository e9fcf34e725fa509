/** Where the search of every site is. */
export const searchPath = '/search'
