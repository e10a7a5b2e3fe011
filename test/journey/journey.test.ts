import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readReference } from '../../src/report/reference.ts'
import { checks, confirms, disputes, type Receipt, sends, tells } from './citizen.ts'
import { picture } from './hand.ts'
import { worker } from './staff.ts'
import { phone, stage } from './stage.ts'

/** A report travels the whole way, in a real browser, through the pages that people see. */

const story = {
  text: 'Jalan di depan SD Bendogerit berlubang dalam. Dua anak sudah jatuh dari sepeda minggu ini.',
  place: 'Depan SD Negeri Bendogerit 1',
}
const pictures = await Promise.all([1, 2, 3, 4, 5].map(picture))
const [photo, ...visited] = pictures as [Buffer, ...Buffer[]]
const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)

test('a report travels the whole way', async (t) => {
  const scene = await stage(t)
  let receipt: Receipt = { reference: '', secret: '' }

  for (const javaScript of [true, false])
    await t.test(`a citizen files on a phone, with JavaScript ${javaScript ? 'on' : 'off'}`, async () => {
      const citizen = await scene.somebody({ ...phone, javaScript })
      await tells(citizen, { ...story, photo })
      receipt = await sends(citizen, 'public')
      assert.notEqual(receipt.secret, '')
    })
  const at = (username: string) => worker(scene, username, readReference(receipt.reference) ?? '')
  const to = (agencyName: string) => ({ agencyName, class: 'complaint' })

  await t.test('the centre sends it to the regency, and it comes back from the wrong unit', async () => {
    const centre = await at('operator.pusat')
    await centre.does('forward', to('Pemerintah Kabupaten Blitar'))
    const regency = await at('operator.kabblitar')
    await regency.does('forward', to('Dinas PUPR Kabupaten Blitar'))
    const unit = await at('penghubung.dpupr.kabblitar')
    await unit.does('return', { reason: 'other_area', note: 'Bendogerit ada di Kota Blitar, bukan di kabupaten.' })
    await regency.does('return', { reason: 'other_area', note: 'Jalan ini jalan kota, di wilayah Kota Blitar.' })
  })

  await t.test('the centre sends it to who is entitled, and the city to its unit', async () => {
    const centre = await at('operator.pusat')
    await centre.does('forward', to('Pemerintah Kota Blitar'))
    const city = await at('operator.blitar')
    await city.does('forward', to('Dinas Pekerjaan Umum dan Penataan Ruang'))
  })

  await t.test('the officer drafts, the liaison approves and sends somebody', async () => {
    const officer = await at('petugas.dpupr')
    await officer.does('draft', { text: 'Lubang di depan SD Bendogerit kami tambal minggu ini.' })
    const liaison = await at('penghubung.dpupr')
    await liaison.does('answer')
    await liaison.does('dispatch', { due: soon })
  })

  const visit = async (findings: string) => {
    const officer = await worker(scene, 'petugas.dpupr', readReference(receipt.reference) ?? '', phone)
    await officer.visits(findings, visited.shift() ?? photo, visited.shift() ?? photo)
  }

  await t.test('the officer visits with photos, and the liaison settles it', async () => {
    await visit('Lubang sedalam 15 cm, ditambal dengan aspal dingin.')
    const liaison = await at('penghubung.dpupr')
    await liaison.does('resolve', { text: 'Lubang sudah ditambal pada hari ini, dan jalan sudah dapat dilewati.' })
  })

  await t.test('the reporter says that it is not done, it is worked on again, and the reporter confirms', async () => {
    const citizen = await scene.somebody({ ...phone, javaScript: false })
    await checks(citizen, receipt)
    await disputes(citizen, 'Tambalannya sudah lepas setelah hujan semalam.')
    await visit('Ditambal ulang dengan aspal panas dan dipadatkan.')
    const liaison = await at('penghubung.dpupr')
    await liaison.does('resolve', { text: 'Ditambal ulang dengan aspal panas. Maaf atas pekerjaan yang pertama.' })
    await confirms(citizen)
  })

  assert.deepEqual(scene.complaints, [])
})
