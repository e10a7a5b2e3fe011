import type { Context } from 'hono'
import type { AppEnv } from '../../app.ts'
import { withActor } from '../../db/actor.ts'
import { deviceName } from '../../person/device.ts'
import { actorOf } from '../../person/may.ts'
import { changePassword, chooseLanguage } from '../../person/own.ts'
import { Busy } from '../../person/secret/queue.ts'
import { type Device, devicesOf, signOutEverywhere } from '../../person/session.ts'
import { posted, text } from '../form.ts'
import { dropSession, keepSession, sessionToken, staffOf } from '../session.ts'
import { Field, Select } from '../ui/field.tsx'
import { Submit, show } from './frame.tsx'
import { homeOf } from './home.ts'
import { NewPassword } from './new-password.tsx'
import { roleNames, timeIn } from './say.ts'

/** One's own account: password, language, devices. */

export async function ownPage(c: Context<AppEnv>) {
  const staff = staffOf(c)
  const t = c.var.t.account
  const { db, now } = c.var.deps
  const devices = await withActor(db, actorOf(staff), (tx) => devicesOf(tx, staff.personId, sessionToken(c), now()))
  return show(c, {
    title: t.ownTitle,
    body: (
      <div class="measure stack">
        <div class="head">
          <h1>{t.ownTitle}</h1>
          <p><b>{staff.name}</b> · <span class="ref">{staff.username}</span></p>
          <p>{staff.agencyName} · {roleNames(c.var.t, staff.roles)}</p>
        </div>
        <p class="row">
          <a class="btn line" href="/akun/sandi">{t.changePassword}</a>
        </p>
        <form class="card" method="post" action="/akun/bahasa">
          <Select t={c.var.t} name="bahasa" label={t.language} value={staff.language} options={[['id', t.indonesian], ['en', t.english]]} />
          <Submit look="calm">{t.save}</Submit>
        </form>
        <Devices c={c} devices={devices} />
      </div>
    ),
  })
} // biome-ignore format: short elements on one line

function Devices({ c, devices }: { c: Context<AppEnv>; devices: readonly Device[] }) {
  const t = c.var.t.account
  const { zone } = staffOf(c)
  return (
    <section>
      <h2>{t.devices}</h2>
      <section class="scroll" tabindex={0} aria-label={t.devices}>
        <table>
          <thead>
            <tr><th scope="col">{t.device}</th><th scope="col">{t.since}</th><th scope="col">{t.seen}</th></tr>
          </thead>
          <tbody>
            {devices.map((one) => (
              <tr>
                <th scope="row">{one.device || t.unknownDevice}{one.current && ` (${t.thisDevice})`}</th>
                <td>{timeIn(c.var.t, zone, one.createdAt)}</td>
                <td>{timeIn(c.var.t, zone, one.seenAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <form method="post" action="/akun/keluar-semua">
        <p class="hint field">{t.signOutAllHint}</p>
        <p class="row"><button type="submit" class="btn line">{t.signOutAll}</button></p>
      </form>
    </section>
  )
} // biome-ignore format: short elements on one line

type Trouble = { field: string; words: string; status: 422 | 429 | 503 }

export function passwordPage(c: Context<AppEnv>, trouble?: Trouble) {
  const staff = staffOf(c)
  const t = c.var.t.account
  const errors: Record<string, string> = trouble ? { [trouble.field]: trouble.words } : {}
  return show(c, {
    title: t.chooseTitle,
    status: trouble?.status ?? 200,
    body: (
      <NewPassword t={c.var.t} errors={errors} username={staff.username} action="/akun/sandi" hint={staff.mustChange ? t.chooseFirst : t.chooseFor(staff.username)}>
        {!staff.mustChange && <Field t={c.var.t} name="sekarang" label={t.current} type="password" autocomplete="current-password" error={errors.sekarang} />}
      </NewPassword>
    ),
  })
} // biome-ignore format: short elements on one line

export async function passwordAct(c: Context<AppEnv>) {
  const values = await posted(c)
  const t = c.var.t.account
  const { db, keys, now } = c.var.deps
  const chosen = text(values, 'baru')
  if (chosen !== text(values, 'ulang')) {
    return passwordPage(c, { field: 'ulang', words: t.errors['password-again'], status: 422 })
  }
  const given = { current: text(values, 'sekarang'), chosen, device: deviceName(c.req.header('user-agent')) }
  try {
    const done = await changePassword(db, keys, staffOf(c), given, now())
    if (!done.ok) {
      const field = { 'no-match': 'sekarang', 'too-many': 'form' }[done.refusal as string] ?? 'baru'
      return passwordPage(c, { field, words: t.errors[done.refusal], status: done.refusal === 'too-many' ? 429 : 422 })
    }
    keepSession(c, done.token)
    return c.redirect(homeOf(staffOf(c)), 303)
  } catch (reason) {
    if (reason instanceof Busy) return passwordPage(c, { field: 'form', words: t.busy, status: 503 })
    throw reason
  }
}

export async function languageAct(c: Context<AppEnv>) {
  const staff = staffOf(c)
  const language = text(await posted(c), 'bahasa') === 'en' ? 'en' : 'id'
  await withActor(c.var.deps.db, actorOf(staff), (tx) => chooseLanguage(tx, staff.personId, language))
  return c.redirect('/akun', 303)
}

export async function signOutAllAct(c: Context<AppEnv>) {
  const staff = staffOf(c)
  await withActor(c.var.deps.db, actorOf(staff), (tx) => signOutEverywhere(tx, staff.personId))
  dropSession(c)
  return c.redirect('/masuk', 303)
}
