/** Signing in and the own account. */
export const account = { title: 'Masuk' }
