/** The browser of the tests: given, found, or installed from Debian where we may. */
import { existsSync } from 'node:fs'
import { fromDebian } from './debian.mjs'
import { refuse } from './node.mjs'

const usual = '/usr/bin/chromium'

export function chromium() {
  const given = process.env.CHROMIUM
  if (given && existsSync(given)) return given
  if (given) refuse(`CHROMIUM is set to ${given}, and there is no such file`)
  fromDebian('Chromium', [usual], ['chromium', 'fonts-noto-core'], ', or set CHROMIUM to its path')
  return usual
}
