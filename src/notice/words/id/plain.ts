import type { Kind, Words } from '../../kind.ts'

/** News of secret reports: the date is the only fact. */
export const plain = {
  'neutral.got': {
    mail: {
      subject: 'Pesan Anda sudah kami terima',
      body: [
        'Pesan Anda sudah kami terima. Simpan nomor dan tanda terima Anda di tempat yang hanya Anda ketahui. Kami tidak mengulangnya di sini.',
        'Bila ini bukan dari Anda, abaikan email ini.',
      ],
    },
  },
  'neutral.act': {
    mail: {
      subject: 'Jawaban Anda kami tunggu sampai {date}',
      body: [
        'Ada pesan yang menunggu jawaban Anda sampai {date}. Buka halaman tempat Anda menulis, lalu masukkan nomor dan tanda terima yang Anda simpan.',
        'Jangan membalas email ini; jawaban di sini tidak kami baca.',
      ],
    },
  },
  'neutral.news': {
    mail: {
      subject: 'Ada kabar baru untuk Anda',
      body: [
        'Ada kabar baru untuk Anda. Buka halaman tempat Anda menulis, lalu masukkan nomor dan tanda terima yang Anda simpan.',
        'Demi keamanan Anda, isinya tidak kami tulis di sini.',
      ],
    },
  },
  'neutral.proof': {
    mail: {
      subject: 'Kode Anda {code}',
      body: [
        'Kode Anda: {code}',
        'Tulis kode ini di halaman tempat Anda memintanya. Berlaku 24 jam. Jangan berikan kepada siapa pun, juga bila ia mengaku petugas.',
        'Anda tidak memintanya? Abaikan. Tanpa kode ini kami tidak memakai alamat Anda.',
      ],
    },
  },
  'neutral.joined': {
    mail: {
      subject: 'Kontak baru untuk kabar dari kami',
      body: [
        'Sebuah alamat atau nomor baru sekarang juga dapat menerima kabar dari kami tentang hal yang Anda tulis.',
        'Anda sendiri yang mengubahnya? Tidak perlu berbuat apa-apa.',
        'Bukan Anda? Buka halaman tempat Anda menulis, lalu periksa bagian "Atur kontak". Jangan teruskan surat kami kepada orang lain.',
      ],
    },
  },
  'neutral.chosen': {
    mail: {
      subject: 'Kabar dari kami dikirim ke kontak lain',
      body: [
        'Tujuan kabar dari kami diubah. Kabar berikutnya pergi ke kontak yang dipilih di halaman Anda.',
        'Anda sendiri yang mengubahnya? Tidak perlu berbuat apa-apa.',
        'Bukan Anda? Buka halaman tempat Anda menulis, lalu periksa bagian "Atur kontak". Jangan teruskan surat kami kepada orang lain.',
      ],
    },
  },
  'neutral.leaving': {
    mail: {
      subject: 'Ada yang meminta kontak Anda dihapus',
      body: [
        'Ada yang meminta alamat atau nomor yang pertama Anda berikan dihapus. Kami menghapusnya hanya dengan kode yang dikirim ke sana, atau bila diminta lagi setelah tujuh hari.',
        'Bukan Anda? Buka halaman tempat Anda menulis, lalu periksa bagian "Atur kontak". Jangan teruskan surat kami kepada orang lain.',
      ],
    },
  },
  'neutral.removed': {
    mail: {
      subject: 'Sebuah kontak dihapus',
      body: [
        'Sebuah alamat atau nomor dihapus. Kabar tentang hal yang Anda tulis tidak lagi dikirim ke sana.',
        'Anda sendiri yang mengubahnya? Tidak perlu berbuat apa-apa.',
        'Bukan Anda? Buka halaman tempat Anda menulis, lalu periksa bagian "Atur kontak". Jangan teruskan surat kami kepada orang lain.',
      ],
    },
  },
} as const satisfies Partial<Record<Kind, Words>>
