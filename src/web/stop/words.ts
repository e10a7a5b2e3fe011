/** Ending the letters to somebody who is not, or no longer wants to be, the reporter. */

const id = {
  title: 'Hentikan email ini',
  ask: 'Kami tidak akan mengirim email lagi ke alamat ini tentang satu laporan. Laporannya sendiri tetap berjalan.',
  button: 'Hentikan email',
  done: 'Email sudah dihentikan',
  doneMore: 'Kami tidak mengirim email lagi ke alamat ini tentang laporan itu.',
  wrong: 'Tautan ini tidak berlaku',
  wrongMore: 'Tautannya tidak lengkap atau sudah terlalu lama. Pakai tautan dari email yang terbaru.',
}

const en: typeof id = {
  title: 'Stop these e-mails',
  ask: 'We will send no more e-mail to this address about one report. The report itself goes on.',
  button: 'Stop the e-mails',
  done: 'The e-mails have stopped',
  doneMore: 'We send no more e-mail to this address about that report.',
  wrong: 'This link does not work',
  wrongMore: 'It is incomplete or too old. Use the link in the latest e-mail.',
}

export const words = { id, en }
