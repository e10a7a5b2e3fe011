import type { Kind, Words } from '../../kind.ts'

const open = { buttons: ['Lihat laporan'] }
const inbox = { if: 'inbox', text: 'Anda juga boleh membalas email ini.' } as const

/** From the first receipt to the work in the field. */
export const progress = {
  received: {
    mail: {
      subject: 'Laporan {ref} sudah kami terima',
      body: [
        'Terima kasih. Laporan Anda sudah kami terima dengan nomor {ref}.',
        'Operator memeriksa lalu meneruskannya ke instansi yang berwenang. Batas waktunya {left}, sampai {date}.',
        'Anda tidak perlu mengirim ulang. Kami memberi kabar setiap ada perubahan.',
        open,
        'Keadaan darurat? Telepon 112, 110, atau 119.',
      ],
    },
  },
  asked: {
    mail: {
      subject: 'Kami perlu keterangan untuk laporan {ref}',
      body: [
        'Laporan Anda sudah kami baca. Supaya sampai ke instansi yang tepat, kami perlu tahu:',
        '{question}',
        'Jawab di halaman laporan sampai {date}. Foto tidak wajib.',
        { buttons: [['Jawab pertanyaan', 'jawab']] },
        inbox,
        'Tidak tahu jawabannya? Katakan saja tidak tahu. Itu tetap membantu.',
      ],
    },
  },
  questioned: {
    mail: {
      subject: '{agency} bertanya tentang laporan {ref}',
      body: [
        '{agency} sedang menangani laporan {ref} dan perlu tahu dari Anda:',
        '{question}',
        'Jawab di halaman laporan sampai {date}. Batas penyelesaian tetap berjalan selama kami menunggu.',
        { buttons: [['Jawab pertanyaan', 'jawab']] },
        inbox,
      ],
    },
  },
  reminderComplete: {
    mail: {
      subject: '{left} untuk melengkapi laporan {ref}',
      body: [
        'Kami masih menunggu jawaban Anda untuk laporan {ref}:',
        '{question}',
        'Batasnya {date}. Setelah itu laporan diarsipkan. Jawaban yang datang kemudian tetap menghidupkannya lagi.',
        { buttons: [['Jawab pertanyaan', 'jawab']] },
        inbox,
      ],
    },
  },
  forwarded: {
    mail: {
      subject: 'Laporan {ref} diteruskan ke {agency}',
      body: [
        'Laporan {ref} sudah diperiksa dan diteruskan ke {agency}.',
        { if: 'answerDate', text: 'Batas jawaban pertama: {answerDate}.' },
        'Batas penyelesaian: {date}.',
        'Bila {agency} merasa bukan wewenangnya, kami mencari instansi lain. Hitungan waktu tidak diulang.',
        open,
      ],
    },
  },
  returned: {
    mail: {
      subject: 'Laporan {ref} mencari instansi lain',
      body: [
        '{agency} menyatakan laporan {ref} bukan wewenangnya. Alasannya: {reason}.',
        '{above} sekarang mencari instansi yang tepat. Anda tidak perlu berbuat apa-apa.',
        { if: 'date', text: 'Hitungan waktu tetap berjalan sejak awal. Batas penyelesaian tetap {date}.' },
        'Setelah tiga kali dikembalikan, pusat memutuskan siapa yang wajib menangani.',
        open,
      ],
    },
  },
  arbitrated: {
    mail: {
      subject: 'Sudah diputuskan siapa yang menangani laporan {ref}',
      body: [
        'Laporan {ref} sudah {count} kali dikembalikan. Pusat memutuskan: {agency} wajib menanganinya. Putusan ini tidak dapat dikembalikan.',
        'Hitungan waktu tidak diulang. Batas penyelesaian: {date}.',
        open,
      ],
    },
  },
  answered: {
    mail: {
      subject: '{agency} menjawab laporan {ref}',
      body: [
        '{agency} menjawab laporan {ref}:',
        '{text}',
        'Laporan belum ditutup. Batas penyelesaian: {date}.',
        'Ada yang ingin Anda tambahkan? Tulis di halaman laporan.',
        open,
        inbox,
      ],
    },
  },
  spoken: {
    mail: {
      subject: 'Pimpinan {agency} menulis tentang laporan {ref}',
      body: [
        'Pimpinan {agency} menulis kepada Anda tentang laporan {ref}:',
        '{text}',
        'Instansi yang menanganinya tetap wajib menjawab dan menyelesaikan. Hitungan waktunya tidak berubah.',
        { if: 'date', text: 'Batas penyelesaian: {date}.' },
        open,
        inbox,
      ],
    },
  },
  reorganised: {
    mail: {
      subject: 'Laporan {ref} sekarang ditangani {agency}',
      body: [
        'Tugas instansi yang menangani laporan {ref} berpindah karena penataan instansi pemerintah. Laporan Anda ikut berpindah, dengan seluruh riwayatnya.',
        'Sekarang yang menangani: {agency}. Anda tidak perlu mengirim ulang.',
        'Hitungan waktu tidak diulang.',
        { if: 'date', text: 'Batas penyelesaian tetap {date}.' },
        open,
      ],
    },
  },
  reopened: {
    mail: {
      subject: 'Laporan {ref} dibuka lagi oleh pengawas',
      body: [
        'Pengawas {agency} memeriksa penanganan laporan {ref} dan membukanya lagi:',
        '{text}',
        'Penanganannya dilanjutkan. Anda tidak perlu berbuat apa-apa; kami memberi kabar setiap ada perubahan.',
        open,
      ],
    },
  },
  visitPlanned: {
    mail: {
      subject: 'Petugas dijadwalkan ke lokasi, laporan {ref}',
      body: [
        'Petugas {agency} dijadwalkan memeriksa lokasi laporan {ref}, paling lambat {date}. Jadwal dapat berubah; bila berubah, kami kabari.',
        'Anda tidak perlu hadir. Petugas tidak menerima uang atau barang apa pun.',
        open,
      ],
    },
  },
  visitDone: {
    mail: {
      subject: 'Petugas sudah ke lokasi, laporan {ref}',
      body: [
        'Petugas {agency} sudah memeriksa lokasi laporan {ref} pada {date}.',
        'Hasil dan fotonya ada di halaman laporan. Hasilnya berbeda dari yang Anda lihat? Tulis di sana, satu kalimat cukup.',
        { buttons: ['Lihat hasil dan foto'] },
        inbox,
        { if: 'date2', text: 'Laporan belum ditutup, batasnya {date2}.' },
      ],
    },
  },
  extended: {
    mail: {
      subject: 'Batas waktu laporan {ref} menjadi {date}',
      body: [
        '{agency} meminta waktu lebih untuk laporan {ref}, dan {above} menyetujuinya.',
        'Alasannya: {reason}.',
        'Batas baru: {date}. Batas semula: {date2}. Batas semula tetap tercatat dan tetap dihitung dalam statistik {agency}.',
        open,
      ],
    },
  },
  escalated: {
    mail: {
      subject: 'Batas waktu laporan {ref} terlewat',
      body: [
        '{agency} melewati batas waktu laporan {ref}, yaitu {date}.',
        'Kami sudah meneruskan hal ini ke {above}. Keterlambatan ini tercatat dan dapat dilihat publik dalam statistik.',
        'Anda tidak perlu berbuat apa-apa.',
        open,
      ],
    },
  },
} as const satisfies Partial<Record<Kind, Words>>
