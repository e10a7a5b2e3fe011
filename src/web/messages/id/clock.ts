/** Time left, the three clocks, and sizes of files. */

type Told = readonly [name: string, means: string]
const citizen: Told = [
  'Jam warga',
  'Waktu sejak laporan diverifikasi sampai selesai. Tidak diulang ketika laporan berpindah.',
]
const agency: Told = ['Jam instansi', 'Waktu laporan berada di meja Anda saja, dalam jam kerja zona waktu Anda.']
const verify: Told = ['Jam verifikasi', 'Waktu sejak laporan diterima sampai diteruskan, batasnya 3 hari kerja.']

export const clock = {
  left: (days: number, date: string) => `${days} hari kerja lagi, sampai ${date}`,
  today: (time: string) => `hari ini, sampai ${time}`,
  closedDays: (date: string) => `sampai ${date}`,
  late: (days: number, date: string) => `${days} hari kerja lewat, sejak ${date}`,
  justLate: (date: string) => `lewat, sejak ${date}`,
  /** The same in a list, where the date stands elsewhere. */
  shortLeft: (days: number) => `${days} hari`,
  shortToday: 'hari ini',
  shortLate: (days: number) => `lewat ${days} hari`,
  hour: (time: string, zone: string) => `pukul ${time.replace(':', '.')} ${zone}`,
  since: (date: string) => `sejak ${date}`,
  workingDays: (n: string) => `${n} hari kerja`,
  workingHours: (n: string) => `${n} jam kerja`,
  cell: (day: number, limit: number) => `Hari ke-${day} dari ${limit} hari kerja`,
  kept: (days: number, limit: number) => `${days} dari ${limit} hari kerja, ditepati`,
  missed: (days: number) => `Lewat janji ${days} hari kerja`,
  citizen,
  agency,
  verify,
  onTime: 'tepat waktu',
  nearDue: 'mendekati batas',
  lateBy: (n: number) => `lewat ${n} hari kerja`,
}

export const size = {
  bytes: (n: string) => `${n} byte`,
  kilobytes: (n: string) => `${n} kB`,
  megabytes: (n: string) => `${n} MB`,
}
