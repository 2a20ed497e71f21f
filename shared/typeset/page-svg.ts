/** A set page as SVG. The one drawing of a page: screen, print and PDF all use it. Units are twips. */
import { fontStack } from './font-stacks.ts'
import type { PlacedRule, PlacedText, TypesetPage } from './typeset-types.ts'

/** As Word's FF0000 for 发文机关标志 and its rule. */
const colours = { black: '#000', red: '#f00' } as const

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign]!)
}

const round = (value: number): string => String(Math.round(value * 100) / 100)
const generic: ReadonlySet<string> = new Set(['serif', 'sans-serif'])

const stacks = new Map<string, string>()

/** Value of a font-family attribute. */
function familyValue(family: string): string {
  const known = stacks.get(family)
  if (known !== undefined) return known
  // A name with a backslash or quotes of either kind is no font's; it must not end the list.
  const value = fontStack(family).map((name) => (generic.has(name) ? name : `'${name.replace(/['"\\]/g, '')}'`)).map(escapeMarkup).join(',')
  stacks.set(family, value)
  return value
}

/** Half-points to twips. */
const typeSize = (size: number): number => size * 10

/** Offset of the stop in “1.”, “12.” of a Chinese face, where digits and stop take half an em each; undefined for any other text. */
function stopOfNumber({ text, width, size }: PlacedText): number | undefined {
  return /^\d+\.$/.test(text) && Math.abs(width - text.length * size * 5) < text.length * 10 ? text.length - 1 : undefined
}

/** Only attributes: the page's policy refuses inline styles. */
function textMarkup(item: PlacedText): string {
  const line = item.underline ? underlineMarkup(item) : ''
  const stop = item.turned === true ? undefined : stopOfNumber(item)
  if (stop === undefined) return glyphsMarkup(item) + line
  // Spread over its width, another face's narrower stop would stand off from its number; the blank half belongs behind it.
  const each = item.width / (stop + 1)
  return glyphsMarkup({ ...item, text: item.text.slice(0, stop), width: each * stop }) + glyphsMarkup({ ...item, text: '.', x: item.x + each * stop, width: each }) + line
}

function glyphsMarkup(item: PlacedText): string {
  const { text, x, y, width, size, bold, colour, turned, blockId } = item
  if (text.trim() === '' || width <= 0) return ''
  // Another face's digits may be wider than the official half: made narrower they read better than pushed into each other.
  const length = [...text].length > 1 ? ` textLength="${round(width)}" lengthAdjust="${/^[0-9A-Z%]+$/.test(text) ? 'spacingAndGlyphs' : 'spacing'}"` : ''
  return `<text x="${round(x)}" y="${round(y)}"${turned === true ? ` transform="rotate(90 ${round(x)} ${round(y)})"` : ''}${length}`
    + ` font-family="${familyValue(item.family)}" font-size="${typeSize(size)}"${bold ? ' font-weight="700"' : ''} fill="${colours[colour]}"`
    + `${blockId === undefined ? '' : ` data-block="${escapeMarkup(blockId)}"`} xml:space="preserve">${escapeMarkup(text)}</text>`
}

/** Drawn as a line of its own: where a face is stretched to its width the browser's own stops between the letters. */
function underlineMarkup({ x, y, width, size, colour, turned }: PlacedText): string {
  const below = typeSize(size) * 0.13
  const thickness = Math.max(8, typeSize(size) / 24)
  return turned === true ? ruleMarkup({ kind: 'rule', x1: x - below, y1: y, x2: x - below, y2: y + width, thickness, colour })
    : ruleMarkup({ kind: 'rule', x1: x, y1: y + below, x2: x + width, y2: y + below, thickness, colour })
}

function ruleMarkup({ x1, y1, x2, y2, thickness, colour }: PlacedRule): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colours[colour]}" stroke-width="${round(thickness)}"/>`
}

/** What is drawn on the page, without the svg element around it. */
export function pageMarkup(page: TypesetPage): string {
  return page.items.map((item) => (item.kind === 'text' ? textMarkup(item) : ruleMarkup(item))).join('')
}

/** @returns one svg element; it is as large as what it stands in. */
export function pageSvg(page: TypesetPage): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" width="100%" height="100%" text-rendering="geometricPrecision">${pageMarkup(page)}</svg>`
}

/**
 * A page too small to read: its text as grey bars where the words stand, its rules as lines. A path for each
 * size of type, so that a row of hundreds costs nothing.
 */
export function pageSketch(page: TypesetPage): string {
  const bars = new Map<number, string>()
  let rules = ''
  for (const item of page.items) {
    if (item.kind === 'rule') rules += `M${round(item.x1)} ${round(item.y1)}L${round(item.x2)} ${round(item.y2)}`
    else if (item.text.trim() !== '') {
      const middle = typeSize(item.size) * 0.36
      const bar = item.turned === true ? `M${round(item.x + middle)} ${round(item.y)}v${round(item.width)}` : `M${round(item.x)} ${round(item.y - middle)}h${round(item.width)}`
      bars.set(item.size, (bars.get(item.size) ?? '') + bar)
    }
  }
  const paths = [...bars].map(([size, path]) => `<path d="${path}" stroke="#9a9ea5" stroke-width="${typeSize(size) * 0.62}"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" width="100%" height="100%" fill="none">${paths}${rules === '' ? '' : `<path d="${rules}" stroke="#51565d" stroke-width="40"/>`}</svg>`
}
