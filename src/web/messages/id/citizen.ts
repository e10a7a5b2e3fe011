import { confirm, home, receipt, track } from './citizen/around.ts'
import { form, mask, open } from './citizen/form.ts'

/** Pages of citizens. */
export const citizen = { home, form, open, mask, receipt, track, confirm }
