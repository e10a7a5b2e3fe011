/** The browser of the tests: given, found, or installed from Debian where we may. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { refuse } from './node.mjs'

const usual = '/usr/bin/chromium'
const packages = ['chromium', 'fonts-noto-core']

export function chromium() {
  const given = process.env.CHROMIUM
  if (given && existsSync(given)) return given
  if (given) refuse(`CHROMIUM is set to ${given}, and there is no such file`)
  if (existsSync(usual)) return usual
  const apt = ['/usr/bin/apt-get', '/bin/apt-get'].find((path) => existsSync(path))
  if (!apt || process.getuid() !== 0)
    refuse(
      `the tests need Chromium and it is not here. Install it, or set CHROMIUM to its path:\n\n  sudo apt-get install ${packages.join(' ')}\n`,
    )
  process.stdout.write('Installing Chromium for the tests …\n')
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync(apt, ['update', '-q'], quiet)
  const { status } = spawnSync(apt, ['install', '-q', '-y', '--no-install-recommends', ...packages], quiet)
  if (status !== 0 || !existsSync(usual)) refuse('Chromium could not be installed: apt-get says why above')
  return usual
}
