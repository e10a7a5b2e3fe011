import assert from 'node:assert/strict'
import { dirname } from 'node:path'
import { test } from 'node:test'
import { files, type Import, imports, isTest, text } from './tree.ts'

/** What STYLE.md says, as far as a program can see it. */

const sources = files('src').filter((path) => !isTest(path))
const all = ['src', 'seed', 'test', 'bench', 'bin'].flatMap((folder) => safe(folder))

function safe(folder: string): string[] {
  try {
    return files(folder)
  } catch {
    return []
  }
}

type Layer = 'main' | 'web' | 'api' | 'channel' | 'jobs' | 'noun' | 'db' | 'ground'

/** Where a file stands. The folders of src that are nothing else are nouns. */
function layer(path: string): Layer {
  const [, first = ''] = path.split('/')
  if (first === 'main.ts' || first === 'cli') return 'main'
  if (first === 'web' || first === 'app.ts') return 'web'
  if (first === 'api' || first === 'channel') return first
  if (first === 'jobs.ts' || first === 'job') return 'jobs'
  if (first === 'env.ts' || first === 'env' || first === 'log.ts') return 'ground'
  return first === 'db' ? 'db' : 'noun'
}

const below: Record<Layer, readonly Layer[]> = {
  main: ['main', 'web', 'api', 'channel', 'jobs', 'noun', 'db', 'ground'],
  web: ['web', 'noun', 'db'],
  api: ['api', 'noun', 'db'],
  channel: ['channel', 'noun', 'db'],
  jobs: ['jobs', 'noun', 'db'],
  noun: ['noun', 'db'],
  db: ['db'],
  ground: ['ground'],
}

test('imports go down: main, doors, nouns, database', () => {
  const wrong = sources.flatMap((path) =>
    imports(path)
      .filter(({ from }) => from.startsWith('src/') && !below[layer(path)].includes(layer(from)))
      .map(({ from }) => `${path} imports ${from}`),
  )
  assert.deepEqual(wrong, [])
})

