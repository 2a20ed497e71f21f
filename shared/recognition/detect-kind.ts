/** The kind of a paper (文种), by its title and, without one, by what it is made of. */
import type { DraftKind } from '../document/draft.ts'

const person = /个人|本人|书记(?!处)|局长|主任|主席|部长|县长|区长|市长|镇长|乡长|院长|校长|馆长|主要负责人|同志|领导干部|党员干部|班子成员/u
const team = /班子|党委|党组|党总支|党支部|支委|领导班子/u

function kindByTitle(title: string): DraftKind | undefined {
  if (/政治生态/u.test(title)) return 'ecology-report'
  if (/(?:通知|函)$/u.test(title)) return 'other'
  if (/台账|(?:问题|责任|任务|整改|销号)(?:整改)?清单|清单$/u.test(title)) return 'ledger'
  if (/整改.{0,14}(?:情况|进展|落实|完成).{0,10}(?:报告|通报|汇报|总结|公示)|整改(?:工作)?(?:报告|总结|通报)|整改(?:落实|进展|完成)情况/u.test(title)) return 'progress-report'
  if (/发言(?:提纲|材料|稿)?$|发言(?:提纲|材料|稿)|讲话|表态/u.test(title)) return /对照检查|检视剖析|剖析(?:材料|发言)/u.test(title) && !/提纲/u.test(title) ? 'self-examination' : 'speech-outline'
  if (/对照检查|检视剖析|剖析材料|自查(?:自纠)?(?:报告|材料)|检查材料|检视材料|党性分析|查摆/u.test(title) && !/整改.{0,4}(?:方案|措施)/u.test(title)) return 'self-examination'
  if (/整改|改进/u.test(title) && /方案|措施|计划|任务书|安排/u.test(title)) {
    if (/(?:巡察|巡视|督查|审计|督导)/u.test(title) && !/民主生活会|组织生活会|个人|班子/u.test(title)) return 'inspection-plan'
    return person.test(title) && !/领导班子|班子整改|党(?:委|组)班子/u.test(title) ? 'individual-plan' : 'team-plan'
  }
  return undefined
}

export interface KindEvidence {
  readonly title: string
  /** The texts of the outermost headings. */
  readonly headings: readonly string[]
  /** The whole text. */
  readonly text: string
  /** Labels found: 整改措施：, 整改时限：… */
  readonly labelCount: number
  readonly hasTable: boolean
}

export function detectKind(evidence: KindEvidence): DraftKind {
  const byTitle = evidence.title === '' ? undefined : kindByTitle(evidence.title)
  // A “清单” without a table is a plan told item by item.
  const listed = byTitle === 'ledger' && !evidence.hasTable && evidence.labelCount >= 4 && /整改.{0,4}清单$/u.test(evidence.title) && !/台账/u.test(evidence.title)
  if (listed && /个人|班子/u.test(evidence.title)) return /班子/u.test(evidence.title) ? 'team-plan' : 'individual-plan'
  if (byTitle) return byTitle
  const headings = evidence.headings.join('\n')
  const first = /(?:^|[。，；\n])我|本人|个人/u.test(evidence.text.slice(0, 4000))
  const count = (pattern: RegExp) => evidence.text.match(pattern)?.length ?? 0
  if (/政治生态/u.test(evidence.text) && count(/政治生态/gu) >= 3) return 'ecology-report'
  if (/(?:原因|根源|成因).{0,4}(?:分析|剖析)?/u.test(headings) && /问题|不足/u.test(headings)) return first && /发言|请.{0,8}批评/u.test(evidence.text.slice(-200)) ? 'speech-outline' : 'self-examination'
  if (count(/关于[“‘"].{2,60}[”’"]的?问题(?:的?整改)?/gu) >= 2) return count(/已|完成整改|整改率|整改完成/gu) >= 4 && evidence.labelCount < 3 ? 'progress-report' : 'inspection-plan'
  if (evidence.hasTable && evidence.text.length < 6000 && evidence.labelCount === 0 && evidence.headings.length <= 2) return 'ledger'
  if (evidence.labelCount >= 2 || /整改措施|整改目标|整改内容|整改任务/u.test(headings)) {
    if (/巡察|巡视/u.test(evidence.text.slice(0, 600)) && !/民主生活会/u.test(evidence.text.slice(0, 600))) return 'inspection-plan'
    return /领导班子|党组班子|班子成员|局党组|党委领导班子|党组领导/u.test(evidence.text.slice(0, 800)) || !first || !team.test(evidence.text) && !first ? 'team-plan' : 'individual-plan'
  }
  if (/对照检查/u.test(evidence.text.slice(0, 600))) return 'self-examination'
  return 'other'
}
