import { once } from 'node:events'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Where the bytes lie: a folder, or a bucket that speaks S3. What is acknowledged has reached the disk. */

export type Store = Disk

export type Bucket = { bucket: string; endpoint?: string; region: string; accessKeyId: string; secretAccessKey: string }

async function sync(path: string): Promise<void> {
  await using handle = await open(path, 'r')
  await handle.sync()
}

/** Writes beside, forces to disk, renames: a file is there whole or not at all, also after the power was cut. */
class DurableFolder extends FSDriver {
  readonly #folder: string

  constructor(folder: string) {
    super({ location: folder, visibility: 'private' })
    this.#folder = folder
  }

  override async put(key: string, contents: string | Uint8Array): Promise<void> {
    const path = join(this.#folder, key)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    {
      await using handle = await open(`${path}.part`, 'wx', 0o600)
      await handle.writeFile(contents)
      await handle.sync()
    }
    await rename(`${path}.part`, path)
    await sync(dirname(path))
    await sync(this.#folder)
  }

  override async getStream(key: string): Promise<Readable> {
    const stream = await super.getStream(key)
    await once(stream, 'open')
    return stream
  }
}

export function folderStore(folder: string): Store {
  return new Disk(new DurableFolder(folder))
}

/** Needs the package `@aws-sdk/client-s3`, which is not installed with the rest.
 *  @throws if it is missing. */
export async function bucketStore({ bucket, endpoint, region, ...credentials }: Bucket): Promise<Store> {
  const { S3Driver } = await import('flydrive/drivers/s3').catch((cause: unknown) => {
    throw new Error('to keep files in a bucket, run: npm install @aws-sdk/client-s3 @aws-sdk/s3-request-presigner', {
      cause,
    })
  })
  const place = { region, credentials, ...(endpoint && { endpoint, forcePathStyle: true }) }
  return new Disk(new S3Driver({ ...place, bucket, visibility: 'private', supportsACL: false }))
}

export const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** Keys are made here, from a day and chance; nothing that a person typed becomes part of a path. */
export function newKey(at: Date, random: Uint8Array): string {
  return `${dayOf(at)}/${Buffer.from(random).toString('hex')}`
}