test('only the start reaches for the seed, and nothing in src for tests and benchmarks', () => {
  const wrong = sources.flatMap((path) =>
    imports(path)
      .filter(({ from }) => /^(test|bench)\//.test(from) || (from.startsWith('seed/') && layer(path) !== 'main'))
      .map(({ from }) => `${path} imports ${from}`),
  )
  assert.deepEqual(wrong, [])
})

test('only main.ts reads the environment', () => {
  assert.deepEqual(
    sources.filter((path) => path !== 'src/main.ts' && /\bprocess\.env\b/.test(text(path))),
    [],
  )
})

const outside = /^(postgres|pg|hono|@hono\/|graphile-worker|nodemailer|pino|prom-client|flydrive|sharp|@hyzyla\/)/
const outsideNode = /^node:(fs|net|http|https|child_process|dns|timers|os|worker_threads)/
const dice = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandom(Bytes|UUID|Int)\(/
const touches = ({ from, typeOnly }: Import) =>
  outside.test(from) ||
  outsideNode.test(from) ||
  (from.startsWith('src/db/') && !(typeOnly && from === 'src/db/actor.ts'))

/** Pure is a file of a noun that names neither database nor machine, not even as a type, and has no clock and no dice. */
const pure = new Set(
  sources.filter((path) => layer(path) === 'noun' && !imports(path).some(touches) && !dice.test(text(path))),
)

/** Hold pure functions beside queries or a random nonce. */
const mixed = ['src/agency/promise.ts', 'src/person/seal.ts']

const heart = [
  'lifecycle',
  'deadline',
  'decide',
  'case',
  'report',
  'mask',
  'change/work',
  'change/verify',
  'change/end',
]

test('the rules of the heart are pure', () => {
  assert.deepEqual(
    [...heart.map((name) => `src/report/${name}.ts`), 'src/agency/working-days.ts', 'src/person/may.ts'].filter(
      (path) => !pure.has(path),
    ),
    [],
  )
})

test('pure files import only pure files', () => {
  const wrong = [...pure].flatMap((path) =>
    imports(path)
      .filter(({ from, typeOnly }) => from.startsWith('src/') && !typeOnly && !pure.has(from) && !mixed.includes(from))
      .map(({ from }) => `${path} imports ${from}`),
  )
  assert.deepEqual(wrong, [])
})

test('a folder is a noun and a file is what it says', () => {
  const vague = /(^|\/)(utils?|helpers?|common|shared|lib|types|interfaces|misc)\//
  const pattern =
    /\.(service|controller|repository|manager|helper|util|types)\.tsx?$|(^|\/)(utils?|helpers?|types|interfaces)\.tsx?$/
  assert.deepEqual(
    all.filter((path) => vague.test(path) || pattern.test(path) || /(^|\/)index\.tsx?$/.test(path)),
    [],
  )
})

test('nothing is exported by default, and no file only passes on', () => {
  const barrel = (path: string) =>
    text(path)
      .split('\n')
      .every((line) => line === '' || /^(export .* from |\/[/*])/.test(line))
  assert.deepEqual(
    all.filter((path) => /^export default\b/m.test(text(path)) || barrel(path)),
    [],
  )
})

/** To be parted into smaller nouns. */
const crowded: string[] = []

test('files have up to 200 lines and folders up to 15 files, tests not counted', () => {
  const counted = all.filter((path) => !isTest(path))
  const long = counted.filter((path) => text(path).trimEnd().split('\n').length > 200)
  const inFolder = Map.groupBy(counted, (path) => dirname(path))
  const full = [...inFolder].filter(([folder, paths]) => paths.length > 15 && !crowded.includes(folder))
  assert.deepEqual({ long, full: full.map(([folder]) => folder) }, { long: [], full: [] })
})

/** Functions of more than 30 lines that are still to be parted; nothing is added here. */
const unparted: Readonly<Record<string, string>> = {
  'channel/email/smtp.ts': 'letterbox',
  'cli/run/work.ts': 'work',
  'cli/start.ts': 'run',
  'db/batch.ts': 'batched',
  'job/drain.ts': 'drainer',
  'job/presence.ts': 'bePresent',
  'jobs.ts': 'tasks',
  'notice/facts.ts': 'dayOf',
  'notice/mailer.ts': 'smtpMailer',
  'notice/tell/desks.ts': 'tellStaff',
  'notice/text/reply.ts': 'sendReply',
  'person/issue.ts': 'issueAccounts',
  'report/file.ts': 'filing',
  'report/load.ts': 'loadCase',
  'report/read/staff-page.ts': 'staffPage',
  'talk/file.ts': 'file',
  'web/admin/agency.tsx': 'agencyPageOf Forms',
  'web/admin/calendar.tsx': 'page',
  'web/admin/channel/channels.tsx': 'channelsPage',
  'web/admin/import.tsx': 'page',
  'web/case/bulk.tsx': 'page',
  'web/case/parts/aside.tsx': 'Custody Facts',
  'web/case/parts/notes.tsx': 'Notes',
  'web/case/report.tsx': 'renderReport',
  'web/case/view.tsx': 'Head',
  'web/citizen/home.tsx': 'homePage',
  'web/contact/page.tsx': 'contactsPageFor',
  'web/counter/counter.tsx': 'receipt',
  'web/counter/form.tsx': 'CounterForm',
  'web/counter/post.tsx': 'Draft',
  'web/desk/queue.tsx': 'List',
  'web/filing/form.tsx': 'Form',
  'web/filing/photos.tsx': 'Photos',
  'web/filing/preview.tsx': 'previewPage',
  'web/filing/receipt.tsx': 'receiptPage',
  'web/filing/where.tsx': 'AreaChoice Details',
  'web/reporter/door.tsx': 'page',
  'web/reporter/story.tsx': 'Words',
  'web/routes.ts': 'routes',
  'web/ui/choices.tsx': 'Choices',
  'web/ui/field.tsx': 'Field',
  'web/ui/staff-page.tsx': 'StaffPage',
}

const beginning = /^( *)(?:export )?(?:async )?(?:function\*? ?(\w+)|const (\w+)\b(?=.*=>|.*\($)).*(?:=>.*|[({])$/
const depth = (line: string) => line.length - line.trimStart().length

/** Names of the functions of a formatted file that have more than 30 lines between their first and their last. */
function longOnes(path: string): string[] {
  const lines = text(path).split('\n')
  return lines.flatMap((line, at) => {
    const [, indent = '', declared, assigned] = beginning.exec(line) ?? []
    const name = declared ?? assigned
    // A list of parameters of many lines ends as deep as it began, and the function goes on.
    const goesOn = (next: string) => next === '' || depth(next) > indent.length || /^\s*[)}].*[({>]$/.test(next)
    return name && lines.slice(at + 1).findIndex((next) => !goesOn(next)) > 30 ? [name] : []
  })
}

test('functions have up to 30 lines', () => {
  const found = sources
    .filter((path) => !path.includes('/messages/'))
    .map((path) => [path.slice(4), longOnes(path).join(' ')])
  assert.deepEqual(Object.fromEntries(found.filter(([, names]) => names)), unparted)
})

test('no test is skipped, left for later or run alone', () => {
  const idle = /\b(test|it|describe|t)\.(skip|todo|only)\(|\b(skip|todo|only): /
  assert.deepEqual(
    all.filter((path) => isTest(path) && path !== 'test/rules.test.ts' && idle.test(text(path))),
    [],
  )
})

test('nothing names the machine it was written on', () => {
  const documents = [...safe('docs'), ...files('docs', /\.md$/), ...files('.ci', /./), 'package.json', 'STYLE.md']
  const places = new RegExp(['/work/', '/tmp/wt', '/home/', '/Users/', 'localhost:4873'].join('|'))
  assert.deepEqual(
    [...all, ...documents].filter((path) => path !== 'test/rules.test.ts' && places.test(text(path))),
    [],
  )
})

test('the lock names no registry', () => {
  assert.doesNotMatch(text('package-lock.json'), /"resolved":/)
  assert.match(text('package-lock.json'), /"integrity": "sha512-/)
})
