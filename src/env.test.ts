import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { parseEnv, shape } from './env.ts'

const good = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://lapor.example',
  SECRET: 'q8Zt1mWv0rXk3cLs9dHf7gJa5bNe2yUi6oPw',
  SMTP_URL: 'smtps://mail.example',
  MAIL_FROM: 'no-reply@lapor.example',
}

const problems = (env: Record<string, string | undefined>) => {
  const parsed = parseEnv(env)
  return parsed.ok ? [] : parsed.problems
}

test('nothing has to be set to try it out', () => {
  const parsed = parseEnv({ HOME: '/somewhere', SMTP_URL: '' })
  assert.ok(parsed.ok)
  const { PORT, HOST, PUBLIC_URL, EDITION, production, SECRET } = parsed.env
  assert.deepEqual(
    { PORT, HOST, PUBLIC_URL, EDITION, production, SECRET },
    {
      PORT: 3000,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3000',
      EDITION: 'national',
      production: false,
      SECRET: undefined,
    },
  )
  assert.ok(Object.isFrozen(parsed.env))
  assert.match(parsed.env.DATA_DIR, /^\/.*\/data$/)
})

test('production with everything it needs is taken', () => {
  const parsed = parseEnv({ ...good, PUBLIC_URL: 'https://lapor.example/' })
  assert.ok(parsed.ok)
  assert.equal(parsed.env.PUBLIC_URL, 'https://lapor.example')
  assert.equal(parsed.env.HOST, '0.0.0.0')
})

test('production without its needs is refused, and every need is told at once', () => {
  assert.deepEqual(
    problems({ NODE_ENV: 'production' }).map((line) => line.split(' ')[0]),
    ['SECRET', 'PUBLIC_URL', 'SMTP_URL'],
  )
})

test('what is wrong is told together with what is missing', () => {
  const told = problems({ ...good, SECRET: undefined, PORT: 'many', EDITION: 'village' })
  assert.deepEqual(told.map((line) => line.split(' ')[0]).sort(), ['EDITION', 'PORT', 'SECRET'])
})

test('a secret that can be guessed is refused', () => {
  for (const SECRET of ['a'.repeat(40), 'please-change-me-please-change-me-1', '0123456789abcdefghijklmnopqrstuvwxyz'])
    assert.match(problems({ ...good, SECRET }).join(), /SECRET can be guessed/)
  assert.match(problems({ ...good, SECRET: 'short' }).join(), /SECRET must have at least 32/)
  assert.match(problems({ SECRET: 'short' }).join(), /SECRET must have at least 32/)
})

test('in production what people tell does not travel in the open', () => {
  assert.match(problems({ ...good, PUBLIC_URL: 'http://lapor.example' }).join(), /https/)
  assert.deepEqual(problems({ ...good, PUBLIC_URL: 'http://localhost:3000' }), [])
  assert.match(problems({ ...good, PUBLIC_URL: 'https://lapor.example/sub' }).join(), /without a path/)
})

test('letters need a sender', () => {
  assert.match(problems({ SMTP_URL: 'smtp://mail.example' }).join(), /MAIL_FROM is missing/)
  assert.match(problems({ MAIL_IN_PORT: '2525' }).join(), /MAIL_DOMAIN is missing/)
  assert.match(problems({ MAIL_DOMAIN: 'lapor@lapor.example' }).join(), /MAIL_DOMAIN must be a domain/)
})

test('a line to a centre needs our number, and an address with a name and a password', () => {
  const SMPP_URL = 'smpp://lapor:pw@10.0.0.9:2775?window=5 smpps://lapor:pw@centre.example'
  assert.match(problems({ SMPP_URL }).join(), /SMS_NUMBER is missing/)
  assert.deepEqual(problems({ SMPP_URL, SMS_NUMBER: '1708' }), [])
  assert.match(problems({ SMPP_URL: 'smpp://10.0.0.9', SMS_NUMBER: '1708' }).join(), /SMPP_URL must be/)
})

