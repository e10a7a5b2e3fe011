/** The promises that hold when nobody has changed them, each with its legal basis. */
const service = 'Ketentuan layanan LAPOR!'
const guideline = 'PermenPANRB 62/2018, Bab VI'
const decree = 'Perpres 76/2013'

type SeedPromise = readonly [
  step: string,
  type: string | null,
  oversight: boolean | null,
  days: number,
  unit: 'working' | 'calendar',
  basis: string,
]

export const validFrom = '2019-01-01'

export const promises: readonly SeedPromise[] = [
  ['verify', null, null, 3, 'working', service],
  ['answer', null, null, 5, 'working', service],
  ['settle', 'information_request', null, 5, 'working', guideline],
  ['settle', 'aspiration', null, 5, 'working', guideline],
  ['settle', 'complaint', false, 14, 'working', guideline],
  ['settle', 'complaint', true, 60, 'working', guideline],
  ['cap', null, null, 60, 'calendar', decree],
  ['respond', null, null, 10, 'working', service],
  ['question', null, null, 10, 'working', service],
  ['dispute', null, null, 30, 'calendar', service],
  ['appeal', null, null, 30, 'calendar', service],
]
