/** Faces for pages on screen: the bundled ones are asked for here first, never at the program's start. */
import { officialFonts, type OfficialFont } from '../../shared/typeset/font-stacks.ts'

/** Adds the style sheet of the bundled fonts, once. */
export function loadPageFonts(): void {
  if (document.querySelector('link[data-page-fonts]')) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = '/fonts/fonts.css'
  link.dataset['pageFonts'] = ''
  document.head.append(link)
}

const sample = 'mmmWWiil10@Qqg&'
const canvasSize = 72

/**
 * Whether a family is installed: its letters are as wide in front of one generic family as in front of another, and other
 * than those of at least one of them. Names that the system knows under another language need this way; `local()` knows
 * faces by their full name only.
 */
function hasOwnWidths(family: string, context: CanvasRenderingContext2D): boolean {
  const width = (font: string) => {
    context.font = `${canvasSize}px ${font}`
    return context.measureText(sample).width
  }
  const quoted = `"${family.replace(/["\\]/g, '')}"`
  return ['monospace', 'serif', 'sans-serif'].some((generic) => width(`${quoted}, ${generic}`) !== width(generic))
}

async function isLocalFace(family: string): Promise<boolean> {
  try {
    await new FontFace('installed-face', `local("${family.replace(/["\\]/g, '')}")`).load()
    return true
  } catch {
    return false
  }
}

const known = new Map<string, Promise<boolean>>()

function isInstalled(family: string): Promise<boolean> {
  const asked = known.get(family) ?? (async () => {
    const context = document.createElement('canvas').getContext('2d')
    return (context !== null && hasOwnWidths(family, context)) || isLocalFace(family)
  })()
  known.set(family, asked)
  return asked
}

/** Official faces of which the machine has none, under any of their names. */
export async function missingFonts(families: Iterable<string>): Promise<readonly OfficialFont[]> {
  const fonts = officialFonts(families)
  const found = await Promise.all(fonts.map(async ({ names }) => (await Promise.all(names.map(isInstalled))).includes(true)))
  return fonts.filter((_, index) => !found[index])
}
