import type { Kind, Words } from '../../kind.ts'

const open = { buttons: ['Lihat laporan'] }
const notDone = { buttons: [['Belum selesai', 'sanggahan']] } as const
const decide = {
  buttons: [
    ['Ya, sudah selesai', 'selesai'],
    ['Belum selesai', 'sanggahan'],
  ],
} as const

/** How a report ends, and how it comes back. */
export const ending = {
  resolved: {
    mail: {
      subject: 'Sudah selesai? Kami perlu jawaban Anda, laporan {ref}',
      body: [
        '{agency} menyatakan laporan {ref} selesai:',
        '{text}',
        'Menurut Anda bagaimana? Anda yang menentukan:',
        decide,
        'Jawab sampai {date}. Tanpa jawaban, laporan ditutup tanpa konfirmasi dan tidak dihitung sebagai keberhasilan.',
      ],
    },
  },
  reminderConfirm: {
    mail: {
      subject: '{left} untuk menjawab: laporan {ref} sudah selesai?',
      body: [
        '{agency} menyatakan laporan {ref} selesai. Kami belum mendengar dari Anda.',
        decide,
        'Batasnya {date}. Sesudahnya laporan ditutup tanpa konfirmasi. Anda masih dapat membukanya lagi selama 30 hari.',
      ],
    },
  },
  confirmed: {
    mail: {
      subject: 'Terima kasih, laporan {ref} selesai',
      body: [
        'Anda menyatakan laporan {ref} selesai. Terima kasih sudah mengabari.',
        'Bila mau, nilai penanganannya. Boleh dilewati; tanpa nilai, tidak ada yang kami isi untuk Anda.',
        { buttons: [['Beri nilai', 'penilaian']] },
        'Masalahnya muncul lagi, atau bukan Anda yang menjawab? Tekan sampai {date}:',
        notDone,
      ],
    },
  },
  confirmedByOther: {
    mail: {
      subject: 'Pelapor lain menyatakan laporan {ref} selesai',
      body: [
        'Satu pelapor bersama menyatakan laporan {ref} selesai, jadi laporan ditutup.',
        'Menurut Anda belum? Tekan sampai {date}, laporan langsung dibuka lagi:',
        notDone,
      ],
    },
  },
  disputed: {
    mail: {
      subject: 'Laporan {ref} dibuka lagi',
      body: [
        'Anda menyatakan laporan {ref} belum selesai. Laporan kembali ke {agency} dan keberatan ini tercatat.',
        'Hitungan waktu tetap berjalan sejak awal. Batas penyelesaian: {date}.',
        'Punya foto keadaan sekarang? Kirim lewat halaman laporan. Foto tidak wajib.',
        open,
      ],
    },
  },
  disputedByOther: {
    mail: {
      subject: 'Laporan {ref} dibuka lagi',
      body: [
        'Satu pelapor bersama menyatakan laporan {ref} belum selesai. Laporan kembali ke {agency}.',
        'Hitungan waktu tetap berjalan sejak awal. Batas penyelesaian: {date}.',
        open,
      ],
    },
  },
  lapsed: {
    mail: {
      subject: 'Laporan {ref} ditutup tanpa konfirmasi',
      body: [
        'Laporan {ref} ditutup karena batas waktu menjawab lewat tanpa jawaban. Penutupan ini tidak dihitung sebagai keberhasilan {agency}.',
        'Ternyata belum beres? Tekan tombol ini sampai {date}, laporan langsung dibuka lagi:',
        notDone,
      ],
    },
  },
  archived: {
    mail: {
      subject: 'Laporan {ref} diarsipkan: alasan dan langkah Anda',
      body: [
        'Laporan {ref} tidak dapat kami teruskan. Alasannya: {reason}.',
        { if: 'text', text: '{text}' },
        'Yang dapat Anda lakukan: {steps}',
        'Tidak setuju? Ajukan keberatan satu kali sampai {date}, dan pusat memeriksanya:',
        { buttons: [['Ajukan keberatan', 'keberatan']] },
        'Tulisan Anda tetap tersimpan di halaman laporan.',
      ],
    },
  },
  expired: {
    mail: {
      subject: 'Laporan {ref} diarsipkan, menunggu keterangan Anda',
      body: [
        'Keterangan untuk laporan {ref} belum kami terima sampai batas waktunya, jadi laporan kami arsipkan.',
        'Tidak ada yang hilang. Jawab pertanyaan ini kapan saja, dan laporan hidup lagi:',
        '{question}',
        { buttons: [['Jawab pertanyaan', 'jawab']] },
      ],
    },
  },
  merged: {
    mail: {
      subject: 'Laporan {ref} digabung dengan {ref2}',
      body: [
        'Warga lain melaporkan masalah yang sama. Supaya ditangani satu kali, laporan {ref} digabung dengan {ref2}.',
        'Anda menjadi pelapor bersama. Kabar {ref2} sampai juga kepada Anda, dan Anda ikut menjawab apakah sudah selesai. Pelapor lain tidak melihat siapa Anda.',
        'Masalah Anda berbeda? Tulis di halaman laporan.',
        open,
      ],
    },
  },
  withdrawn: {
    mail: {
      subject: 'Laporan {ref} sudah dicabut',
      body: [
        'Laporan {ref} dicabut sesuai permintaan Anda. Penanganan berhenti.',
        'Riwayatnya tersimpan, tanpa tampil untuk publik.',
        'Bukan Anda yang mencabut, atau ada yang menekan Anda? Kirim laporan baru dan sebut nomor {ref}.',
        open,
      ],
    },
  },
} as const satisfies Partial<Record<Kind, Words>>
