import { createHash } from 'node:crypto'

/** Drawn places instead of photos: no demonstration shows a real street or a real person. Pure. */

export const subjects = ['road', 'drain', 'lamp', 'walk', 'slope', 'yard'] as const
export type Subject = (typeof subjects)[number]

/** What a report of this category shows. */
export function subjectOf(category: string | null, text: string): Subject {
  if (/longsor/i.test(text)) return 'slope'
  if (category?.startsWith('street_lights')) return 'lamp'
  if (category?.startsWith('drainage')) return 'drain'
  if (category === 'sidewalks') return 'walk'
  return category?.includes('road') ? 'road' : 'yard'
}

/** Numbers between 0 and 1 that are always the same for the same name. */
function chances(name: string): (from: number, to: number) => number {
  const bytes = createHash('sha512').update(name).digest()
  let at = 0
  return (from, to) => Math.round(from + ((to - from) * (bytes[at++ % bytes.length] ?? 0)) / 255)
}

const box = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
const shape = (points: string, fill: string, more = '') => `<polygon points="${points}" fill="${fill}" ${more}/>`
const blob = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`

const walls = ['#e8d9c0', '#c9d6c2', '#d9b9a0', '#b7c7d4', '#efe6d6', '#a9b39b']
const roofs = ['#9c4a34', '#7d5140', '#b0603f', '#5d5b57']

function houses(chance: ReturnType<typeof chances>, ground: number): string {
  let drawn = ''
  for (let x = chance(-120, 0); x < 960; ) {
    const [w, h] = [chance(110, 260), chance(90, 220)]
    const top = ground - h
    drawn += box(x, top, w, h, walls[chance(0, walls.length - 1)] ?? '')
    drawn += shape(
      `${x - 14},${top} ${x + w + 14},${top} ${x + w - 24},${top - 54} ${x + 24},${top - 54}`,
      roofs[chance(0, roofs.length - 1)] ?? '',
    )
    drawn +=
      box(x + w * 0.18, top + h * 0.3, w * 0.2, h * 0.3, '#4d5a5e') +
      box(x + w * 0.58, top + h * 0.3, w * 0.2, h * 0.7, '#6d4c35')
    x += w + chance(6, 120)
  }
  const tree = chance(60, 900)
  return `${drawn}${box(tree - 9, ground - 120, 18, 130, '#5a4433')}${blob(tree, ground - 190, 84, 96, '#47703f')}${blob(tree + 40, ground - 150, 60, 60, '#5a8550')}`
}

type View = { x: number; y: number; size: number; ground: number }
type Draw = (view: View, mended: boolean) => string

const lane = ({ ground }: View, x = 480) =>
  shape(`${x - 130},${ground} ${x + 130},${ground} ${x + 560},720 ${x - 560},720`, '#6a6c6e') +
  [0.1, 0.35, 0.7]
    .map((at) => box(x - 6 - at * 8, ground + at * (720 - ground), 12 + at * 16, 26 + at * 40, '#e9e6da'))
    .join('')

const draw: Readonly<Record<Subject, Draw>> = {
  road: (v, mended) =>
    lane(v) +
    (mended
      ? shape(
          `${v.x - v.size},${v.y - 34} ${v.x + v.size},${v.y - 40} ${v.x + v.size + 46},${v.y + 50} ${v.x - v.size - 40},${v.y + 56}`,
          '#37393b',
        )
      : blob(v.x, v.y, v.size + 20, 52, '#53473c') +
        blob(v.x + 8, v.y + 8, v.size - 14, 34, '#8a7459') +
        blob(v.x - 20, v.y + 2, v.size / 2, 12, '#b9a88c')),
  drain: (v, mended) =>
    lane(v, 240) +
    shape(`600,${v.ground} 700,${v.ground} 980,720 700,720`, '#a9a79f') +
    shape(`630,${v.ground} 672,${v.ground} 860,720 760,720`, mended ? '#55808a' : '#4b4234') +
    (mended
      ? [0.25, 0.5, 0.78]
          .map((at) =>
            box(
              622 + at * 110,
              v.ground + at * (720 - v.ground),
              90 + at * 60,
              40 + at * 26,
              '#c9c6bc',
              'stroke="#8b887e" stroke-width="3"',
            ),
          )
          .join('')
      : blob(720, v.y, 60, 26, '#7b7a4c') +
        blob(760, v.y + 60, 46, 18, '#d8d2c4') +
        blob(690, v.y - 50, 30, 12, '#6e5d41')),
  lamp: (v, mended) =>
    box(0, 0, 960, 720, '#101a33', `opacity="${mended ? 0.45 : 0.72}"`) +
    (mended
      ? shape(`${v.x + 84},150 ${v.x + 150},150 ${v.x + 380},720 ${v.x - 160},720`, '#ffe9a8', 'opacity="0.4"')
      : '') +
    box(v.x, 130, 14, 590, '#3b3f45') +
    box(v.x, 130, 120, 12, '#3b3f45') +
    box(v.x + 78, 138, 78, 18, mended ? '#fff6d2' : '#22262c'),
  walk: (v, mended) =>
    shape(`120,${v.ground} 700,${v.ground} 1100,720 -200,720`, '#b8b2a6') +
    [0, 0.2, 0.42, 0.68]
      .map((at) =>
        box(
          (mended ? 420 : 420 + at * v.size * 1.6) - at * 20,
          v.ground + at * (720 - v.ground),
          56 + at * 40,
          40 + at * 60,
          '#e0b62f',
          'stroke="#b98f18" stroke-width="4"',
        ),
      )
      .join('') +
    (mended ? '' : box(v.x + 60, v.ground - 200, 26, 420, '#5b6067')),
  slope: (v, mended) =>
    shape(`0,${v.ground - 260} 420,${v.ground - 180} 560,720 0,720`, '#6f7d4d') +
    lane(v, 640) +
    (mended
      ? blob(470, 610, 90, 40, '#8a6b48')
      : blob(560, v.y, 220, 96, '#8a6b48') +
        blob(640, v.y + 70, 150, 62, '#745738') +
        blob(480, v.y - 40, 60, 44, '#9a9288') +
        blob(700, v.y + 20, 44, 34, '#a49c91')),
  yard: (v, mended) =>
    box(0, v.ground, 960, 720, '#a58f6c') +
    box(v.x - 260, v.ground - 60, 520, 190, mended ? '#cbb892' : '#8d8f86') +
    [0, 1, 2, 3, 4]
      .map((n) => box(v.x - 240 + n * 104, v.ground - 40, 84, 150, mended ? '#b59f76' : '#4c4a43'))
      .join('') +
    (mended
      ? ''
      : [0, 1, 2, 3, 4, 5, 6]
          .map((n) => blob(v.x - 220 + n * 74, v.ground + 90 + (n % 3) * 20, 20, 15, '#f3efe6'))
          .join('')),
}

/** A place as an SVG of 960 by 720; the same name is always the same place. */
export function scene(subject: Subject, name: string, mended: boolean, turn: number): string {
  const chance = chances(name)
  const ground = chance(250, 400)
  const sky = `hsl(${chance(190, 215)} ${chance(30, 60)}% ${chance(72, 90)}%)`
  const view = { x: chance(330, 620), y: chance(500, 620), size: chance(70, 150), ground }
  const place =
    box(0, 0, 960, 720, sky) +
    houses(chance, ground) +
    box(0, ground, 960, 720 - ground, `hsl(${chance(60, 100)} 18% ${chance(48, 62)}%)`)
  const seen = `translate(${-12 - turn * 30} ${-8 - turn * 20}) scale(${1.06 + turn * 0.06})`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720"><g transform="${seen}">${place}${draw[subject](view, mended)}</g></svg>`
}
