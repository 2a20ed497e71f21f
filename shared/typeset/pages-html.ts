/** Pages as one document of its own, for a printer or a maker of PDF: each page a sheet of its size, nothing around it. */
import { escapeMarkup } from './page-svg.ts'

/** A page drawn already. Lengths in twips. */
export interface DrawnPage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly svg: string
}

export interface PagesHtmlOptions {
  /** Becomes the PDF's title. */
  readonly title: string
  /** Where `fonts.css` stands; ends in "/". Absent: only what is installed. */
  readonly fontsAddress?: string | undefined
  /** For a document inside a page whose policy asks for one. Absent: the document states its own policy. */
  readonly nonce?: string | undefined
}

const points = (twips: number): string => `${Math.round(twips * 5) / 100}pt`

const policy = "default-src 'none'; style-src 'unsafe-inline' 'self' file: app:; font-src 'self' file: app:"

/** Name of the page rule for a size; an empty side has the size of the sheet before it. */
function sheetRules(faces: readonly (DrawnPage | undefined)[]): { readonly rules: string; readonly classes: readonly string[] } {
  const names = new Map<string, string>()
  const rules: string[] = []
  const classes: string[] = []
  let last = faces.find((face) => face !== undefined) ?? { width: 11906, height: 16838 }
  for (const face of faces) {
    last = face ?? last
    const size = `${points(last.width)} ${points(last.height)}`
    let name = names.get(size)
    if (name === undefined) {
      name = `sheet${names.size}`
      names.set(size, name)
      // A hair less than the sheet: rounded to pixels, a full one may spill over onto an empty page.
      rules.push(`@page ${name}{size:${size};margin:0}.${name}{page:${name};width:${points(last.width)};height:calc(${points(last.height)} - 1px)}.${name}>svg{display:block;width:${points(last.width)};height:${points(last.height)}}`)
    }
    classes.push(name)
  }
  return { rules: rules.join(''), classes }
}

/** @param faces sheets in order; undefined is an empty side. */
export function pagesHtml(faces: readonly (DrawnPage | undefined)[], { title, fontsAddress, nonce }: PagesHtmlOptions): string {
  const { rules, classes } = sheetRules(faces)
  const first = classes[0] ?? ''
  const head = [
    '<meta charset="utf-8">',
    ...(nonce === undefined ? [`<meta http-equiv="Content-Security-Policy" content="${policy}">`] : []),
    `<title>${escapeMarkup(title)}</title>`,
    ...(fontsAddress === undefined ? [] : [`<link rel="stylesheet" href="${escapeMarkup(fontsAddress)}fonts.css">`]),
    `<style${nonce === undefined ? '' : ` nonce="${escapeMarkup(nonce)}"`}>@page{margin:0}html,body{margin:0;padding:0;background:#fff}section{overflow:hidden;break-after:page}section:last-child{break-after:auto}${rules}</style>`,
  ]
  const body = faces.map((face, index) => `<section class="${classes[index] ?? first}">${face?.svg ?? '&#160;'}</section>`)
  return `<!doctype html><html lang="zh-CN"><head>${head.join('')}</head><body>${body.join('')}</body></html>`
}
