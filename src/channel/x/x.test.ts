import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../../test/database.ts'
import { account, activity, bytesOf, clientSecret, newer, signed } from '../../../test/wire/x/deliver.ts'
import { xOffice } from '../../../test/wire/x/office.ts'
import { type Post, person, send, us, write } from '../../../test/wire/x/world.ts'
import type { Event } from '../../talk/messenger.ts'

/** From X to what was said: through the door into the inbox, and read by asking X. */

const base = await testDatabase()
const office = await xOffice(base)
const { stand, clock, deliver, read, kept, messenger, x } = office
after(stand.close)
const { world } = stand
person(world, '11', 'Warga Sananwetan', 'warga')
person(world, '12', 'Tetangga', 'tetangga')
const at = clock.now
const words = (event: Event | string | undefined) =>
  typeof event === 'object' && event.is === 'said' ? event.said.text : event
const photoOf = (path: string) => ({ key: `3_${path}`, type: 'photo' as const, url: `${stand.url}/media/${path}` })

test('H05: one post by both ways, in batches, a hundred times, in any order and a week later is one row', async () => {
  const [one, two] = [write(world, '11', '@lapor Lampu mati'), write(world, '12', '@lapor Air keruh')]
  const before = await kept()
  const bodies = [account.posts(world, one, two), account.posts(world, two, one), activity.mention(world, one)]
  const statuses = await Promise.all(Array.from({ length: 100 }, (_, n) => deliver(bodies[n % 3] ?? {})))
  clock.now = new Date(at.getTime() + 7 * 86_400_000)
  statuses.push(await deliver(account.posts(world, two, one)))
  clock.now = at
  assert.deepEqual(new Set(statuses), new Set([200]))
  assert.equal(await kept(), before + 2)
  assert.deepEqual((await read()).map(words).toSorted(), ['@lapor Air keruh', '@lapor Lampu mati'])
  const events = (await base.admin`select count(*)::int as n from outbox where task = 'read'`)[0]?.n
  assert.equal(events, 2)
})

test('H15: a delivery that is brought again after its report is gone has no new effect', async () => {
  const post = write(world, '11', '@lapor Pohon tumbang di Jalan Mastrip')
  await deliver(account.posts(world, post))
  assert.deepEqual((await read()).map(words), [post.text])
  await base.admin`update inbox set sealed = null`
  clock.now = new Date(at.getTime() + 30 * 86_400_000)
  assert.equal(await deliver(account.posts(world, post)), 200)
  clock.now = at
  assert.deepEqual(await read(), [])
})

test('H02: at the door what is not signed is 401 and leaves nothing, what nobody can read is 400', async () => {
  const before = await kept()
  const bytes = bytesOf(account.posts(world, write(world, '11', '@lapor palsu')))
  const header = 'x-twitter-webhooks-signature-oauth2'
  for (const headers of [{}, { [header]: signed('another secret of ours', bytes) }, { [header]: 'sha256=' }])
    assert.equal(await deliver(bytes, headers), 401)
  assert.equal(await deliver(Buffer.from('{'), newer(Buffer.from('{'))), 400)
  assert.equal(await deliver(Buffer.alloc(4_000_000, 'a'), {}), 413)
  assert.equal(await kept(), before)
})

test('H06: while the database cannot keep it X hears 503, and the same delivery later is kept once', async () => {
  const body = account.posts(world, write(world, '11', '@lapor Jembatan retak'))
  await base.admin`revoke execute on function accept_messages(jsonb) from lapor_intake`
  assert.equal(await deliver(body), 503)
  await base.admin`grant execute on function accept_messages(jsonb) to lapor_intake`
  assert.equal(await deliver(body), 200)
  assert.equal(await deliver(body), 200)
  assert.deepEqual((await read()).map(words), ['@lapor Jembatan retak'])
})

test('H08: the door answers a challenge; what is said is what X shows, whatever a forged delivery says', async () => {
  const ask = async (token: string) => {
    const answer = await office.site.request(
      `http://lapor.example/channel/x/webhook?crc_token=${encodeURIComponent(token)}`,
    )
    return { status: answer.status, body: await answer.text(), type: answer.headers.get('content-type') }
  }
  const right = { response_token: signed(clientSecret, 'abc-1') }
  assert.deepEqual(await ask('abc-1'), { status: 200, body: JSON.stringify(right), type: 'application/json' })
  assert.equal((await ask('{"tweet_create_events":[]}')).status, 400)

  const real = write(world, '11', '@lapor Ini yang benar')
  const forged = { ...real, text: '@lapor Walikota korupsi' }
  const never = { ...real, id: '999', text: '@lapor Tidak pernah ditulis' }
  await deliver(account.posts(world, forged, never as Post))
  assert.deepEqual(await read().then((all) => all.map(words)), [real.text, { is: 'noise', reason: 'gone' }])
})

