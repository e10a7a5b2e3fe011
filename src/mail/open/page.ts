/** Code pages by the numbers that Windows gives them. Pure. */

const pages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  20866: 'koi8-r',
  65001: 'utf-8',
}

export const pageOf = (number: number): string =>
  pages[number] ?? (number >= 1250 && number <= 1258 ? `windows-${number}` : 'windows-1252')
