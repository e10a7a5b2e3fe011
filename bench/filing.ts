import { randomUUID } from 'node:crypto'
import { type Client, client, post } from './client.ts'
import type { Server } from './server.ts'

/** Citizens who press the button: the form of the preview, posted over kept connections. */

export const text =
  'Lampu jalan di depan SDN Bendogerit 1 sudah mati sejak dua minggu. Anak-anak pulang mengaji dalam gelap dan kemarin seorang ibu ' +
  'terjatuh karena lubang di pinggir jalan tidak terlihat. Warga sudah melapor kepada ketua RT, tetapi belum ada petugas yang datang. ' +
  'Mohon segera diperiksa dan diperbaiki.'

const form = {
  text,
  class: 'complaint',
  categoryCode: 'street_lights.out',
  areaCode: '35.72.03.1007',
  place: 'Jalan Ahmad Yani, depan sekolah',
  known: 'anonymous',
  readers: 'public',
  reach: 'phone',
  phone: '081200000000',
  consent: 'on',
}

export type Filing = Readonly<{ file: (client: number) => Promise<void>; close: () => void }>

export async function filing({ port }: Server, clients: number): Promise<Filing> {
  const open: Client[] = await Promise.all(Array.from({ length: clients }, () => client(port)))
  const file = async (n: number) => {
    const answer = await open[n]?.ask(post({ port, path: '/laporan' }, { ...form, kunci: randomUUID() }))
    if (answer?.status !== 201) throw new Error(`a report was answered with ${answer?.status}`)
  }
  return { file, close: () => open.forEach((one) => void one.close()) }
}
