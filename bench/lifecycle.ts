import { randomUUID } from 'node:crypto'
import { rulesFor } from '../src/agency/rulebook.ts'
import { type Actor, attempt } from '../src/db/actor.ts'
import { actorOf, type Staff } from '../src/person/may.ts'
import { draft } from '../src/report/draft.ts'
import { fileReport, type Receipt } from '../src/report/file.ts'
import { type Inputs, inputs } from '../src/report/input.ts'
import { intake } from '../src/report/intake.ts'
import type { Move } from '../src/report/lifecycle.ts'
import { move, type Request, type Who } from '../src/report/move.ts'
import { text } from './filing.ts'
import type { House } from './house.ts'

/** One report from the first word to the reporter's yes, by the commands that the pages use: six durable commits. */

export type Commands = Readonly<{ file: () => Promise<Receipt>; live: () => Promise<void> }>

export function commands({ db, keys, book, staff }: House): Commands {
  const { centre, city, unit } = staff
  const rules = rulesFor(book, null)
  const holder = { id: centre.agencyId, zone: 'Asia/Jakarta' } as const
  const filer = { intake: intake(db.intake), keys, rules, holder, channel: 'web', language: 'id' } as const
  const words = draft.parse({ text, areaCode: '35.72.03.1007', readers: 'public' })

  const act = async <M extends Exclude<Move, 'join'>>(
    who: Who,
    actor: Actor,
    reference: string,
    name: M,
    given: object,
  ) => {
    const input = inputs[name].parse(given) as Inputs[M]
    const request: Request<M> = { reference, name, input }
    const moved = await attempt(db, actor, (tx) => move(tx, book, who, request, new Date()))
    if (!moved.ok) throw new Error(`${name} was refused: ${moved.refusal}`)
  }
  const by = (person: Staff) => [{ kind: 'staff', staff: person }, actorOf(person)] as const

  const file = async () => {
    const filed = await fileReport(filer, words, randomUUID(), new Date())
    if (!filed.ok) throw new Error(filed.refusal)
    return filed
  }
  const live = async () => {
    const { reference, reporterId, reportId } = await file()
    const classing = { class: 'complaint', categoryCode: 'street_lights.out' }
    await act(...by(centre), reference, 'forward', { agencyId: city.agencyId, ...classing })
    await act(...by(city), reference, 'forward', { agencyId: unit.agencyId, ...classing })
    await act(...by(unit), reference, 'answer', { text: 'Petugas kami datang besok pagi.' })
    await act(...by(unit), reference, 'resolve', { text: 'Lampu sudah diganti dan menyala.' })
    await act(
      { kind: 'reporter', reporterId },
      { kind: 'reporter', reporterId, reportIds: [reportId] },
      reference,
      'confirm',
      {},
    )
  }
  return { file, live }
}
