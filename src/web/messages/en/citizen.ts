import type * as id from '../id/citizen.ts'
import { confirm, home, receipt, track } from './citizen/around.ts'
import { contacts } from './citizen/contacts.ts'
import { filing } from './citizen/filing.ts'
import { following } from './citizen/following.ts'
import { form, mask, open } from './citizen/form.ts'

export const citizen: typeof id.citizen = {
  home,
  contacts,
  form,
  filing,
  open,
  mask,
  receipt,
  track,
  confirm,
  following,
}
