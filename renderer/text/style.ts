/** Strings of 体例, the style of a whole draft. */
import { formatNumber } from '../../shared/document/list-style.ts'
import type { LabelLook, ListChoice, Placement, PlacementSubject } from '../../shared/document/draft-style.ts'
import { dressLabel } from '../../shared/document/style/label-dress.ts'
import type { Level } from '../../shared/document/style/levels.ts'
import { roleNames } from './roles.ts'

const shortWords: Readonly<Partial<Record<Level['role'], string>>> = { problem: '问题', cause: '原因', measure: '措施' }

/** What a number of the style looks like at the level. */
export function listSample(choice: ListChoice, role: Level['role']): string {
  if (choice === 'none') return '无序号'
  const number = formatNumber(choice, 1).trim()
  return choice === '1：' || choice === '一：' ? `${shortWords[role] ?? ''}${number}` : number
}

export function labelSample(look: LabelLook, word: string): string {
  switch (look) {
    case 'bracketed': case 'plain': return dressLabel(word, look)
    case 'none': return '无标签'
    case 'other': return '其他写法'
    case 'number': return '与序号相连的'
    case 'fixed': return '括在正文里的'
  }
}

const under = ['', '一级标题下', '二级标题下', '三级标题下', '四级标题下'] as const

export function levelName({ role, under: depth, nested }: Level, ambiguous: boolean): { readonly name: string; readonly hint: string } {
  const name = nested ? `${roleNames[role]}内分条` : roleNames[role]
  return { name, hint: ambiguous && !role.startsWith('heading') ? under[depth] : '' }
}

const subjects: Readonly<Record<PlacementSubject, string>> = {
  heading2: '二级标题', 'heading2/record': '二级标题', heading3: '三级标题', 'heading3/record': '三级标题', heading4: '四级标题', 'heading4/record': '四级标题',
  problem: '问题', 'problem/nested': '问题内分条', cause: '原因', 'cause/nested': '原因内分条', measure: '措施', 'measure/nested': '措施内分条', timeLimit: '时限', responsible: '责任',
}

export function subjectName(subject: PlacementSubject): { readonly name: string; readonly hint: string } {
  const heading = subject.startsWith('heading')
  return { name: subjects[subject], hint: !heading ? '' : subject.endsWith('/record') ? '下接问题、措施' : '下接正文' }
}

export function placementName(subject: PlacementSubject, placement: Placement): string {
  const heading = subject.startsWith('heading')
  switch (placement) {
    case 'together': return '各项合为一段'
    case 'run-in': return heading ? '与下文接排' : subject === 'timeLimit' || subject === 'responsible' ? '接排在措施后' : '接排'
    case 'paragraph': return heading ? '单独一行' : subject === 'responsible' ? '每项一段' : subject === 'timeLimit' ? '另起一段' : '每条一段'
  }
}

export const styleText = {
  open: '体例', title: '体例 · 全文统一', labels: '段前标签', placements: '分段', lists: '序号',
  empty: '这份文稿还没有可以统一的标题、问题或措施。', hint: '指向或用 Tab 选到一个选项，这里先显示效果；点击即改全文，可以一次撤销。',
  mixed: (parts: readonly (readonly [string, number])[]) => `混用（${parts.map(([what, count]) => `${what} ${count} 处`).join('，')}）`, evenOut: (what: string) => `统一为 ${what}`,
  willChange: (count: number) => `将改 ${count} 处`, unchanged: '全文已经是这样', applied: (count: number) => `已改 ${count} 处，可以一次撤销。`,
  now: '现', then: '改后', runIn: '接排', ownParagraph: '另起',
  keptKinds: (words: readonly string[]) => `“${words.join('”“')}”要靠标签区分，选“无标签”时保留。`,
  keptNumbers: (count: number) => `${count} 处“问题1：”式的标签与序号相连，不单独改；可在“序号”里换。`,
  keptFixed: (count: number) => `${count} 处括号在正文里才合上，保持原样。`,
  openHeadings: (count: number) => `${count} 个标题末尾没有句号，接排后会与下文连在一起，请补上。`,
} as const
