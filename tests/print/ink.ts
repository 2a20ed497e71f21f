/** Lines and coloured type measured from the rendered page: the PDF's text says nothing of either. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Ink {
  /** Horizontal lines longer than 100 mm, from top to bottom, in millimetres. */
  readonly rules: readonly (Box & { readonly colour: 'red' | 'black' })[]
  /** Box of what is red on the page and no rule. */
  readonly red: Box | undefined
}

const resolution = 300
const millimetres = (pixels: number) => (pixels * 25.4) / resolution

interface Image {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
}

/** Binary PPM: “P6 width height 255” and three bytes a pixel. */
function readImage(path: string): Image {
  const bytes = readFileSync(path)
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))!
  return { width: Number(head[1]), height: Number(head[2]), pixels: bytes.subarray(head[0].length) }
}

type Colour = 'red' | 'black' | undefined

function colourAt({ pixels, width }: Image, x: number, y: number): Colour {
  const at = (y * width + x) * 3
  const [r, g, b] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
  if (r > 150 && g < 120 && b < 120) return 'red'
  return r < 110 && g < 110 && b < 110 ? 'black' : undefined
}

/** The longest stretch of one colour on a row of pixels. */
function longestStretch(image: Image, y: number): { from: number; to: number; colour: Colour } {
  let best = { from: 0, to: 0, colour: undefined as Colour }
  let from = 0
  let colour: Colour
  for (let x = 0; x <= image.width; x += 1) {
    const now = x < image.width ? colourAt(image, x, y) : undefined
    if (now === colour) continue
    if (colour !== undefined && x - from > best.to - best.from) best = { from, to: x, colour }
    from = x
    colour = now
  }
  return best
}

function inkOf(image: Image): Ink {
  const rules: { left: number; right: number; top: number; bottom: number; colour: 'red' | 'black' }[] = []
  const rows = new Set<number>()
  for (let y = 0; y < image.height; y += 1) {
    const { from, to, colour } = longestStretch(image, y)
    if (colour === undefined || millimetres(to - from) < 100) continue
    rows.add(y)
    const last = rules.at(-1)
    if (last && Math.abs(last.bottom - millimetres(y)) < 0.05) last.bottom = millimetres(y + 1)
    else rules.push({ left: millimetres(from), right: millimetres(to), top: millimetres(y), bottom: millimetres(y + 1), colour })
  }
  let red: { left: number; right: number; top: number; bottom: number } | undefined
  for (let y = 0; y < image.height; y += 1) {
    if (rows.has(y) || rows.has(y - 1) || rows.has(y + 1)) continue
    for (let x = 0; x < image.width; x += 1) {
      if (colourAt(image, x, y) !== 'red') continue
      red = red === undefined ? { left: x, right: x + 1, top: y, bottom: y + 1 }
        : { left: Math.min(red.left, x), right: Math.max(red.right, x + 1), top: red.top, bottom: y + 1 }
    }
  }
  return { rules, red: red && { left: millimetres(red.left), right: millimetres(red.right), top: millimetres(red.top), bottom: millimetres(red.bottom) } }
}

/** @returns the ink of each page, in order. */
export function inkOfPages(pdf: Uint8Array): Ink[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-ink-'))
  try {
    writeFileSync(join(folder, 'pages.pdf'), pdf)
    execFileSync('pdftoppm', ['-r', String(resolution), join(folder, 'pages.pdf'), join(folder, 'page')])
    return readdirSync(folder).filter((name) => name.endsWith('.ppm')).sort().map((name) => inkOf(readImage(join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
