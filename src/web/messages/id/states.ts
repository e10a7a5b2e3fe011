import type { Role } from '../../../person/may.ts'
import type { Verdict } from '../../../report/input.ts'
import type { Audience } from '../../../report/lifecycle.ts'
import type { Channel, Class, Status } from '../../../report/report.ts'

/** What a report is and who acts on it. `closed` is told apart by how it ended. */
export type Word = Exclude<Status, 'closed'> | 'confirmed' | 'lapsed'
type Named = { name: string; is: string }

export const status = {
  received: 'Menunggu verifikasi',
  incomplete: 'Menunggu kelengkapan',
  assigned: 'Diteruskan',
  in_progress: 'Ditindaklanjuti',
  resolved: 'Menunggu konfirmasi pelapor',
  confirmed: 'Selesai, dikonfirmasi pelapor',
  lapsed: 'Selesai, tanpa konfirmasi',
  archived: 'Diarsipkan',
} satisfies Record<Word, string>

type Standing = { agency: string; left: string; date: string }

/** What the reporter reads of each; `left` says the time with its date. */
export const statusSays = {
  received: ({ left }: Standing) => `Operator memeriksa laporan Anda, ${left}.`,
  /** Received again from an agency that gave it back. */
  returned: ({ agency, left, date }: Standing) =>
    `${agency} mencari instansi yang tepat, ${left}. Hitungan waktu tetap berjalan sejak awal. Batas penyelesaian tetap ${date}.`,
  incomplete: ({ date }: Standing) => `Kami menunggu jawaban Anda atas pertanyaan di bawah, sampai ${date}.`,
  assigned: ({ agency, date }: Standing) => `Laporan ada di ${agency}. Batas jawaban pertama: ${date}.`,
  in_progress: ({ agency, date }: Standing) => `${agency} sedang menanganinya. Batas penyelesaian: ${date}.`,
  resolved: ({ agency }: Standing) => `${agency} menyatakan selesai. Menurut Anda bagaimana?`,
  confirmed: (_: Standing) => 'Anda menyatakan masalah ini selesai.',
  confirmedByOther: ({ date }: Standing) =>
    `Pelapor lain menyatakan masalah ini selesai. Belum menurut Anda? Tekan "Belum selesai" di bawah sampai ${date}.`,
  lapsed: (_: Standing) => 'Ditutup karena tidak ada jawaban. Tidak dihitung sebagai keberhasilan.',
  archived: (_: Standing) => 'Laporan tidak dapat diteruskan. Alasan dan langkah Anda ada di bawah.',
  withdrawn: (_: Standing) => 'Anda mencabut laporan ini. Penanganan berhenti, riwayatnya tetap tersimpan.',
  expired: (_: Standing) =>
    'Keterangan belum kami terima sampai batas waktunya, jadi laporan diarsipkan. Jawaban Anda menghidupkannya lagi.',
} satisfies Record<Word | 'returned' | 'confirmedByOther' | 'withdrawn' | 'expired', unknown>

export const kind = {
  complaint: { name: 'Pengaduan', is: 'Ada yang rusak, salah, atau tidak dilayani.' },
  oversight: {
    name: 'Pengaduan berkadar pengawasan',
    is: 'Tentang perilaku aparat: pungli, korupsi, nepotisme, penyalahgunaan wewenang, disiplin.',
  },
  aspiration: { name: 'Aspirasi', is: 'Usul atau harapan untuk pemerintah.' },
  information_request: { name: 'Permintaan informasi', is: 'Pertanyaan atau permintaan data.' },
} satisfies Record<Class | 'oversight', Named>

export const role = {
  reporter: { name: 'Pelapor', is: 'Orang yang mengirim laporan.' },
  coReporter: { name: 'Pelapor bersama', is: 'Orang lain yang melaporkan masalah yang sama.' },
  operator: { name: 'Operator', is: 'Memeriksa dan meneruskan laporan.' },
  liaison: { name: 'Pejabat penghubung', is: 'Menyetujui dan mengirim jawaban instansi.' },
  officer: { name: 'Petugas', is: 'Menyusun jawaban dan bekerja di lapangan.' },
  inspector: { name: 'Inspektorat', is: 'Membaca semua pengaduan berkadar pengawasan di wilayahnya.' },
  supervisor: { name: 'Pengawas', is: 'Membaca semua dan memberi atensi, tidak mengubah.' },
  administrator: { name: 'Administrator', is: 'Mengatur instansi, akun, kalender, dan janji layanan.' },
  arbiter: { name: 'Pemutus wewenang', is: 'Memutus instansi mana yang berwenang.' },
} satisfies Record<Role | 'reporter' | 'coReporter', Named>

export const channel = {
  web: 'Situs',
  email: 'Email',
  sms: 'SMS',
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  phone: 'Telepon',
  counter: 'Loket',
  letter: 'Surat',
  api: 'Aplikasi lain',
  bridge: 'LAPOR nasional',
} satisfies Record<Channel, string>

export const audience = {
  everyone: 'Pelapor membacanya',
  staff: 'Hanya petugas',
  agency: 'Hanya instansi ini',
} satisfies Record<Audience, string>

/** What an audit says of a closed report, in the midst of a sentence. */
export const verdicts = {
  in_order: 'beres',
  no_answer: 'jawaban tidak sesuai',
  not_done: 'pekerjaan belum dilakukan',
  doubtful: 'bukti meragukan',
  unclear: 'tidak dapat dinilai',
} satisfies Record<Verdict, string>

/** Who writes in the name of an agency and not as it. */
export const office = {
  head: (agency: string) => `Pimpinan, ${agency}`,
  supervisor: (agency: string) => `Pengawas, ${agency}`,
}
