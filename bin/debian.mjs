/** What the tests need beside npm: found, or installed from Debian where we may; where we may not, said plainly. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { refuse } from './node.mjs'

/** Makes sure that `paths` are there. `what` is its name, `packages` where Debian has it, `answers` what it would ask. */
export function fromDebian(what, paths, packages, hint = '', answers = '') {
  if (paths.every((path) => existsSync(path))) return
  const apt = ['/usr/bin/apt-get', '/bin/apt-get'].find((path) => existsSync(path))
  if (!apt || process.getuid() !== 0)
    refuse(
      `the tests need ${what} and it is not here. Install it${hint}:\n\n  sudo apt-get install ${packages.join(' ')}\n`,
    )
  process.stdout.write(`Installing ${what} for the tests …\n`)
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync(apt, ['update', '-q'], quiet)
  if (answers) spawnSync('debconf-set-selections', { ...quiet, stdio: 'pipe', input: answers })
  const { status } = spawnSync(apt, ['install', '-q', '-y', '--no-install-recommends', ...packages], quiet)
  if (status !== 0 || !paths.every((path) => existsSync(path)))
    refuse(`${what} could not be installed: apt-get says why above`)
}
