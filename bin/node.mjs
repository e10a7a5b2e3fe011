/** Goes on under the Node that npm installed with us (node_modules/node-…), whatever Node the machine has. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const wanted = 24
const major = Number(process.versions.node.split('.')[0])

export function refuse(words) {
  process.stderr.write(`lapor: ${words}\n`)
  process.exit(1)
}

/** Returns if this is a fitting Node already; else runs the same command under the right one, and ends as that ends. */
export async function onPinnedNode() {
  if (!existsSync(join(root, 'node_modules')))
    refuse(`the packages are not installed yet. Run this first, in ${root}:\n\n  npm ci\n`)
  if (major === wanted) return
  const pinned = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(pinned)) await become(pinned)
  if (major < wanted)
    refuse(
      `Node ${wanted} is needed and this is ${process.version}. Run npm ci without --omit=optional: it installs Node ${wanted} ` +
        `beside the other packages on Linux (x64, arm64). Elsewhere, install Node ${wanted} yourself.`,
    )
}

function become(node) {
  const args = [process.argv[1], ...process.argv.slice(2)]
  // If this process is killed, the one it stands for is told to end.
  const leash = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))
  const child = leash
    ? spawn(leash, ['--pdeathsig', 'TERM', node, ...args], { stdio: 'inherit' })
    : spawn(node, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'])
    process.on(signal, () => child.kill(signal))
  return new Promise(() => {
    child.on('error', (reason) => refuse(`${node} does not run: ${reason.message}`))
    child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}
