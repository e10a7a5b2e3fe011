/** Words that most guessed passwords are made of, here and elsewhere. A list of leaked passwords would be megabytes; of those
 *  with twelve characters or more, nearly all are these words, counted, doubled or followed by a year. */
const words = [
  'password', 'passw', 'sandi', 'katasandi', 'rahasia', 'kunci', 'masuk', 'login', 'signin', 'welcome', 'selamat', 'datang',
  'admin', 'administrator', 'operator', 'petugas', 'pejabat', 'penghubung', 'pengawas', 'pegawai', 'user', 'pengguna', 'guest',
  'lapor', 'sp4n', 'ulpim', 'pemkot', 'pemkab', 'pemprov', 'dinas', 'kota', 'kabupaten', 'provinsi', 'kementerian', 'blitar',
  'jakarta', 'surabaya', 'bandung', 'semarang', 'medan', 'makassar', 'jawa', 'timur', 'barat', 'tengah', 'nusantara',
  'indonesia', 'merdeka', 'garuda', 'pancasila', 'bhinneka', 'bismillah', 'alhamdulillah', 'assalamualaikum', 'insyaallah',
  'sayang', 'sayangku', 'cinta', 'cintaku', 'bunda', 'ayah', 'mama', 'papa', 'keluarga', 'anak', 'anakku', 'doraemon',
  'qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'asdf', 'zxcvbnm', 'zxcvbn', 'zxcv', 'qazwsx', 'wsx', 'edc', 'qweasd', 'zxc',
  'iloveyou', 'love', 'sunshine', 'princess', 'dragon', 'monkey', 'football', 'baseball', 'superman', 'batman', 'master',
  'letmein', 'trustno', 'whatever', 'starwars', 'liverpool', 'manchester', 'united', 'chelsea', 'barcelona', 'persib', 'arema',
  'hello', 'secret', 'changeme', 'default', 'test', 'abc', 'abcd', 'abcdef', 'aku', 'kamu', 'satu', 'dua', 'tiga',
].sort((a, b) => b.length - a.length) // biome-ignore format: a list reads better in lines

const leet: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '5': 's',
  $: 's',
  '7': 't',
}

const without = (text: string, own: readonly string[]) =>
  [...own, ...words].reduce((rest, word) => rest.replaceAll(word, ''), text).replace(/[^\p{L}]/gu, '')

/** Is there hardly anything in it that a guesser would not try: common words, the person's own names, digits, one letter again
 *  and again? Pure. */
export function isCommon(password: string, own: readonly string[]): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  const names = own.map((name) => name.toLowerCase()).filter((name) => name.length >= 3)
  const plain = [...text.replace(/^[\d\W]+|[\d\W]+$/g, '')].map((letter) => leet[letter] ?? letter).join('')
  if (new Set(text).size < 5) return true
  if (/^\d+$/.test(text)) return true
  return without(text, names).length < 3 || without(plain, names).length < 3
}
