import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inbox } from '../../test/letters/inbox.ts'
import { letter } from '../../test/letters/letter.ts'
import { later, mailServer, type Received } from '../../test/post.ts'
import { smtpMailer } from '../notice/mailer.ts'
import { sendNotice } from '../notice/send.ts'
import { Later } from '../notice/settle.ts'

/** Two installations that answer each other. */

type Office = Awaited<ReturnType<typeof station>>

async function station(domain: string) {
  const address = `lapor@${domain}`
  const { office, comes, told } = await inbox(domain)
  const site = { service: 'LAPOR', publicUrl: `https://${domain}`, from: address, mailbox: address }
  /** Takes a letter, and sends what it makes of it. */
  async function answers(raw: Buffer, to: string, from: string): Promise<Received[]> {
    const found = await comes(raw, to, from)
    const server = await mailServer()
    const mailer = smtpMailer(server.url)
    for (const id of await told(Number(found.reportId)))
      await sendNotice({ ...office.post, site }, mailer, id, office.now()).catch((reason) =>
        assert.ok(reason instanceof Later),
      )
    mailer.close()
    await server.close()
    return server.received
  }
  return { address, office, answers }
}

/** On the way everything is lost by which a letter could say that nobody wrote it. */
const stripped = ({ headers, text }: Received, from: string) =>
  letter([`Subject: Re: ${headers.get('subject')}`], text, from)

test('two installations whose letters lose all their headers send each other one a day, and it ends by itself', async () => {
  const [one, two] = [await station('lapor.example'), await station('ulpim.example')]
  const sent: string[] = []
  const returning = (office: Office) => (office === one ? two : one)
  for (const day of [0, 0.3, 0.6, 1.01, 1.5]) {
    for (const { office } of [one, two]) office.travel(later(day))
    let at = one
    let raw = letter([`Subject: Halo ${day}`], `Halo lagi ${day}.`, two.address)
    let to = one.address
    for (let round = 0; round < 20; round++) {
      const [out, ...more] = await at.answers(raw, to, returning(at).address)
      assert.equal(more.length, 0)
      if (!out) break
      sent.push(`${Math.floor(day)} ${at.address}`)
      assert.deepEqual(out.to, [returning(at).address])
      // A machine answers where it is asked to, or to who wrote.
      to = round % 2 ? (/<([^>]+)>/.exec(out.headers.get('reply-to') ?? '')?.[1] ?? at.address) : returning(at).address
      raw = stripped(out, at.address)
      at = returning(at)
      if (!to.endsWith(at.address.slice(at.address.indexOf('@')))) to = at.address
    }
  }
  assert.deepEqual(sent, [
    '0 lapor@lapor.example',
    '0 lapor@ulpim.example',
    '1 lapor@lapor.example',
    '1 lapor@ulpim.example',
  ])
})
