import type { What } from '../../../../supervision/waiting/list.ts'

/** The lists behind the numbers of the supervisor's page. */

const titles: Record<What, string> = {
  open: 'Terbuka',
  late: 'Lewat janji',
  returned: 'Pernah dikembalikan, masih terbuka',
  disputed: 'Disanggah, masih terbuka',
  disputedTwice: 'Disanggah dua kali atau lebih',
  lapsed: 'Berakhir tanpa konfirmasi bulan ini',
  instructed: 'Menunggu jawaban atas atensi',
  extensions: 'Meminta perpanjangan waktu',
  authority: 'Wewenang disengketakan',
}

export const supervisionList = {
  titles,
  arrived: 'Laporan masuk',
  elsewhere: (n: string) =>
    `${n} laporan lain di halaman ini ikut dihitung, tetapi kini dipegang instansi di atas dan tidak tampak dari sini.`,
  absent: 'Instansi yang belum pernah masuk',
  absentRow: (accounts: number) => (accounts === 0 ? 'belum punya akun' : `${accounts} akun, belum pernah dipakai`),
  absentHeld: (n: number) => `memegang ${n} laporan terbuka`,
  agency: 'Instansi',
  accounts: 'Akun',
  held: 'Laporan terbuka',
  back: 'Kembali ke pengawasan',
  none: 'Tidak ada yang perlu dilihat di sini.',
  age: (age: string) => `umur ${age} hari kerja`,
}
