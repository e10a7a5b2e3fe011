/** Field work on a phone. */
export const field = { title: 'Tugas lapangan' }
