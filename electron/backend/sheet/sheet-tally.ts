/** What the reader of a ledger has to tell, in plain sentences, lines of the sheet named. */

const sentences = {
  added: (lines) => `第 ${lines} 行是新增的，按新增问题处理。`,
  copied: (lines) => `第 ${lines} 行由别的行复制而来，按新增问题处理。`,
  foreignKey: (lines) => `第 ${lines} 行来自另一份台账，按新增问题处理。`,
  left: (lines) => `第 ${lines} 行不像台账中的一项，没有读入。`,
  merged: (lines) => `第 ${lines} 行有上下合并的单元格，各行按相同内容读入。`,
  covered: (lines) => `第 ${lines} 行有左右合并的单元格，被盖住的列没有读入，原内容不变。`,
  formula: (lines) => `第 ${lines} 行有公式，只读入了算出的结果。`,
  date: (lines) => `第 ${lines} 行有认不出的日期，按文字读入。`,
  state: (lines) => `第 ${lines} 行的状态不是规定的五种之一，按文字读入。`,
} as const satisfies Record<string, (lines: string) => string>
export type SheetNote = keyof typeof sentences

/** More lines than this are counted, not named. */
const mostLines = 15

function listed(lines: readonly number[]): string {
  return lines.length <= mostLines ? lines.join('、') : `${lines.slice(0, mostLines).join('、')} 等 ${lines.length}`
}

export interface SheetTally {
  readonly line: (kind: SheetNote, line: number) => void
  readonly notes: () => string[]
}

export function startSheetTally(): SheetTally {
  const found = new Map<SheetNote, Set<number>>()
  return {
    line: (kind, line) => void found.set(kind, (found.get(kind) ?? new Set()).add(line)),
    notes: () => (Object.keys(sentences) as SheetNote[]).flatMap((kind) => {
      const lines = found.get(kind)
      return lines === undefined ? [] : [sentences[kind](listed([...lines].sort((a, b) => a - b)))]
    }),
  }
}
