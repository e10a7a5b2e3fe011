/** What stands in brackets in a report, said by us about the words and files that came with a message. */
export const remarks = {
  leftOut: (n: number) => `[${n} lampiran tidak disimpan.]`,
  letterLeftOut: (n: number, kinds: string) => `[${n} lampiran surat tidak disimpan: ${kinds}.]`,
  sender: '[Pengirim surat ini tidak dapat dipastikan.]',
  enclosure: '[lampiran]',
  cut: '[…]',
  video: (n: number) => `[${n} video tidak disimpan.]`,
  audio: (n: number) => `[${n} rekaman suara tidak disimpan.]`,
  quoted: (by: string, text: string) => `[Menanggapi unggahan ${by || 'lain'}: “${text}”]`,
  changed: (text: string) => `[Diubah oleh penulisnya:] ${text}`,
  deleted: (service: string) => `[Isi dihapus: penulisnya menghapus unggahan ini di ${service}.]`,
  place: (place: string) => `Lokasi: ${place}`,
  photo: 'Mengirim foto.',
}
