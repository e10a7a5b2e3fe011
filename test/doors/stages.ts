import type { Move } from '../../src/report/lifecycle.ts'
import { type Actor, agency } from '../heart.ts'
import type { Fields } from '../visitor.ts'

/** Where a report stands when somebody knocks, and the moves that bring it there. */

type Step = readonly [who: Actor, move: Exclude<Move, 'join'>, input?: object]
type Stage = Readonly<{ told?: Fields; steps: readonly Step[] }>

const toCity: Step = ['centreOperator', 'forward', { agencyId: agency.blitar }]
const toUnit: Step = ['blitarOperator', 'forward', { agencyId: agency.roads, assisting: [agency.trees] }]
const answered: Step = ['roadsLiaison', 'answer', { text: 'Kami tambal besok.' }]
const settled: Step = ['roadsLiaison', 'resolve', { text: 'Sudah ditambal.' }]
const back: Step = ['blitarOperator', 'return', { reason: 'other_level', note: 'Jalan ini milik provinsi.' }]
const misled: Step = ['roadsLiaison', 'return', { reason: 'other_unit', note: 'Ini taman.' }]
const grave = { class: 'complaint', oversight: true }
const unit = [toCity, toUnit]

const after = (...steps: readonly Step[]): Stage => ({ steps })

export const stages = {
  centre: after(),
  city: after(toCity),
  unit: after(...unit),
  /** With the city again, which has to look at it once more. */
  returned: after(...unit, misled),
  incomplete: after(...unit, misled, ['blitarOperator', 'ask', { text: 'Di jalan apa?' }]),
  answered: after(...unit, answered),
  drafted: after(...unit, ['roadsOfficer', 'draft', { text: 'Kami tambal.' }]),
  visiting: after(...unit, ['roadsLiaison', 'dispatch', { due: '2026-03-05' }]),
  asking: after(...unit, [
    'roadsLiaison',
    'extend',
    { reason: 'weather', sentence: 'Hujan terus.', newDue: '2026-04-10' },
  ]),
  instructed: after(...unit, ['blitarSupervisor', 'instruct', { text: 'Mohon didahulukan.', due: '2026-03-05' }]),
  contested: after(toCity, back, toCity, back, toCity, back),
  resolved: after(...unit, answered, settled),
  closed: after(...unit, answered, settled, ['reporter', 'confirm']),
  archived: after(...unit, misled, ['blitarOperator', 'archive', { reason: 'no_matter' }]),
  withdrawn: after(...unit, ['reporter', 'withdraw']),
  /** About the staff of an agency, and for nobody's eyes but those who must. */
  grave: {
    told: { readers: 'secret', class: 'complaint', oversight: 'on' },
    steps: [
      ['centreOperator', 'forward', { agencyId: agency.blitar, ...grave }],
      ['blitarOperator', 'forward', { agencyId: agency.roads, ...grave }],
    ],
  },
} as const satisfies Record<string, Stage>

export type Held = keyof typeof stages
export const stageOf = (held: Held): Stage => stages[held]
