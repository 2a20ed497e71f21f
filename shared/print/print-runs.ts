/** The runs of one block: number, label and text, each in its type. */
import type { Run, TextBlock } from '../document/draft.ts'
import { sliceRuns } from '../document/runs.ts'
import type { Layout } from './layout.ts'
import type { Lead } from './lead-style.ts'
import type { PrintRun, TypeSetting, TypeStyle } from './print-types.ts'
import { typeSettings, typeStyleOf } from './role-formats.ts'

export interface RunSetter {
  /** Number and label, in the order they print. A label of its own line is left out unless asked for. */
  readonly prefix: (block: TextBlock, number: string, lead: Lead | undefined) => PrintRun[]
  readonly labelLine: (block: TextBlock, number: string) => PrintRun[]
  readonly text: (block: TextBlock, lead: Lead | undefined) => PrintRun[]
}

export function runSetter(layout: Layout): RunSetter {
  const types = typeSettings(layout)

  const set = (block: TextBlock, text: string, part: PrintRun['part'], style: TypeStyle, bold: boolean): PrintRun[] => {
    const type: TypeSetting = types[style]
    return text === '' ? [] : [{ text, font: type.font, size: type.size, bold, underline: false, part, blockId: block.id, role: block.role, style }]
  }
  const label = (block: TextBlock, style: TypeStyle) =>
    set(block, block.label ?? '', 'label', style, types[style].bold || layout.styles.label.bold)
  const number = (block: TextBlock, text: string, style: TypeStyle) => set(block, text, 'number', style, types[style].bold)

  const textRuns = (block: TextBlock, runs: readonly Run[], style: TypeStyle): PrintRun[] =>
    runs.flatMap((run) => set(block, run.text, 'text', style, types[style].bold || run.bold === true).map((one): PrintRun => ({
      ...one,
      underline: run.underline === true,
      ...(run.bold ? { emphasis: true as const } : {}),
      ...(run.placeholder !== undefined ? { placeholder: run.placeholder } : {}),
    })))

  return {
    prefix: (block, numberText, lead) => {
      const style: TypeStyle = lead ? `heading${lead.level}` : typeStyleOf(block.role)
      if (block.label === undefined) return number(block, numberText, style)
      // The number of a label of its own line stands beside the label where the label follows it.
      if (block.labelLine) return block.labelAfterNumber ? [] : number(block, numberText, style)
      const both = [number(block, numberText, style), label(block, style)]
      return block.labelAfterNumber ? both.flat() : both.reverse().flat()
    },
    labelLine: (block, numberText) => {
      const style = typeStyleOf(block.role)
      return [...(block.labelAfterNumber ? number(block, numberText, style) : []), ...label(block, style)]
    },
    text: (block, lead) => {
      if (!lead) return textRuns(block, block.runs, typeStyleOf(block.role))
      return [
        ...textRuns(block, sliceRuns(block.runs, 0, lead.length), `heading${lead.level}`),
        ...textRuns(block, sliceRuns(block.runs, lead.length, Infinity), 'body'),
      ]
    },
  }
}
