import { z } from 'zod'
import { clean, day, optionalWords, shorten, words } from './input.ts'
import { classes } from './report.ts'

/** What a citizen hands in. Only the text is required. Pure. */

const emptyIsAbsent = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())

const unknown = 'choice.unknown'
const id = z.coerce.number(unknown).int(unknown).positive(unknown).max(Number.MAX_SAFE_INTEGER, unknown)
/** Browsers without a date field send what was typed: 26/11/2026. */
const typedDay = z.preprocess((value) => {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(String(value ?? '').trim()) ?? []
  return y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : value
}, day)
const phone = z
  .string()
  .transform((text) => text.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^(\+?\d{9,15})$/, 'phone.format'))

type Told = { known?: string | undefined; name?: string | undefined; reach?: string | undefined }
const personal = (d: Told) => (d.known === 'open' && !!d.name) || d.reach === 'email' || d.reach === 'phone'
/** Said together with what is wrong in other fields, not after it. */
const told = (field: string, error: string) => ({
  path: [field],
  error,
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
})

export const draft = z
  .object({
    text: words(10_000, 'text.empty'),
    class: emptyIsAbsent(z.enum([...classes, 'unsure'], unknown)),
    oversight: z.preprocess((value) => value === 'on' || value === 'true' || value === true, z.boolean()),
    categoryCode: emptyIsAbsent(
      z
        .string()
        .regex(/^[a-z_]+(\.[a-z_]+)?$/, unknown)
        .max(80, unknown),
    ),
    areaCode: emptyIsAbsent(z.string().regex(/^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$/, 'place.unknown')),
    place: optionalWords(300),
    happenedOn: emptyIsAbsent(typedDay),
    addresseeId: emptyIsAbsent(id),
    name: optionalWords(100, 'name.long'),
    /** No answer about the name hides it. */
    known: emptyIsAbsent(z.enum(['open', 'anonymous'], unknown)),
    /** No answer about secrecy is asked again at the preview. */
    readers: emptyIsAbsent(z.enum(['public', 'secret'], unknown)),
    reach: emptyIsAbsent(z.enum(['email', 'phone', 'none'], unknown)),
    email: emptyIsAbsent(z.string().trim().toLowerCase().max(254, 'email.format').pipe(z.email('email.format'))),
    phone: emptyIsAbsent(phone),
    consent: z.preprocess((value) => value === 'on' || value === 'true' || value === true, z.boolean()),
  })
  .refine((d) => d.reach !== 'email' || d.email, told('email', 'contact.empty'))
  .refine((d) => d.reach !== 'phone' || d.phone, told('phone', 'contact.empty'))
  .refine((d) => d.consent === true || !personal(d), told('consent', 'consent.empty'))

export type Draft = z.output<typeof draft>

/** The first sentence, at most 90 characters, becomes the title; a first paragraph of more than a few letters is one, such as
 *  the subject of a letter. */
export function titleOf(text: string): string {
  const words = clean(text)
  const [first = ''] = words.split(/\n\s*\n/)
  const line = (first.length < 12 ? words : first).replace(/\s+/g, ' ')
  const sentence = /^.{12,}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line
  if (sentence.length <= 90) return sentence.replace(/[.!?]+$/, '')
  const cut = sentence.slice(0, 88)
  return `${shorten(cut, Math.max(cut.lastIndexOf(' '), 40))}…`
}

export const isAnonymous = (d: Pick<Draft, 'known'>) => d.known !== 'open'