test('what a centre could not take is told at the start, with its host and without its password', () => {
  const told = (url: string) => problems({ SMPP_URL: `smpp://${url}`, SMS_NUMBER: '1708' })
  assert.deepEqual(told('sixteen-letters-:ninechars@a.example?system_type=thirteenchars'), [
    'SMPP_URL (a.example): the name is longer than the 15 letters of SMPP 3.4',
    'SMPP_URL (a.example): the password is longer than the 8 letters of SMPP 3.4',
    'SMPP_URL (a.example): the system_type is longer than the 12 letters of SMPP 3.4',
  ])
  assert.deepEqual(told('a:ok@fine.example smpps://a:p%C3%A9@b.example:3550'), [
    'SMPP_URL (b.example:3550): the password has letters other than those of ASCII',
  ])
  assert.match(told('a:50%@a.example').join(), /password is not written as in an address/)
  const wrong = ['window=0', 'weight=-1', 'ids=hex', 'source_ton=256', 'dest_npi=x', 'systemtype=a']
  assert.equal(told(`a:b@c?${wrong.join('&')}`).length, wrong.length)
  const right = 'window=20&weight=0.5&ids=dec-hex&source_ton=3&source_npi=0&dest_ton=1&dest_npi=1&system_type=CMT'
  assert.deepEqual(told(`fifteen-letters:8letters@c?${right}`), [])
})

test('what Meta needs belongs together, and tokens never travel in the open', () => {
  const app = { META_APP_SECRET: 'a'.repeat(32), META_VERIFY_TOKEN: 'b'.repeat(32) }
  const page = { META_PAGE_TOKEN: 'c'.repeat(32) }
  assert.deepEqual(problems({ ...app, ...page }), [])
  assert.match(problems(page).join(), /META_APP_SECRET is missing/)
  assert.match(problems({ ...page, META_APP_SECRET: app.META_APP_SECRET }).join(), /META_VERIFY_TOKEN is missing/)
  assert.match(problems(app).join(), /META_PAGE_TOKEN or META_WHATSAPP_TOKEN/)
  assert.match(problems({ ...app, META_WHATSAPP_TOKEN: 'd'.repeat(32) }).join(), /needed together/)
  assert.match(problems({ META_WHATSAPP_TEMPLATE: 'Kabar' }).join(), /kabar_laporan\/id/)
  const graph = { ...app, ...page, META_GRAPH_URL: 'http://127.0.0.1:4000/v26.0' }
  assert.deepEqual(problems(graph), [])
  assert.match(problems({ ...good, ...graph }).join(), /META_GRAPH_URL must begin with https/)
})

test('X needs our account and a token of the app, and in production no open line', () => {
  const x = { X_ACCOUNT_ID: '1700000000000000001', X_BEARER_TOKEN: 'a token of the app' }
  assert.deepEqual(problems(x), [])
  assert.match(problems({ X_CLIENT_SECRET: 'the client secret of our app' }).join(), /X_ACCOUNT_ID and X_BEARER_TOKEN/)
  assert.match(problems({ ...x, X_ACCOUNT_ID: '@lapor' }).join(), /X_ACCOUNT_ID must be the number/)
  assert.match(problems({ ...x, X_REFRESH_TOKEN: 'what makes the next' }).join(), /X_CLIENT_ID and X_CLIENT_SECRET/)
  assert.match(
    problems({ ...good, ...x, X_API_URL: 'http://127.0.0.1:4000' }).join(),
    /X_API_URL must begin with https/,
  )
  assert.deepEqual(problems({ ...x, X_API_URL: 'http://127.0.0.1:4000' }), [])
})

test('every variable stands in docs/running.md, with the same words', async () => {
  const page = await readFile(new URL('../../docs/running.md', import.meta.url), 'utf8')
  for (const [name, schema] of Object.entries(shape.shape)) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` `))
    assert.ok(row, `${name} is not in the table`)
    assert.ok(schema.description && row.includes(schema.description), `${name} is described otherwise`)
  }
})

test('a bot of Telegram needs a secret, and in production its token never travels in the open', () => {
  const TELEGRAM_BOT_TOKEN = `4242:${'x'.repeat(35)}`
  const TELEGRAM_SECRET = 'a-secret-of-the-tests-only'
  assert.match(problems({ TELEGRAM_BOT_TOKEN }).join(), /^TELEGRAM_SECRET is missing/)
  assert.deepEqual(problems({ ...good, TELEGRAM_BOT_TOKEN, TELEGRAM_SECRET }), [])
  const TELEGRAM_API_URL = 'http://127.0.0.1:8081'
  assert.deepEqual(problems({ TELEGRAM_BOT_TOKEN, TELEGRAM_SECRET, TELEGRAM_API_URL }), [])
  assert.match(
    problems({ ...good, TELEGRAM_BOT_TOKEN, TELEGRAM_SECRET, TELEGRAM_API_URL }).join(),
    /^TELEGRAM_API_URL must begin with https/,
  )
  assert.match(
    problems({ TELEGRAM_BOT_TOKEN: 'bot', TELEGRAM_SECRET: 'short' }).join(' '),
    /^TELEGRAM_BOT_TOKEN must.*TELEGRAM_SECRET must/,
  )
})
