/**
 * Draws resources/icons from one drawing: icon.png (512), icon.ico and the sizes Linux wants. Run by hand when the drawing
 * changes (node_modules/.bin/node scripts/make-icons.mjs); needs an installed Chromium and a Chinese serif font.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '../electron/local-host/browser.ts'
import { root } from './steps/places.mjs'

const linuxSizes = [16, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]

/** The accent of the screens; the one character is the mark of the program. */
const drawing = (size) => `<!doctype html><style>
  html, body { margin: 0; background: transparent }
  div { width: ${size}px; height: ${size}px; border-radius: ${size * 0.2}px; background: #a4262c; color: #fff;
        display: flex; align-items: center; justify-content: center;
        font: ${size < 32 ? 700 : 600} ${size * (size < 32 ? 0.8 : 0.68)}px/1 "Noto Serif CJK SC", "Noto Sans CJK SC", serif }
  span { transform: translateY(-3%) }
</style><div><span>整</span></div>`

async function draw(page, size) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(drawing(size))
  return page.screenshot({ omitBackground: true })
}

/** An .ico is a list of pictures; PNG ones are allowed at every size since Windows Vista. */
function toIco(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

const folder = join(root, 'resources', 'icons')
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
const page = await browser.newPage()
mkdirSync(join(folder, 'linux'), { recursive: true })
for (const size of linuxSizes) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), await draw(page, size))
writeFileSync(join(folder, 'icon.png'), await draw(page, 512))
const pictures = []
for (const size of windowsSizes) pictures.push({ size, png: await draw(page, size) })
writeFileSync(join(folder, 'icon.ico'), toIco(pictures))
await browser.close()
