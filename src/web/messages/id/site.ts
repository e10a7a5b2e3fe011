/** What stands around every page. */

export const brand = { national: 'LAPOR', city: 'ULPIM', name: 'Lapor' }

export const site = {
  skip: 'Langsung ke isi',
  nation: 'Indonesia',
  description: (place: string) =>
    `Sampaikan pengaduan, aspirasi, atau permintaan informasi kepada pemerintah. ${place}. Gratis, tanpa akun.`,
}

export const emergency = {
  label: 'Nomor darurat',
  ask: 'Ada yang terancam nyawanya? Telepon dulu.',
  all: 'Darurat',
  ambulance: 'Ambulans',
  police: 'Polisi',
}

export const nav = {
  label: 'Utama',
  home: 'Beranda',
  file: 'Tulis laporan',
  track: 'Cek laporan',
}

export const language = { label: 'Bahasa', other: 'English', otherCode: 'en' }

export const footer = {
  free: 'Gratis. Jangan membayar siapa pun.',
  staff: 'Masuk petugas',
  stop: 'Hentikan kabar',
}

export const staffSite = {
  label: 'Meja',
  desk: (agency: string) => `Meja ${agency}`,
  account: 'Akun saya',
  signOut: 'Keluar',
  keys: 'Pintasan papan ketik',
  manyMore: (n: number) => (n > 99 ? '99+' : String(n)),
}

export const actions = {
  back: 'Kembali',
  cancel: 'Batal',
  continue: 'Lanjutkan',
  save: 'Simpan',
  search: 'Cari',
  clear: 'Hapus saringan',
  optional: 'boleh dikosongkan',
  choose: 'Pilih',
  saved: 'Tersimpan.',
}

export const pager = { label: 'Halaman', first: 'Ke awal', next: 'Berikutnya' }
