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

/** Letters to staff. What a report says is read only after signing in. */
export const staff = {
  'staff.instruction': {
    mail: {
      subject: 'Atensi pengawas: jawaban ditunggu sampai {date}',
      body: [
        '{by} memberi atensi pada satu laporan di meja {agency}.',
        'Jawaban ditunggu {left}, sampai {date}. Atensi tetap di atas meja sampai dijawab.',
        'Isinya hanya dapat dibaca setelah Anda masuk.',
        { buttons: ['Buka meja'] },
      ],
    },
  },
  'staff.task': {
    mail: {
      subject: 'Tugas lapangan baru untuk Anda',
      body: [
        '{by} memberi Anda tugas lapangan untuk satu laporan.',
        { if: 'date', text: 'Batasnya {date}.' },
        'Tempat dan isinya dapat dibaca setelah Anda masuk.',
        { buttons: ['Buka tugas lapangan'] },
      ],
    },
  },
  'staff.sentBack': {
    mail: {
      subject: 'Rancangan jawaban Anda dikembalikan',
      body: [
        '{by} mengembalikan rancangan jawaban Anda dengan catatan.',
        'Janji kepada pelapor tetap berjalan. Catatannya dapat dibaca setelah Anda masuk.',
        { buttons: ['Buka meja'] },
      ],
    },
  },
  'staff.waiting': {
    mail: {
      subject: 'Ada yang menunggu di meja {agency}',
      body: [
        'Ada laporan baru, kabar dari pelapor, atau keputusan yang menunggu di meja {agency}.',
        { buttons: ['Buka meja'] },
        'Surat seperti ini kami kirim paling banyak sekali dalam empat jam. Di antaranya, semua yang baru tetap tampak di meja.',
      ],
    },
  },
  'staff.invitation': {
    mail: {
      subject: 'Undangan akun {service} untuk {agency}',
      body: [
        'Anda mendapat akun sebagai {role} di {agency}.',
        'Nama pengguna: {user}',
        'Buat kunci masuk Anda sendiri lewat tautan ini, berlaku sampai {time} dan hanya sekali:',
        { buttons: ['Buat kunci masuk'] },
        'Jangan bagikan akun. Setiap tindakan tercatat atas nama Anda. Tidak merasa bertugas di sini? Abaikan email ini dan beri tahu atasan Anda.',
      ],
    },
  },
  'staff.reset': {
    mail: {
      subject: 'Ganti kata sandi {service}',
      body: [
        'Ada permintaan mengganti kata sandi akun Anda.',
        'Bila itu Anda, buka tautan ini sampai {time}. Tautan hanya berlaku sekali:',
        { buttons: ['Ganti kata sandi'] },
        'Bila bukan Anda, abaikan; kata sandi tidak berubah. Kami tidak pernah menanyakan kata sandi lewat telepon, SMS, atau pesan.',
      ],
    },
  },
  'staff.digest': {
    mail: {
      subject: 'Pekan ini di {agency}: {open} laporan terbuka',
      body: [
        'Ringkasan tujuh hari sampai {date}, untuk {agency} dan semua instansi di bawahnya.',
        'Masuk: {arrived} laporan.',
        { if: 'answered', text: 'Mendapat jawaban pertama: {answered}.' },
        { if: 'ended', text: 'Berakhir: {ended}.' },
        { if: 'disputed', text: 'Belum selesai menurut pelapor: {disputed}.' },
        'Masih terbuka sekarang: {open}.',
        { if: 'overdue', text: 'Lewat janji: {overdue}, yang terlama sejak {date2}.' },
        { if: 'unheeded', text: 'Atensi yang belum dijawab: {unheeded}.' },
        { buttons: ['Buka meja'] },
      ],
    },
  },
  'staff.newDevice': {
    mail: {
      subject: 'Akun Anda masuk dari perangkat baru',
      body: [
        'Akun {user} masuk dari perangkat baru pada {time}.',
        'Bila itu Anda, tidak perlu berbuat apa-apa.',
        'Bila bukan, keluarkan semua perangkat sekarang, lalu beri tahu administrator {agency}:',
        { buttons: ['Keluarkan semua perangkat'] },
      ],
    },
  },
} as const satisfies Partial<Record<Kind, Words>>
