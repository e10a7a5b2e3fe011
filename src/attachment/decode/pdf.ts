import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import type { Drawn, Undrawn } from './frame.ts'
import { thumbOf } from './image.ts'

/** Prints a PDF to pictures and binds them into a new one. Scripts, forms, attachments, links and authors have no pixels. */

const mostPages = 50
const dotsPerPoint = 2
const longestSide = 2000
const longestPage = 14_400

type Sheet = { file: Uint8Array; width: number; height: number; points: [number, number] }

async function sheet(page: PDFiumPage): Promise<Sheet | null> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const longest = Math.max(originalWidth, originalHeight)
  if (!(Math.min(originalWidth, originalHeight) >= 1 && longest <= longestPage)) return null
  const scale = Math.min(dotsPerPoint, longestSide / longest)
  const [width, height] = [originalWidth, originalHeight].map((side) => Math.max(1, Math.round(side * scale)))
  if (!width || !height) return null
  const { data } = await page.render({ width, height, render: 'bitmap' })
  const raw = { width, height, channels: 4 } as const
  const file = await sharp(data, { raw }).removeAlpha().jpeg({ quality: 72 }).toBuffer()
  return { file, width, height, points: [originalWidth, originalHeight] }
}

async function bind(pages: Iterable<PDFiumPage>): Promise<{ file: Uint8Array; first: Sheet } | null> {
  const book = await PDFDocument.create({ updateMetadata: false })
  let first: Sheet | undefined
  for (const page of pages) {
    const drawn = await sheet(page)
    if (!drawn) return null
    first ??= drawn
    const [width, height] = drawn.points
    book.addPage([width, height]).drawImage(await book.embedJpg(drawn.file), { x: 0, y: 0, width, height })
  }
  return first ? { file: await book.save(), first } : null
}

async function opened(bytes: Uint8Array): Promise<PDFiumDocument | Undrawn> {
  const library = await PDFiumLibrary.init()
  try {
    return await library.loadDocument(bytes)
  } catch (reason) {
    const locked = reason instanceof Error && /password|security/i.test(reason.message)
    return { ok: false, refusal: locked ? 'locked' : 'broken' }
  }
}

export async function drawPdf(bytes: Uint8Array): Promise<Drawn | Undrawn> {
  const document = await opened(bytes)
  if ('refusal' in document) return document
  const pages = document.getPageCount()
  if (pages > mostPages) return { ok: false, refusal: 'tooManyPages' }
  const bound = await bind(document.pages())
  if (!bound) return { ok: false, refusal: 'broken' }
  const { file, first } = bound
  return {
    ok: true,
    mediaType: 'application/pdf',
    width: first.width,
    height: first.height,
    pages,
    phash: null,
    file,
    thumb: await thumbOf(first.file),
  }
}
