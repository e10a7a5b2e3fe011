/** Pages of staff who work on reports. */
type Warning = readonly [says: string, so: string]
const anonymous: Warning = ['Pelapor anonim.', 'Jangan mencari, menebak, atau menunjukkan foto pelapor di lapangan.']
const secret: Warning = [
  'Rahasia.',
  'Jangan menyalin, mencetak, atau membicarakannya di luar penanganan. Setiap pembukaan tercatat.',
]

export const desk = {
  empty: {
    operator: 'Tidak ada laporan yang menunggu verifikasi.',
    liaison: (agency: string) => `Tidak ada yang menunggu jawaban ${agency}.`,
    officer: 'Tidak ada tugas lapangan hari ini.',
    inspector: 'Tidak ada pengaduan berkadar pengawasan yang terbuka.',
    supervisor: 'Tidak ada batas waktu terlewat.',
    arbiter: 'Tidak ada wewenang yang disengketakan.',
    search: 'Tidak ada laporan yang cocok di meja Anda.',
  },
  next: 'Berikutnya: laporan yang batas waktunya paling dekat.',
  anonymous,
  secret,
  keys: {
    move: 'turun, naik',
    open: 'buka',
    forward: 'teruskan',
    answer: 'balas',
    ask: 'minta kelengkapan',
    return: 'kembalikan',
    merge: 'gabung',
    search: 'cari',
  },
}
