import type { Move } from '../../report/lifecycle.ts'
import type { Ahead } from '../../talk/send/ahead.ts'
import type { Errors, Values } from '../form.ts'

/** A form of the report page that did not go through: what was written in it, and why not. */
export type Tried = Readonly<{
  name: Move | 'note'
  values: Values
  errors?: Errors
  refusal?: string
  /** It was only looked at: what would go out. */
  ahead?: Ahead
}>

/** What one form shows: its own values and errors, those of other forms never. Pure. */
export const triedIn = (tried: Tried | undefined, name: Tried['name']) =>
  tried?.name === name
    ? { values: tried.values, errors: tried.errors ?? {}, refusal: tried.refusal, ahead: tried.ahead }
    : { values: {}, errors: {}, refusal: undefined, ahead: undefined }
