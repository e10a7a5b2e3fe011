import type { Move } from '../../report/lifecycle.ts'

/** The moves of staff as the last word of their address. */
export const nouns = {
  ask: 'permintaan-kelengkapan',
  forward: 'penerusan',
  return: 'pengembalian',
  arbitrate: 'putusan-wewenang',
  question: 'pertanyaan',
  draft: 'rancangan',
  sendBack: 'perbaikan',
  answer: 'jawaban',
  dispatch: 'penugasan',
  resolve: 'penyelesaian',
  archive: 'pengarsipan',
  merge: 'penggabungan',
  extend: 'perpanjangan',
  grant: 'perpanjangan/persetujuan',
  refuse: 'perpanjangan/penolakan',
  instruct: 'atensi',
  heed: 'atensi/jawaban',
  speak: 'jawaban-pimpinan',
  reopen: 'pembukaan',
  reclassify: 'golongan',
  edit: 'suntingan',
  accuse: 'terlapor',
} as const satisfies Partial<Record<Move, string>>

/** The letters that open a step, on the keyboard. */
export const stepKeys = { forward: 'T', answer: 'B', ask: 'M', return: 'R', merge: 'G' } as const
export type KeyedMove = keyof typeof stepKeys
export const keyedMoves = Object.keys(stepKeys) as KeyedMove[]

export type StaffMove = keyof typeof nouns
export const staffMoves = Object.keys(nouns) as StaffMove[]
