import type { Lang } from '../../notice/date.ts'
import { type Remarks, remarksIn } from '../../notice/words/remarks.ts'
import type { Own } from '../../sms/own.ts'

/** The language of somebody who talks to us. Pure. */

type Known = Readonly<{ about: Own | undefined; mine: readonly Own[] }>

/** That of the report which is talked about, else of one that they sent before; whoever is new is spoken to in Indonesian. */
export const languageOf = ({ about, mine }: Known): Lang => about?.language ?? mine[0]?.language ?? 'id'

export const remarksFor = (known: Known): Remarks => remarksIn(languageOf(known))
