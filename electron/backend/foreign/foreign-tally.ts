/** What a reader left out or changed, counted, and told in plain sentences. */

const sentences = {
  automaticNumber: (count) => `自动编号 ${count} 处已转成文字。`,
  lostNumber: (count) => `自动编号 ${count} 处在文件中没有写明是什么号，没有导入，请对照原件补上。`,
  bullet: (count) => `项目符号 ${count} 处没有导入，文字都在。`,
  softReturn: (count) => `段内手动换行 ${count} 处，按另起一段处理。`,
  inserted: (count) => `修订中插入的文字 ${count} 处，按接受处理。`,
  deleted: (count) => `修订中删除的文字 ${count} 处，没有导入。`,
  mergedCell: (count) => `合并的单元格 ${count} 处，文字只取一次。`,
  nestedTable: (count) => `表格中的表格 ${count} 个，文字并入所在单元格。`,
  plainTable: (count) => `只有一列的表格 ${count} 个，按正文段落处理。`,
  wideTable: (count) => `表格超出 63 列，${count} 行右边的文字并入最后一列。`,
  repeated: (count) => `重复太多次的单元格或行 ${count} 处，只导入了前面的一部分。`,
  textBox: (count) => `文本框 ${count} 个，文字放在所在段落之前。`,
  hidden: (count) => `隐藏文字 ${count} 处，没有导入。`,
  image: (count) => `图片 ${count} 张，没有导入。`,
  drawing: (count) => `图形、浮动图片 ${count} 个，没有导入。`,
  object: (count) => `嵌入的对象或外部内容 ${count} 个，没有导入。`,
  footnote: (count) => `脚注、尾注 ${count} 条，已作为附注保留，不进正文。`,
  comment: (count) => `批注 ${count} 条，已作为附注保留，不进正文。`,
  looseNote: (count) => `脚注、尾注或批注 ${count} 条找不到所注的位置，没有导入。`,
  contents: (count) => `自动目录 ${count} 行，没有导入。`,
  symbol: (count) => `特殊字体的符号 ${count} 个，用“□”代替。`,
  header: (count) => `页眉、页脚 ${count} 处（含页码），没有导入。`,
  character: (count) => `不能显示的字符 ${count} 个，已去掉。`,
  undecoded: (count) => `编码有误的字符 ${count} 个，认不出来，用“□”代替。`,
  layoutTable: (count) => `只用来排版的表格 ${count} 个，按正文段落处理。`,
  control: (count) => `网页中的按钮、输入框 ${count} 个，没有导入。`,
  condition: (count) => `按条件显示的内容 ${count} 处，按文件中现有的结果导入。`,
} as const satisfies Record<string, (count: number) => string>

export type ForeignTallyKind = keyof typeof sentences

export interface ForeignTally {
  readonly add: (kind: ForeignTallyKind, count?: number) => void
  readonly notes: () => string[]
}

export function startForeignTally(): ForeignTally {
  const counts = new Map<ForeignTallyKind, number>()
  return {
    add: (kind, count = 1) => {
      if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count)
    },
    notes: () => (Object.keys(sentences) as ForeignTallyKind[]).flatMap((kind) => {
      const count = counts.get(kind)
      return count === undefined ? [] : [sentences[kind](count)]
    }),
  }
}
