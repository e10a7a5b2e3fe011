import { channelOf } from '../notice/load.ts'
import type { Mailer } from '../notice/mailer.ts'
import { type Post, sendNotice } from '../notice/send.ts'
import type { Gateway } from '../notice/text/gateway.ts'
import { sendReply } from '../notice/text/reply.ts'
import { sendText } from '../notice/text/send.ts'
import type { Line } from '../sms/heard.ts'
import { type Messengers, sendTalkReply } from '../talk/send/reply.ts'
import { sendTold } from '../talk/send/tell.ts'

/** By which way news and answers leave. */

type Posting = Post &
  Readonly<{
    now: () => Date
    texting?: { gateway: Gateway | undefined; line: Line } | undefined
    messengers?: Messengers | undefined
  }>

/** Where there is no number of ours. */
const silent: Line = { service: '', site: '', number: '', countries: [], mostADay: 1, mostAReport: 2 }

/** A notice leaves by the way that it was written for. */
export async function deliver(deps: Posting, mailer: Mailer, noticeId: number): Promise<void> {
  const { db, now, texting, messengers = {} } = deps
  const channel = await channelOf(db, noticeId)
  if (channel === 'sms') await sendText(deps, texting?.gateway, texting?.line ?? silent, noticeId, now())
  else if (channel === 'messenger') await sendTold(deps, messengers, noticeId, now())
  else await sendNotice(deps, mailer, noticeId, now())
}

export async function reply(deps: Posting, replyId: number): Promise<void> {
  const { db, now, texting, messengers = {} } = deps
  if ((await channelOf(db, replyId, 'reply')) !== 'sms') await sendTalkReply(deps, messengers, replyId, now())
  else await sendReply(deps, texting?.gateway, texting?.line ?? silent, replyId, now())
}
