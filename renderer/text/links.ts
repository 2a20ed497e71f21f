/** The words of the 对应关系 view, its inspector tab and its line in the outline. */
import type { LinkReason } from '../../shared/document/link-suggestions.ts'

export interface LinkCounts {
  readonly problems: number
  readonly withoutMeasure: number
  readonly causes: number
  readonly withoutCause: number
  readonly measures: number
  readonly looseCauses: number
  readonly looseMeasures: number
}

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join('')

/** “12 个问题：10 个已有措施，2 个没有；3 条措施未对应”. */
function summary(counts: LinkCounts): string {
  const { problems, withoutMeasure, causes, withoutCause, measures, looseCauses, looseMeasures } = counts
  const answered = measures === 0 ? '还没有措施' : withoutMeasure === 0 ? '都已有措施' : withoutMeasure === problems ? '都还没有对应的措施' : `${problems - withoutMeasure} 个已有措施，${withoutMeasure} 个没有`
  return [
    problems === 0 ? '没有问题' : `${problems} 个问题：${answered}`,
    ...(looseMeasures > 0 ? [`${looseMeasures} 条措施未对应`] : []),
    ...(causes > 0 && withoutCause > 0 ? [`${withoutCause} 个问题没有原因`] : []),
    ...(looseCauses > 0 ? [`${looseCauses} 条原因未对应`] : []),
  ].join('；')
}

export const linkText = {
  title: '对应', open: '对应关系', outline: '查看对应关系', openHint: '看问题与原因、措施怎样对应', close: '返回正文', view: '对应关系',
  problems: (count: number) => `问题 ${count}`, answers: { all: (count: number) => `原因和措施 ${count}`, cause: (count: number) => `原因 ${count}`, measure: (count: number) => `措施 ${count}` },
  show: { all: '全部', cause: '原因', measure: '措施' }, showLabel: '右边显示',
  onlyLoose: '只看未对应',
  summary,
  loose: '未对应', looseMeasure: '未对应措施', looseCause: '未对应原因', looseBoth: '措施、原因都未对应',
  previous: '上一处未对应', next: '下一处未对应',
  remove: (name: string) => `取消与${name}的对应`, removeLine: '点击取消这条对应', fixedLine: '措施紧跟在问题后面，位置上就对应', positionLine: '位置上对应；点击改为不对应',
  fixed: '它紧跟在这个问题后面，位置上就对应。要分开，请在正文里移动它。', inTable: '表格里的问题和措施按行对应，请在正文的表格里改。', readOnly: '这份文稿只能查看，不能改对应关系。',
  linked: (a: string, b: string) => `已对应：${a} 与 ${b}`, unlinked: (a: string, b: string) => `已取消对应：${a} 与 ${b}，可以撤销`, already: '这两条已经对应。', sameSide: '请连到另一边：问题连原因或措施。',
  undone: '已撤销', redone: '已重做',
  goTo: '转到原文', knob: (name: string) => `从${name}拖出连线`,
  group: '（无标题）', emptyProblems: '这份文稿里还没有标为“问题”的段落。在正文里用 Ctrl+1 标出。', emptyAnswers: '还没有原因或措施。在正文里用 Ctrl+2、Ctrl+3 标出。', allLinked: '都已对应。',
  hold: (name: string) => `已选中${name}：点另一边的条目即可对应或取消，Esc 放开`,
  hints: '点一条再点另一边，即对应或取消；也可从圆点拖线。方向键移动，Enter 选中，Ctrl+Z 撤销，双击转到原文，Esc 返回',
  maybe: '建议对应', accept: '采纳', reject: '不是', acceptAll: (count: number) => `全部采纳（${count} 条）`, bringBack: (count: number) => `找回已否定的建议（${count}）`,
  acceptTitle: (count: number) => `采纳建议的对应（${count} 条）`, acceptHint: '请逐条看一遍，不合适的去掉勾选。采纳后可以一次撤销。', acceptDone: (count: number) => `已采纳 ${count} 条，可以一次撤销。`, acceptChosen: (count: number) => `采纳 ${count} 条`,
  to: '对应', firstWords: (text: string, count: number) => `“${text.replace(/[。！？]$/u, '').length > count ? `${text.slice(0, count)}…` : text.replace(/[。！？]$/u, '')}”`,
  reason: (reason: LinkReason): string => {
    switch (reason.kind) {
      case 'words': return reason.words.length === 1 ? `共有${quoted(reason.words)}` : `共有${quoted(reason.words)}等词`
      case 'aspect': return `同在“${reason.aspect}”方面`
      case 'place': return `同为第 ${reason.place} 条`
    }
  },
  panel: {
    nothing: '把光标放到问题、原因或措施里，这里显示它与哪些条目对应。', counterparts: '对应的条目', none: '还没有对应的条目。', suggested: '建议', byPosition: '位置上对应', add: '添加对应', addProblem: '选择问题…', addAnswer: '选择原因或措施…', openView: '打开对应关系', noMatch: '没有可选的条目',
  },
  shortcuts: {
    title: '对应关系', keys: [
      { keys: '方向键', what: '在条目间移动，左右换边' },
      { keys: 'Enter / 空格', what: '选中一条；再到另一边按，即对应或取消' },
      { keys: 'Esc', what: '放开选中的一条，再按返回正文' },
    ],
  },
} as const
