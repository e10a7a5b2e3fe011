import pg from 'pg'
import type { House } from './house.ts'

/** What filing is compared with: one row, one durable commit, by the plainest fast driver, from as many clients. */

export type Baseline = Readonly<{ insert: () => Promise<unknown>; close: () => Promise<void> }>

export async function baseline({ owner, ownerUrl }: House, clients: number, text: string): Promise<Baseline> {
  await owner`create table bench_row (id bigint generated always as identity primary key, text text not null, at timestamptz not null)`
  const pool = new pg.Pool({ connectionString: ownerUrl, max: clients })
  const { rows } = await pool.query('show synchronous_commit')
  if (rows[0].synchronous_commit !== 'on') throw new Error('the baseline would not be durable')
  const statement = 'insert into bench_row (text, at) values ($1, $2)'
  const insert = () => pool.query({ name: 'insert', text: statement, values: [text, new Date()] })
  await Promise.all(Array.from({ length: clients }, insert))
  return { insert, close: () => pool.end() }
}
