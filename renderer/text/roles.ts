import type { DraftKind } from '../../shared/document/draft.ts'
import type { Role } from '../../shared/document/roles.ts'

/** What roles are called on screen. */
export const roleNames: Readonly<Record<Role, string>> = {
  title: '标题', subtitle: '副题', byline: '署题', addressee: '主送',
  heading1: '一级标题', heading2: '二级标题', heading3: '三级标题', heading4: '四级标题',
  paragraph: '正文', problem: '问题', cause: '原因', measure: '措施', timeLimit: '时限', responsible: '责任',
  table: '表格', attachment: '附件', signature: '署名', date: '日期',
}

export const kindNames: Readonly<Record<DraftKind, string>> = {
  'individual-plan': '个人整改方案', 'team-plan': '班子整改方案', 'ecology-report': '政治生态分析报告', 'speech-outline': '发言提纲',
  'self-examination': '对照检查材料', 'inspection-plan': '巡察整改方案', 'progress-report': '整改进展报告', ledger: '整改台账', other: '其他文稿',
}
