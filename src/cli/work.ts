import type { Needs } from './site.ts'

export type Working = Readonly<{ stop: () => Promise<void> }>

/** Starts the background jobs. Stopping lets the running ones end. */
export async function work(_needs: Needs): Promise<Working> {
  return { stop: async () => {} }
}
