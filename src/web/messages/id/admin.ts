/** Pages of administrators. */
export const admin = { title: 'Kelola' }
