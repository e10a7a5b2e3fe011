import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import sharp from 'sharp'
import { canary, drawn, has, refused } from '../../../test/pictures.ts'

async function hostilePdf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setAuthor(canary)
  pdf.setTitle(canary)
  pdf.addJavaScript('run', 'app.alert(1)')
  await pdf.attach(Buffer.from(canary), 'rahasia.txt', { description: canary })
  for (let n = 0; n < pages; n++) pdf.addPage([595, 842]).drawText(`Halaman ${n + 1}`, { x: 60, y: 700, size: 40 })
  const act = pdf.context.obj({ S: 'URI', URI: PDFString.of('http://169.254.169.254/') })
  pdf.catalog.set(PDFName.of('OpenAction'), act)
  return pdf.save({ useObjectStreams: false })
}

test('a PDF is printed anew: pages yes; script, author, attachment, action no', async () => {
  const sent = await hostilePdf(3)
  assert.ok(has(sent, 'JavaScript') && has(sent, 'OpenAction') && has(sent, canary))
  const { file, pages, mediaType, thumb, width, height } = await drawn(sent)
  assert.equal(mediaType, 'application/pdf')
  assert.equal(pages, 3)
  assert.deepEqual([width, height], [1190, 1684])
  const clear = await (await PDFDocument.load(file, { updateMetadata: false })).save({ useObjectStreams: false })
  for (const text of ['JavaScript', '/JS', 'OpenAction', 'EmbeddedFile', 'Author', '169.254', canary]) {
    assert.ok(!has(clear, text), text)
  }
  const again = await PDFDocument.load(file, { updateMetadata: false })
  assert.equal(again.getAuthor() ?? again.getTitle() ?? again.getProducer(), undefined)
  assert.deepEqual(again.getPage(2).getSize(), { width: 595, height: 842 })
  const { channels } = await sharp(thumb).stats()
  assert.ok((channels[0]?.stdev ?? 0) > 1, 'the words of the page can be seen')
})

test('a PDF of more than fifty pages is refused', async () => {
  assert.equal(await refused(await hostilePdf(51)), 'tooManyPages')
})
