import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readReference } from '../../src/report/reference.ts'
import { id } from '../../src/web/messages/id.ts'
import { type Receipt, sends, tells } from './citizen.ts'
import { fillsIn } from './hand.ts'
import { worker } from './staff.ts'
import { good, phone, stage } from './stage.ts'

/** A complaint about a unit, in a real browser: its government acts, the unit sees nothing, the inspector reads on. */

const story = {
  text: 'Petugas loket Dinas PUPR meminta dua ratus ribu rupiah supaya berkas izin saya diproses.',
  place: 'Loket perizinan',
}

test('a complaint about a unit never reaches the unit, and the inspector keeps it in sight', async (t) => {
  const scene = await stage(t)
  let receipt: Receipt = { reference: '', secret: '' }
  const reference = () => readReference(receipt.reference) ?? ''
  const at = (username: string) => worker(scene, username, reference())
  const grave = { class: 'complaint', oversight: 'ya' }

  await t.test('it is sent to the city as an oversight complaint, with who is accused', async () => {
    const citizen = await scene.somebody(phone)
    await tells(citizen, story)
    receipt = await sends(citizen, 'public')
    const centre = await at('operator.pusat')
    await centre.does('forward', { agencyName: 'Pemerintah Kota Blitar', ...grave })
    const city = await at('operator.blitar')
    await city.does('reclassify', { ...grave, accusedName: 'Dinas Pekerjaan Umum dan Penataan Ruang Kota Blitar' })
    assert.match(await city.page.locator('main').innerText(), /Yang dilaporkan/)
  })

  await t.test('to the accused unit it cannot be sent, and there it does not exist', async () => {
    const city = await at('operator.blitar')
    await city.page.goto(`${scene.url}/meja/${reference()}`)
    await fillsIn(city.page, `/meja/${reference()}/penerusan`, { agencyName: 'DPUPR Kota Blitar', ...grave })
    await city.page.getByText('tidak ada jalan pengecualian').waitFor()
    const unit = await at('penghubung.dpupr')
    const answer = await unit.page.goto(`${scene.url}/meja/${reference()}`)
    assert.equal(answer?.status(), 404)
  })

  await t.test('the inspector begins with the list, and reads it after it was made something else', async () => {
    const city = await at('operator.blitar')
    await city.does('reclassify', { class: 'aspiration' })
    const inspector = await worker(scene, 'inspektur.blitar', reference(), phone)
    assert.equal(new URL(inspector.page.url()).pathname, '/pengawasan/inspektorat')
    await good(inspector.page)
    await inspector.page.getByRole('link', { name: new RegExp(id.inspectorate.shelves.away) }).click()
    await good(inspector.page)
    assert.match(
      await inspector.page.locator('main').innerText(),
      /Diubah menjadi Aspirasi[\s\S]*Yang dilaporkan: Dinas Pekerjaan Umum/,
    )
    await inspector.page.locator(`main a[href="/meja/${reference()}"]`).click()
    await good(inspector.page)
  })

  assert.deepEqual(
    scene.complaints.filter((line) => !/404|422/.test(line)),
    [],
  )
})
