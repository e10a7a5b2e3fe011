/** Compiles into dist/ when, and only when, the sources are not those of the last build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { refuse, root } from './node.mjs'

const dist = join(root, 'dist')
const stamp = join(dist, '.built')
const folders = ['src', 'seed', 'test', 'bench'].map((name) => join(root, name))

export function build() {
  const now = sources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  if (!existsSync(tsc)) {
    if (existsSync(join(dist, 'src/main.js'))) return
    refuse(
      'the compiler is not installed, and nothing has been built yet: run npm ci without --omit=dev, then npm run build',
    )
  }
  try {
    mkdirSync(dist, { recursive: true })
    accessSync(dist, constants.W_OK)
    rmSync(stamp, { force: true })
  } catch {
    refuse(`the sources changed and ${dist} cannot be written: run npm run build as the user that owns it`)
  }
  // Not --build: it goes by file times, and an older file may be the newer state.
  const { status } = spawnSync(process.execPath, [tsc, '--project', root], { stdio: 'inherit' })
  if (status !== 0) refuse('the sources do not compile: see above')
  sweep()
  writeFileSync(stamp, now)
}

/** Names, sizes and times of everything that the build depends on, as one digest. Any change counts, not only a newer time. */
function sources() {
  const hash = createHash('sha256')
  const add = (path) => {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  for (const name of ['tsconfig.json', 'package.json', 'package-lock.json']) add(join(root, name))
  for (const folder of folders) for (const path of files(folder)) if (/\.tsx?$/.test(path)) add(path)
  return hash.digest('hex')
}

/** What a source that is gone had left behind, so that an old test does not run. */
function sweep() {
  for (const path of files(dist)) {
    const source = path.replace(dist, root).replace(/\.js(\.map)?$/, '')
    if (/\.js(\.map)?$/.test(path) && !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(path)
  }
}

function files(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