test('a post is read with its author, what it quotes and answers, its photos, its place and real addresses', async () => {
  const root = write(world, '12', 'Jalan Veteran gelap')
  const post = write(world, '11', '@lapor Lihat ini & tolong <cepat> https://t.co/a https://t.co/b https://t.co/c', {
    references: [
      { type: 'replied_to', id: root.id },
      { type: 'quoted', id: root.id },
    ],
    urls: [
      { url: 'https://t.co/a', expanded_url: 'https://berita.example/1' },
      { url: 'https://t.co/b', expanded_url: `https://x.com/tetangga/status/${root.id}` },
      { url: 'https://t.co/c', expanded_url: 'https://x.com/warga/status/9/photo/1', media_key: '3_photo.jpg' },
    ],
    files: [
      photoOf('photo.jpg'),
      {
        key: '7_1',
        type: 'video',
        variants: [
          { url: `${stand.url}/b.mp4`, content_type: 'video/mp4', bit_rate: 832000 },
          { url: `${stand.url}/a.mp4`, content_type: 'video/mp4', bit_rate: 256000 },
          { url: `${stand.url}/a.m3u8`, content_type: 'application/x-mpegURL' },
        ],
      },
    ],
    geo: { place_id: 'p1', coordinates: { type: 'Point', coordinates: [112.1686, -8.0983] } },
  })
  await deliver(activity.mention(world, post))
  const [event] = await read()
  assert.deepEqual(event, {
    is: 'said',
    said: {
      from: { id: '11', name: 'Warga Sananwetan' },
      reach: 'public',
      id: post.id,
      thread: root.id,
      at,
      text: '@lapor Lihat ini & tolong <cepat> https://berita.example/1',
      quoted: [{ by: 'Tetangga', text: 'Jalan Veteran gelap' }],
      media: [
        { ref: `${stand.url}/media/photo.jpg`, kind: 'image' },
        { ref: `${stand.url}/a.mp4`, kind: 'video' },
      ],
      pin: { latitude: -8.0983, longitude: 112.1686, label: '' },
    },
  })
})

test('a long post is read whole, and strange signs harm nobody', async () => {
  const long = `@lapor ${'Sudah tiga minggu air PDAM mati. '.repeat(60)}\u0000 \ud800 selesai`
  await deliver(account.posts(world, write(world, '11', long.slice(0, 270), { long })))
  const [event] = await read()
  const text = words(event)
  assert.ok(typeof text === 'string' && text.endsWith('selesai') && text.isWellFormed() && !text.includes('\u0000'))
  assert.ok(text.length > 1900)
})

test('H07: our own, reposts, what is gone or closed to us, is noise', async () => {
  const deleted = write(world, '11', '@lapor Dihapus', { deleted: true })
  const closed = write(world, '11', '@lapor Tertutup', { closed: true })
  const repost = write(world, '12', 'RT', { references: [{ type: 'retweeted', id: closed.id }] })
  const own = write(world, us, '@lapor sendiri')
  // As if the event did not say what it is.
  const vague = [own, repost].map((post) => ({ ...post, author: '99', references: [] }))
  await deliver(account.posts(world, deleted, closed, ...vague))
  await deliver(account.revoked(world))
  await deliver(activity.chat(world, 'e4f4'))
  const reasons = (await read()).map((event) =>
    typeof event === 'object' && event.is === 'noise' ? event.reason : event,
  )
  assert.deepEqual(reasons.toSorted(), ['access revoked', 'encrypted', 'gone', 'gone', 'own', 'repost'])
})

test('a direct message is read by asking X for it, with its photo, which only our own token fetches', async () => {
  const url = 'https://ton.twitter.com/1.1/ton/data/dm/12/34/hVJQTwig.jpg'
  const urls = [{ url: 'https://t.co/m', expanded_url: 'https://twitter.com/messages/media/12' }]
  const files = [{ key: '3_34', type: 'photo' as const, url }]
  const message = send(world, '11', us, 'Selokan mampet di RT 3 https://t.co/m', { urls, files })
  const joined = send(world, '11', us, '', { kind: 'ParticipantsJoin' })
  const others = send(world, '11', '12', 'Bukan untuk kita')
  await deliver(activity.message(world, message))
  await deliver(account.messages(world, joined, others))
  const [event, ...rest] = await read()
  const media = [{ ref: 'dm:12/34/hVJQTwig.jpg', kind: 'image' as const }]
  const from = { id: '11', name: 'Warga Sananwetan' }
  const text = 'Selokan mampet di RT 3'
  const said = { from, reach: 'private', id: message.id, thread: '11', at, text, quoted: [], media }
  assert.deepEqual(event, { is: 'said', said })
  assert.deepEqual(rest, [
    { is: 'noise', reason: 'nothing said' },
    { is: 'noise', reason: 'gone' },
  ])
  assert.equal(Buffer.from((await messenger.fetch(media[0] as never)) ?? []).toString(), 'a photo of a hole in a road')
  const last = stand.asked.at(-1)
  assert.deepEqual([last?.path, last?.as], ['/2/dm_conversations/media/12/34/hVJQTwig.jpg', 'user'])
})

