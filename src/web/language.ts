import type { Context, Handler, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../app.ts'
import { posted, text, type Values } from './form.ts'
import { type Lang, messagesFor } from './messages.ts'
import { safePath } from './path.ts'

export const languageCookie = 'bahasa'

/** The person's choice, else the first language of the browser that we speak, else Indonesian. */
export function chooseLanguage(cookie: string | undefined, accept: string | undefined): Lang {
  if (cookie === 'id' || cookie === 'en') return cookie
  const spoken = (accept ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return spoken.find((code): code is Lang => code === 'id' || code === 'en') ?? 'id'
}

export const language: MiddlewareHandler<AppEnv> = async (c, next) => {
  const lang = chooseLanguage(getCookie(c, languageCookie), c.req.header('accept-language'))
  c.set('lang', lang)
  c.set('t', messagesFor(lang))
  await next()
}

/** Keeps the chosen language for a year and leads back to the page. */
export const choose: Handler<AppEnv> = async (c) => {
  const values = await posted(c)
  speak(c, values)
  return c.redirect(safePath(text(values, 'ke')), 303)
}

/** Answers in the language that a form asks for, and keeps it for a year.
 *  @returns whether it asks for one. */
export function speak(c: Context<AppEnv>, values: Values): boolean {
  if (text(values, 'bahasa') === '') return false
  const lang = text(values, 'bahasa') === 'en' ? 'en' : 'id'
  setCookie(c, languageCookie, lang, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', httpOnly: true })
  c.set('lang', lang)
  c.set('t', messagesFor(lang))
  return true
}
