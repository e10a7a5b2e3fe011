import assert from 'node:assert/strict'
import { demoPassword } from '../../seed/people.ts'

/** Whoever is signed in posts forms. */

/** Signs in with a form, as a browser does. @returns what posts the next ones, and reads pages. */
export async function signIn(site: string, username: string) {
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${site}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
      headers: { origin: site, 'sec-fetch-site': 'same-origin', cookie },
    })
  const entered = await post('/masuk', { username, password: demoPassword })
  const [session = ''] = entered.headers.getSetCookie().map((line) => /^sesi=[^;]+/.exec(line)?.[0] ?? '')
  const posts = async (path: string, fields: Record<string, string>) => {
    const answer = await post(path, fields, session)
    assert.equal(answer.status, 303, await answer.text())
  }
  const reads = async (path: string) => (await fetch(`${site}${path}`, { headers: { cookie: session } })).text()
  return Object.assign(posts, { reads })
}
