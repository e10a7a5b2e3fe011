import type { Said } from '../moves.ts'

/** Moves that end a report or open it again. */
export const ending = {
  resolve: {
    button: 'Nyatakan selesai',
    confirm: () => 'Minta konfirmasi pelapor? Pelapor dapat menjawab "Belum selesai".',
    reporter: ({ agency }) => `${agency} menyatakan selesai.`,
    staff: ({ date }) => `Menunggu konfirmasi sampai ${date}.`,
  },
  confirm: {
    button: 'Ya, sudah selesai',
    confirm: () => 'Tutup laporan ini? Anda dapat membukanya lagi selama 30 hari.',
    reporter: () => 'Anda menyatakan selesai.',
    staff: () => 'Dikonfirmasi pelapor.',
  },
  dispute: {
    button: 'Belum selesai',
    confirm: () => 'Apa yang belum selesai? Satu kalimat cukup.',
    reporter: () => 'Anda menyatakan belum selesai.',
    staff: ({ reason, n }) => `Belum selesai menurut pelapor: ${reason} (ke-${n})`,
  },
  lapse: {
    button: '',
    confirm: () => '',
    reporter: () => 'Ditutup setelah 10 hari kerja tanpa jawaban.',
    staff: () => 'Tanpa konfirmasi; tidak dihitung berhasil.',
  },
  rate: {
    button: 'Kirim penilaian',
    confirm: () => '',
    reporter: () => 'Anda memberi nilai.',
    staff: ({ n }) => `Nilai dari pelapor: ${n} dari 5.`,
  },
  archive: {
    button: 'Arsipkan',
    confirm: ({ reason }) => `Arsipkan dengan alasan "${reason}"? Pelapor dapat mengajukan keberatan satu kali.`,
    reporter: ({ reason }) => `Diarsipkan: ${reason}.`,
    staff: ({ officer, reason, reference, note }) =>
      [`Diarsipkan oleh ${officer}: ${reason}.`, reference, note].filter(Boolean).join(' '),
  },
  appeal: {
    button: 'Ajukan keberatan',
    confirm: () => 'Kirim keberatan ke pusat? Ini hanya dapat satu kali.',
    reporter: () => 'Keberatan Anda diperiksa pusat.',
    staff: () => 'Keberatan pelapor: diperiksa pusat.',
  },
  expire: {
    button: '',
    confirm: () => '',
    reporter: () => 'Diarsipkan karena belum dilengkapi. Jawaban Anda menghidupkannya lagi.',
    staff: () => 'Kedaluwarsa tanpa kelengkapan.',
  },
  withdraw: {
    button: 'Cabut laporan',
    confirm: () => 'Cabut laporan ini? Penanganan berhenti. Riwayatnya tetap tersimpan.',
    reporter: () => 'Anda mencabut laporan.',
    staff: () => 'Dicabut oleh pelapor.',
  },
} satisfies Record<string, Said>
