import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agencies } from '../../seed/agencies.ts'
import { areas } from '../../seed/areas.ts'
import { agencyIn, nameBook } from './named.ts'

const tree = agencies('national', await areas()).map(({ id, name, short }) => ({ id, name, shortName: short }))
const book = nameBook(tree)
const called = (message: string) => tree.find(({ id }) => id === agencyIn(book, message))?.name

// biome-ignore format: a table
const table: readonly [message: string, name: string | undefined][] = [
  ['DINAS PUPR KOTA BLITAR jln kenari bendogerit berlubang', 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Blitar'],
  ['dpupr kota blitar. jalan rusak', 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Blitar'],
  ['Dinas Pekerjaan Umum & Penataan Ruang Kota Blitar: jalan rusak', 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Blitar'],
  ['dishub kota blitar lampu merah mati', 'Dinas Perhubungan Kota Blitar'],
  ['DINAS HUB KOTA BLITAR lampu merah mati', 'Dinas Perhubungan Kota Blitar'],
  ['Pemkot Blitar pasar kotor', 'Pemerintah Kota Blitar'],
  ['PEMERINTAH KOTA BLITAR pasar kotor', 'Pemerintah Kota Blitar'],
  ['kab. blitar jalan desa rusak', 'Pemerintah Kabupaten Blitar'],
  ['PEMKAB BLITAR jalan desa rusak', 'Pemerintah Kabupaten Blitar'],
  ['kementrian kesehatan antrean panjang', 'Kementerian Kesehatan'],
  ['Prov. Jawa Timur jalan provinsi rusak', 'Pemerintah Provinsi Jawa Timur'],
  ['blitar jalan rusak', undefined],
  ['dinas jalan raya kab blitar lampu mati di talun', undefined],
  ['kota blitar', undefined],
  ['jalan rusak di kota blitar', undefined],
]
for (const [message, name] of table)
  test(`“${message}” names ${name ?? 'nobody'}`, () => assert.equal(called(message), name))
