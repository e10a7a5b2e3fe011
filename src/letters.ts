/** The 32 letters and digits of everything that people copy by hand: none looks or sounds like another. Pure. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What somebody typed or dictated, in that alphabet where it can be: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
export const readLetters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
