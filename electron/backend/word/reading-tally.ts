/** What reading left out or changed, counted, and told in plain sentences. */
import type { RevisionView } from './revisions.ts'

/** First words of what was left out: “内部资料”、“某县水务局”. */
function quoted(details: readonly string[]): string {
  const shown = [...new Set(details.map((one) => one.replace(/\s+/gu, ' ').trim()).filter((one) => one !== ''))]
  return shown.length === 0 ? '' : `：${shown.slice(0, 5).map((one) => `“${one}”`).join('、')}${shown.length > 5 ? '等' : ''}`
}

type Sentence = (count: number, details: readonly string[], view: RevisionView) => string

const sentences = {
  automaticNumber: (count) => `自动编号 ${count} 处已转成文字。`,
  unknownNumber: (count) => `编号格式不认识 ${count} 处，按阿拉伯数字写出，请核对。`,
  bullet: (count) => `项目符号 ${count} 处没有导入，文字都在。`,
  softReturn: (count) => `段内手动换行 ${count} 处，按另起一段处理。`,
  inserted: (count, _, view) => (view === 'accepted' ? `修订中插入的文字 ${count} 处，按接受处理。` : `修订中插入的文字 ${count} 处，按修订前处理，没有导入。`),
  deleted: (count, _, view) => (view === 'accepted' ? `修订中删除的文字 ${count} 处，没有导入。` : `修订中删除的文字 ${count} 处，按修订前处理，已恢复。`),
  formatted: (count, _, view) => `修订中的格式改动 ${count} 处，按修订${view === 'accepted' ? '后' : '前'}处理。`,
  mergedCell: (count) => `合并的单元格 ${count} 处，文字只取一次。`,
  coveredCell: (count) => `合并单元格里原来不显示的文字 ${count} 处，已留在原来的格里。`,
  nestedTable: (count) => `表格中的表格 ${count} 个，文字并入所在单元格。`,
  plainTable: (count) => `只有一列的表格 ${count} 个，按正文段落处理。`,
  textBox: (count) => `文本框 ${count} 个，文字放在所在段落之前。`,
  ruby: (count, details) => `拼音注音 ${count} 处没有导入，文字都在${quoted(details)}。`,
  hidden: (count) => `隐藏文字 ${count} 处，没有导入。`,
  placeholder: (count, details) => `没有填写的控件 ${count} 个，其中的提示文字没有导入${quoted(details)}。`,
  field: (count, details) => `没有算出结果的域 ${count} 个，没有导入${quoted(details)}。`,
  image: (count) => `图片 ${count} 张，没有导入。`,
  diagram: (count, details) => `图示、图表 ${count} 个，没有导入${details.length > 0 ? '，其中的文字' : ''}${quoted(details)}。`,
  object: (count) => `嵌入的对象或外部内容 ${count} 个，没有导入。`,
  footnote: (count) => `脚注、尾注 ${count} 条，正文不在文件里，没有导入。`,
  comment: (count) => `批注 ${count} 条，正文不在文件里，没有导入。`,
  keptFootnote: (count) => `脚注、尾注 ${count} 条已保留，附在所在段落旁。`,
  keptComment: (count) => `批注 ${count} 条已保留，附在所在段落旁。`,
  contents: (count) => `自动目录 ${count} 行，没有导入。`,
  symbol: (count) => `特殊字体的符号 ${count} 个，用“□”代替。`,
  header: (count, details) => `页眉、页脚 ${count} 处（含页码），没有导入${quoted(details)}。`,
  watermark: (count, details) => `水印 ${count} 处，没有导入${quoted(details)}。`,
  damagedPart: (count, details) => `文件里有 ${count} 个部分已损坏，没有导入${quoted(details)}。`,
  character: (count) => `表格中不能显示的字符 ${count} 个，已去掉。`,
} as const satisfies Record<string, Sentence>

export type TallyKind = keyof typeof sentences

export interface Tally {
  readonly add: (kind: TallyKind, count?: number, detail?: string) => void
  readonly count: (kind: TallyKind) => number
  readonly notes: (view: RevisionView) => string[]
}

/** What a detail may be long; a report is no place for whole texts. */
const longestDetail = 30
const mostDetails = 50

export function startTally(): Tally {
  const counts = new Map<TallyKind, { count: number; readonly details: string[] }>()
  return {
    add: (kind, count = 1, detail) => {
      if (count < 0 || (count === 0 && detail === undefined)) return
      const found = counts.get(kind) ?? { count: 0, details: [] }
      counts.set(kind, found)
      found.count += count
      if (detail !== undefined && found.details.length < mostDetails) found.details.push(kind === 'diagram' ? detail.slice(0, 500) : detail.length > longestDetail ? `${detail.slice(0, longestDetail)}…` : detail)
    },
    count: (kind) => counts.get(kind)?.count ?? 0,
    notes: (view) => (Object.keys(sentences) as TallyKind[]).flatMap((kind) => {
      const found = counts.get(kind)
      const sentence: Sentence = sentences[kind]
      return found === undefined ? [] : [sentence(found.count, found.details, view).toWellFormed()]
    }),
  }
}
