import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The sources as a tree to be asked: which files there are, what is in them and whom they import. */

export const root = fileURLToPath(new URL('../../', import.meta.url))

export type Import = Readonly<{ from: string; typeOnly: boolean }>

/** Every file below a folder of the repository, as a path from its root. */
export function files(folder: string, ending = /\.(tsx?|mjs)$/): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}

export const isTest = (path: string) => /\.test\.tsx?$/.test(path)

export const text = (path: string) => readFileSync(join(root, path), 'utf8')

/** Imports of a file: packages by name, files of ours as a path from the root. */
export function imports(path: string): Import[] {
  const found = text(path).matchAll(
    /^(?:import|export)(\s+type)?\b[^'"`;]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...found].map(([, type, named, bare, dynamic]) => {
    const name = named ?? bare ?? dynamic ?? ''
    return { from: name.startsWith('.') ? join(dirname(path), name) : name, typeOnly: type !== undefined }
  })
}
