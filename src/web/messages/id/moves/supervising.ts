import type { Said } from '../moves.ts'

/** Moves of supervisors, and of the plans and audits that they ask for. */
export const supervising = {
  speak: {
    button: 'Kirim jawaban pimpinan',
    confirm: () => '',
    reporter: ({ parent }) => `Pimpinan ${parent} menulis kepada Anda.`,
    staff: ({ officer, parent }) => `Jawaban pimpinan ${parent}, ditulis ${officer}. Jam instansi tetap berjalan.`,
  },
  reassign: {
    button: '',
    confirm: () => '',
    reporter: ({ agency }) => `Pindah ke ${agency} karena penataan instansi.`,
    staff: ({ agency, note, officer }) =>
      `Pindah ke ${agency} karena penataan instansi: ${note}, ditandatangani ${officer}.`,
  },
  relieve: {
    button: '',
    confirm: () => '',
    reporter: () => '',
    staff: ({ note, officer }) =>
      `Instansi pembantu diganti karena penataan instansi: ${note}, ditandatangani ${officer}.`,
  },
  audit: {
    button: '',
    confirm: () => '',
    reporter: () => '',
    staff: ({ officer, reason, note }) => `Diperiksa oleh ${officer}: ${reason}.${note && ` ${note}`}`,
  },
  reopen: {
    button: 'Buka lagi',
    confirm: () => '',
    reporter: ({ parent }) => `Pengawas ${parent} membuka lagi laporan ini.`,
    staff: ({ officer, reason }) => `Dibuka lagi oleh ${officer}: ${reason}`,
  },
} satisfies Record<string, Said>
