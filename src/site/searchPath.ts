/** Where the search of every site is, in its main language. */
export const searchPath = '/search'