test('a deletion is believed when X shows the post no more; until then it is asked again', async () => {
  const post = write(world, '11', '@lapor Saya tarik')
  await deliver(account.posts(world, post))
  await read()
  await deliver(activity.deleted(world, post))
  assert.deepEqual(await read(), ['X still shows what is said to be deleted'])
  post.deleted = true
  await base.admin`update inbox set state = 'waiting', outcome = null where id = (select max(id) from inbox)`
  assert.deepEqual(await read(), [{ is: 'deleted', id: post.id, by: '11' }])
})

test('many posts are asked for together, a hundred at once', async () => {
  const many = Array.from({ length: 130 }, (_, n) => write(world, '11', `@lapor Nomor ${n}`))
  await deliver(account.posts(world, ...many))
  const before = stand.asked.length
  assert.equal((await read()).filter((event) => typeof event === 'object' && event.is === 'said').length, 130)
  assert.deepEqual(
    stand.asked.slice(before).map(({ query }) => query.get('ids')?.split(',').length),
    [100, 30],
  )
})

test('H10: what X cannot answer now waits, and whoever was told to wait is not asked before', async () => {
  const look = async (id: string) => messenger.read({ event: { kind: 'post', id } })
  const post = write(world, '11', '@lapor Sabar')
  for (const mood of [503, 401, 'lost', 'nonsense'] as const) {
    stand.moody('posts', mood)
    await assert.rejects(look(post.id), { name: 'NotYet' })
  }
  stand.moody('posts', { limitedUntil: new Date(at.getTime() + 600_000) })
  await assert.rejects(look(post.id), { name: 'NotYet' })
  const before = stand.asked.length
  clock.now = new Date(at.getTime() + 599_000)
  await assert.rejects(look(post.id), { name: 'NotYet' })
  assert.equal(stand.asked.length, before)
  clock.now = new Date(at.getTime() + 601_000)
  assert.equal(words(await look(post.id)), post.text)
})

test('H12: photos come by their addresses; what is gone or too large does not, and nobody is led into our network', async () => {
  const fetched = async (ref: string) => (await messenger.fetch({ ref, kind: 'image' }))?.length
  assert.equal(await fetched(`${stand.url}/media/photo.jpg`), 27)
  for (const ref of [`${stand.url}/media/none.jpg`, `${stand.url}/media/large.jpg`, 'dm:1/2/..', 'a photo'])
    assert.equal(await fetched(ref), undefined, ref)
  const port = new URL(stand.url).port
  for (const ref of [
    `http://127.1:${Number(port) + 1}/a`,
    'http://169.254.169.254/',
    'https://[::1]/',
    'file:///etc/passwd',
  ])
    assert.equal(await fetched(ref), undefined, ref)
  stand.moody('media', 503)
  await assert.rejects(fetched(`${stand.url}/media/photo.jpg`), { name: 'NotYet' })
})

test('a public post is found by its address, as it stands in a browser', async () => {
  const post = write(world, '11', 'Tanpa menyebut siapa pun: trotoar rusak')
  const addresses = [
    `https://x.com/warga/status/${post.id}`,
    ` https://twitter.com/warga/status/${post.id}?s=20 `,
    `https://mobile.twitter.com/i/web/status/${post.id}#a`,
  ]
  for (const address of addresses) {
    const found = await x.postOf(address)
    assert.ok(found.ok)
    assert.equal(found.said.text, post.text, address)
  }
  const own = write(world, us, 'Dari kami')
  const repost = write(world, '12', 'RT', { references: [{ type: 'retweeted', id: post.id }] })
  const none: Record<string, string> = {
    'https://x.com/warga': 'address',
    [`https://x.com.example/warga/status/${post.id}`]: 'address',
    'status/1': 'address',
    'https://www.facebook.com/warga/posts/1': 'elsewhere',
    'https://t.me/warga/1': 'elsewhere',
    'https://x.com/a/status/9': 'gone',
    [`https://x.com/lapor/status/${own.id}`]: 'own',
    [`https://x.com/tetangga/status/${repost.id}`]: 'repost',
  }
  for (const [address, refusal] of Object.entries(none))
    assert.deepEqual(await x.postOf(address), { ok: false, refusal }, address)
})

test('what it all cost is written down as X counts it, each thing once a day', async () => {
  const day = at.toISOString().slice(0, 10)
  const [row] = await base.admin`select spent, to_char(spent_on, 'YYYY-MM-DD') as day from channel_position`
  assert.deepEqual({ ...row }, { spent: stand.bill.total(day), day })
  assert.ok(stand.bill.total(day) > 700)
})
