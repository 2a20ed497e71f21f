/** Papers of members of an invented 班子, as they are written: plans by aspect, self-examinations in separate parts. */
import { draftSchema, draftSchemaVersion, type Block, type Draft, type DraftKind } from '../../shared/document/draft.ts'

type Bare = { readonly role: Block['role'] } & Record<string, unknown>

export const words = (role: Block['role'], text: string, more: object = {}): Bare => ({ role, runs: text === '' ? [] : [{ text }], ...more })

export function draftOf(id: string, kind: DraftKind, author: string, title: string, blocks: readonly Bare[], more: Partial<Draft> = {}): Draft {
  return draftSchema.parse({
    schemaVersion: draftSchemaVersion, id, kind, title, meta: { unit: '青禾县水务局', author }, layout: 'gb33476',
    blocks: [words('title', title), ...blocks].map((block, index) => ({ id: `b${index + 1}`, ...block })), ...more,
  })
}

export interface MemberItem { readonly aspect: string; readonly problem: string; readonly measure?: string; readonly cause?: string; readonly limit?: string; readonly who?: string }

const grouped = (items: readonly MemberItem[]) => [...Map.groupBy(items, ({ aspect }) => aspect)]

/** 指导思想 → 整改内容和措施 by aspect. */
export function memberPlan(id: string, author: string, items: readonly MemberItem[]): Draft {
  return draftOf(id, 'individual-plan', author, `${author}个人整改方案`, [
    words('heading1', '指导思想', { list: '一、' }), words('paragraph', '坚持问题导向，逐项整改。'),
    words('heading1', '整改内容和措施', { list: '一、' }),
    ...grouped(items).flatMap(([aspect, own]) => [
      words('heading2', aspect, { list: '（一）' }),
      ...own.flatMap(({ problem, cause, measure, limit, who }) => [
        words('problem', problem, { list: '一是', label: '【整改问题】：' }), ...(cause === undefined ? [] : [words('cause', cause)]),
        ...(measure === undefined ? [] : [words('measure', measure, { list: '一是', label: '【整改措施】：' })]),
        ...(limit === undefined ? [] : [words('timeLimit', limit, { label: '【整改时限】：' })]), ...(who === undefined ? [] : [words('responsible', who, { label: '责任人：' })]),
      ]),
    ]),
    words('signature', author), words('date', '2023年11月9日'),
  ])
}

/** Problems, causes and measures in parts of their own, tied by links. */
export function memberExamination(id: string, author: string, items: readonly MemberItem[]): Draft {
  const problems = items.map((_, index) => `p${index}`)
  return draftOf(id, 'self-examination', author, `${author}对照检查材料`, [
    words('heading1', '存在的主要问题', { list: '一、' }),
    ...grouped(items).flatMap(([aspect, own]) => [
      words('heading2', `${aspect}。`, { list: '（一）' }), words('paragraph', '主要表现在：', { runIn: true }),
      ...own.map((item) => words('problem', item.problem, { id: problems[items.indexOf(item)], runIn: true, list: '一是' })),
    ]),
    words('heading1', '问题根源剖析', { list: '一、' }),
    ...items.flatMap(({ cause }, index) => (cause === undefined ? [] : [words('cause', cause, { list: '（一）', answers: [problems[index]] })])),
    words('heading1', '努力方向和整改措施', { list: '一、' }),
    ...items.flatMap(({ measure }, index) => (measure === undefined ? [] : [words('measure', measure, { list: '（一）', answers: [problems[index]] })])),
    words('signature', author),
  ])
}
