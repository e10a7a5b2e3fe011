import { confirm, home, receipt, track } from './citizen/around.ts'
import { contacts } from './citizen/contacts.ts'
import { filing } from './citizen/filing.ts'
import { following } from './citizen/following.ts'
import { form, mask, open } from './citizen/form.ts'

/** Pages of citizens. */
export const citizen = { home, contacts, form, filing, open, mask, receipt, track, confirm, following }
