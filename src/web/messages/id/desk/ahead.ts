import type { Channel } from '../../../../report/report.ts'

/** What goes out when a step is made, seen before. */
export const ahead = {
  look: 'Lihat yang akan dikirim',
  title: 'Yang akan dikirim',
  yet: 'Belum ada yang dikirim. Kalimat di sekitar tulisan Anda mengikuti bahasa pilihan pelapor.',
  secret:
    'Laporan ini rahasia. Yang dikirim hanya pemberitahuan netral, tanpa nomor dan tanpa isi. Jawaban Anda dibaca pelapor di halaman laporannya.',
  to: (n: number, channel: string) => `${n} pelapor lewat ${channel}`,
  page: (n: number) => `${n} pelapor membacanya di halaman laporan.`,
  words: 'Lihat kata-katanya',
  subject: (subject: string) => `Perihal: ${subject}`,
  length: (length: string, most: string) => `${length} dari paling banyak ${most} huruf`,
  whole: (length: string) => `${length} huruf`,
  parts: (parts: number, length: string) => `${length} huruf, ${parts} SMS`,
  cut: 'Terlalu panjang untuk kanal ini: tulisan Anda akan dipotong. Lengkapnya tetap ada di halaman laporan.',
  remarks: {
    email: 'Tulisan Anda dimuat di dalam surat, dengan tautan ke halaman laporan.',
    sms: 'Kode di dalamnya berbeda untuk tiap pelapor.',
    whatsapp: 'Bila pelapor diam lebih dari sehari, WhatsApp hanya menerima satu baris sampai 800 huruf.',
    facebook: 'Bila pelapor diam lebih dari seminggu, Facebook tidak menyampaikannya; kabarnya pindah ke kontak lain.',
    instagram:
      'Bila pelapor diam lebih dari seminggu, Instagram tidak menyampaikannya; kabarnya pindah ke kontak lain.',
    x: 'Dikirim sebagai pesan pribadi. Di muka umum tidak ada yang ditulis.',
  } as Readonly<Partial<Record<Channel, string>>>,
}
