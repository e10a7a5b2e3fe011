#!/usr/bin/env node
/** `npx lapor …`: runs under any Node from 18 on, builds what is not built, and hands over to src/main.ts. */
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { onPinnedNode, root } from './node.mjs'

await onPinnedNode()
build()
if (!process.argv.includes('--build-only')) {
  module.enableCompileCache?.(join(root, 'dist', '.cache'))
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(join(root, 'dist/src/main.js')).href)
}
