import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'

/** Our few static files, read and compressed once at start, under addresses that change with their content.
 *  A folder is one style sheet, its parts joined in order of their names. */

const folder = fileURLToPath(new URL('../../../src/web/assets/', import.meta.url))
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

type Encoding = 'identity' | 'gzip' | 'br'
type Asset = Readonly<{ url: string; type: string; bodies: Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>> }>

function load(entry: Dirent): [name: string, asset: Asset] {
  const name = entry.isDirectory() ? `${entry.name}.css` : entry.name
  const extension = extname(name)
  const body = entry.isDirectory() ? Buffer.from(tight(joined(entry.name))) : readFileSync(join(folder, entry.name))
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const asset = {
    url: `/aset/${name.slice(0, -extension.length)}.${hash}${extension}`,
    type: types[extension] ?? 'application/octet-stream',
    bodies: {
      identity: new Uint8Array(body),
      gzip: new Uint8Array(gzipSync(body, { level: 9 })),
      br: new Uint8Array(brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })),
    },
  }
  return [name, asset]
}

const joined = (name: string) =>
  readdirSync(join(folder, name))
    .sort()
    .map((part) => readFileSync(join(folder, name, part), 'utf8'))
    .join('\n')

/** Style sheets without comments and blank space: the source is for reading, the copy for 2G. */
export function tight(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim()
}

const assets = new Map(readdirSync(folder, { withFileTypes: true }).map(load))
const byUrl = new Map([...assets.values()].map((asset) => [asset.url, asset]))

/** The address of a file in `assets/`, e.g. `assetUrl('style.css')`. */
export function assetUrl(name: string): string {
  const asset = assets.get(name)
  if (!asset) throw new Error(`there is no asset ${name}`)
  return asset.url
}

/** GET /aset/:file */
export function asset(c: Context): Response | Promise<Response> {
  const found = byUrl.get(c.req.path)
  c.header('X-Content-Type-Options', 'nosniff')
  if (!found) return c.text('', 404)
  const encoding = best(c.req.header('accept-encoding') ?? '')
  c.header('Content-Type', found.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  c.header('Vary', 'Accept-Encoding')
  if (encoding !== 'identity') c.header('Content-Encoding', encoding)
  return c.body(found.bodies[encoding])
}

function best(accepted: string): Encoding {
  const offers = accepted.split(',').map((part) => part.trim().toLowerCase())
  const takes = (name: string) =>
    offers.some((offer) => offer === name || new RegExp(`^${name};q=(?!0(\\.0*)?$)`).test(offer))
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}
