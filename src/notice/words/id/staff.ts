import type { Kind, Words } from '../../kind.ts'

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
  'staff.reminder': {
    mail: {
      subject: '{count} segera sampai batas waktunya di {agency}',
      body: [
        '{count} di {agency} segera sampai batas waktunya, yang paling dekat {date}.',
        'Masih ada waktu untuk menjawab, meneruskan, atau meminta perpanjangan.',
        { buttons: ['Buka meja'] },
        'Surat seperti ini kami kirim paling banyak sekali dalam empat jam.',
      ],
    },
  },
  'staff.overdue': {
    mail: {
      subject: '{count} melewati batas waktu di {agency}',
      body: [
        '{count} di {agency} melewati batas waktu, yang terlama sejak {date}.',
        'Bila tidak ditangani, laporan itu naik ke atasan dan pelapornya diberi tahu.',
        { buttons: ['Buka meja'] },
        'Surat seperti ini kami kirim paling banyak sekali dalam empat jam.',
      ],
    },
  },
  'staff.escalated': {
    mail: {
      subject: '{count} melewati batas waktu di {agency}',
      body: [
        '{count} di {agency} melewati batas waktu, yang terlama sejak {date}.',
        'Laporan itu sekarang tampak juga di meja Anda. Tugas {agency} tidak berpindah.',
        { buttons: ['Buka meja'] },
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
  'staff.audit': {
    mail: {
      subject: 'Anda diminta memeriksa laporan yang sudah selesai',
      body: [
        'Seorang pengawas meminta Anda memeriksa beberapa laporan yang sudah dinyatakan selesai. Laporannya diundi; Anda tidak pernah menanganinya.',
        'Instansi yang menanganinya baru tahu laporan mana yang diperiksa setelah Anda selesai. Jangan membicarakannya sebelum itu.',
        { buttons: ['Buka pemeriksaan'] },
      ],
    },
  },
  'staff.oversight': {
    mail: {
      subject: 'Pengaduan berkadar pengawasan di wilayah Anda',
      body: [
        'Ada pengaduan berkadar pengawasan di {agency} atau di bawahnya. Anda dapat membacanya, apa pun yang dilakukan unit kemudian.',
        { if: 'ref', text: 'Nomornya {ref}.' },
        'Isinya hanya dapat dibaca setelah Anda masuk, dan setiap pembukaan tercatat.',
        { buttons: ['Buka daftar inspektorat'] },
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
