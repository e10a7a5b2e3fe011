import { randomBytes } from 'node:crypto'
import type { Rules } from '../agency/rules.ts'
import type { Zone } from '../agency/working-days.ts'
import type { Staff } from '../person/may.ts'
import { type Account, contactHash, type Identity, type Keys, seal } from '../person/seal.ts'
import { readNumber } from '../sms/number.ts'
import { due } from './deadline.ts'
import { type Draft, isAnonymous, titleOf } from './draft.ts'
import type { Filed, Filing, Intake } from './intake.ts'
import { draftHash, receiptFor, receiptHash } from './receipt.ts'
import { newReference } from './reference.ts'
import type { Channel } from './report.ts'

/** What filing needs to know beside the draft. */
export type Filer = Readonly<{
  intake: Intake
  keys: Keys
  rules: Rules
  /** The first holder: the root of the tree, or the agency of the operator who writes down what somebody told. */
  holder: { id: number; zone: Zone }
  channel: Channel
  language: 'id' | 'en'
  onBehalf?: Staff
  /** Of somebody who writes from a service, with the hash by which it is recognised. */
  account?: Account & { contact: Buffer }
  pin?: { latitude: number; longitude: number }
}>

export type Receipt = {
  ok: true
  reference: string
  receipt: string | null
  verifyDue: Date
  reportId: number
  reporterId: number
}
export type FileRefusal = { ok: false; refusal: 'other-words' | 'unknown-choice' }

/** Files a report, once per `key` however often it is sent. Acknowledged means durable.
 *  @returns the reference, and a receipt when the reporter leaves no contact or asks for secrecy;
 *  `other-words` when the key was used for another text, `unknown-choice` for an area, category or agency that does not exist.
 *  @throws Busy, or the database's error: then send the same key again. */
export async function fileReport(filer: Filer, draft: Draft, key: string, now: Date): Promise<Receipt | FileRefusal> {
  const receipt = filer.account === undefined && needsReceipt(draft) ? receiptFor(filer.keys, key) : null
  const verifyDue = due({ rules: filer.rules, zone: filer.holder.zone }, 'verify', now)
  const filed = await withNewReference((reference) =>
    filer.intake(filing(filer, draft, key, reference, receipt, verifyDue, now)),
  ).catch((reason: unknown) => {
    if ((reason as { code?: string }).code === foreignKey) return null
    throw reason
  })
  if (!filed) return { ok: false, refusal: 'unknown-choice' }
  if (filed.again && !filed.same) return { ok: false, refusal: 'other-words' }
  const { reference, reportId, reporterId } = filed
  return { ok: true, reference, receipt, verifyDue, reportId, reporterId }
}

const foreignKey = '23503'
/** Whoever has no e-mail address gets no letter with a link: the receipt is their way back. */
const needsReceipt = (draft: Draft) => draft.readers === 'secret' || reachable(draft) !== 'email'

function reachable(draft: Draft): 'email' | 'phone' | undefined {
  if (draft.reach === 'email' && draft.email) return 'email'
  if (draft.reach === 'phone' && draft.phone) return 'phone'
  return undefined
}

/** The address or number that news goes to, as it is recognised when it writes. */
function contactOf(draft: Draft, keys: Keys): Buffer | undefined {
  const way = reachable(draft)
  const contact = way === 'email' ? draft.email : way === 'phone' ? readNumber(draft.phone ?? '') : undefined
  return contact === undefined ? undefined : contactHash(keys, contact)
}

function identityOf(draft: Draft): Identity | undefined {
  const identity: Identity = {
    ...(draft.known === 'open' && draft.name ? { name: draft.name } : {}),
    ...(draft.reach === 'email' && draft.email ? { email: draft.email } : {}),
    ...(draft.reach === 'phone' && draft.phone ? { phone: draft.phone } : {}),
  }
  return Object.keys(identity).length > 0 ? identity : undefined
}

/** 35 random bits nearly never meet; when they do, another reference is drawn. */
async function withNewReference(filed: (reference: string) => Promise<Filed>): Promise<Filed> {
  for (let left = 3; ; left--) {
    try {
      return await filed(newReference(randomBytes(7)))
    } catch (reason) {
      if (left === 0 || (reason as { constraint_name?: string }).constraint_name !== 'report_reference_key')
        throw reason
    }
  }
}

function filing(
  filer: Filer,
  draft: Draft,
  key: string,
  reference: string,
  receipt: string | null,
  verifyDue: Date,
  now: Date,
): Filing {
  const { onBehalf: staff, account } = filer
  const identity = account
    ? { account: { service: account.service, id: account.id, called: account.called } }
    : identityOf(draft)
  return {
    key,
    digest: draftHash(filer.keys, draft).toString('hex'),
    reference,
    channel: filer.channel,
    title: titleOf(draft.text),
    text: draft.text,
    class: draft.class === 'unsure' ? undefined : draft.class,
    oversight: draft.class === 'complaint' && draft.oversight,
    category_code: draft.categoryCode,
    area_code: draft.areaCode,
    place: draft.place,
    latitude: filer.pin?.latitude,
    longitude: filer.pin?.longitude,
    happened_on: draft.happenedOn,
    addressee_id: draft.addresseeId,
    anonymous: isAnonymous(draft),
    secret: draft.readers === 'secret',
    holder_id: filer.holder.id,
    filed_at: now,
    verify_due: verifyDue,
    cap_due: due({ rules: filer.rules, zone: filer.holder.zone }, 'cap', now),
    language: filer.language,
    receipt_hash: receipt ? receiptHash(filer.keys, receipt).toString('hex') : undefined,
    reachable: account ? 'messenger' : reachable(draft),
    contact: (account?.contact ?? contactOf(draft, filer.keys))?.toString('hex'),
    sealed: identity ? seal(filer.keys, identity).toString('hex') : undefined,
    actor: staff ? 'staff' : 'reporter',
    person_id: staff?.personId,
    by_name: staff?.name,
    by_role: staff ? 'operator' : undefined,
    agency_id: staff?.agencyId,
    data: { channel: filer.channel, set: { status: 'received', holder_id: filer.holder.id, version: 1 } },
  }
}
