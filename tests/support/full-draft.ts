/** A draft that uses everything a draft can hold: for the writer, the validator and the printed page. Invented text. */
import { draftSchema, draftSchemaVersion, type Block, type Draft } from '../../shared/document/draft.ts'

type Loose = { readonly role: string } & Readonly<Record<string, unknown>>

const text = (role: string, content: string, more: Readonly<Record<string, unknown>> = {}): Loose => ({ role, runs: content === '' ? [] : [{ text: content }], ...more })

const sentence = '对照巡察反馈意见逐条梳理，结合谈心谈话情况深入查摆，能够当场改正的立即改正，需要时间的列出清单、明确责任、限定时间，办结一件、核销一件。'

const table: Loose = {
  role: 'table', columns: ['number', 'problem', 'cause', 'measure', 'responsible', 'responsible', 'timeLimit'], headerRows: 1,
  rows: [
    ['序号', '问题', '原因', '整改措施', '责任领导', '责任科室', '整改时限'],
    ['（一）学习方面'],
    ['1', '理论学习不系统', '忙于事务，学习时间没有保证', '制定年度学习计划；每月集中学习2次；\n年底组织测试', '甲某某', '办公室、机关党支部', '2024年10月31日前完成，长期坚持'],
    ['2', '学用结合不紧', '', '每人每年完成1篇调研报告', '乙某', '综合科', ''],
    [''],
    ['3', '“三会一课”记录不规范', '把关不严', '统一记录要素', '丙某某', '机关党支部', '立即整改'],
  ],
}

const blocks: readonly Loose[] = [
  text('title', '测试区档案馆领导班子2024年巡察整改专题民主生活会整改方案'),
  text('subtitle', '（征求意见稿）'),
  text('byline', '测试区档案馆党组'),
  text('addressee', '区委巡察工作领导小组办公室：'),
  text('paragraph', `${sentence}${sentence}`),
  text('heading1', '总体要求', { list: '一、' }),
  { role: 'paragraph', runs: [{ text: '坚持' }, { text: '问题导向', bold: true }, { text: '，做到' }, { text: '见人见事见制度', underline: true }, { text: '，' }, { text: '重点任务', bold: true, underline: true }, { text: '逐项落实。' }] },
  text('heading1', '问题和措施', { list: '一、' }),
  text('heading2', '学习方面。', { list: '（一）' }),
  text('paragraph', '主要表现在：', { runIn: true }),
  text('problem', `学习不够系统。${sentence}`, { list: '一是', runIn: true }),
  text('problem', `学用结合不紧。${sentence}`, { list: '一是', runIn: true }),
  text('cause', '重业务轻学习。', { label: '产生原因：' }),
  text('measure', '制定年度学习计划，每月集中学习2次。', { list: '（1）', label: '整改措施：' }),
  text('measure', '每人每年完成1篇调研报告。', { list: '（1）' }),
  text('timeLimit', '2024年10月31日前完成，长期坚持。', { label: '整改时限：' }),
  text('responsible', '甲某某；', { label: '责任领导：' }),
  text('responsible', '办公室。', { label: '责任科室：', runIn: true }),
  text('heading2', '履职方面', { list: '（一）' }),
  text('problem', `利用服务不够主动。${sentence}`, { list: '1.' }),
  text('problem', '关于“库房巡查不到位”问题', { list: '1.' }),
  text('measure', sentence, { list: '1.', label: '整改措施：', labelAfterNumber: true }),
  text('heading3', '基础工作', { list: '1.', start: 3 }),
  text('heading4', '目录著录', { list: '（1）' }),
  text('problem', '著录不规范，', { list: '①' }),
  text('problem', '错漏较多；', { list: '①', start: 20, runIn: true }),
  text('problem', '不能检索。', { list: '①', runIn: true }),
  text('measure', '重新著录2020年以来的档案。', { label: '【整改措施】：', labelLine: true }),
  text('measure', '每季度抽查1次。', { list: '一要' }),
  text('cause', '', { label: '【原因】：', labelLine: true }),
  text('paragraph', '整改措施：这一句只是正文。'),
  text('problem', '标签在前', { list: '1：', label: '问题' }),
  text('problem', '第二个', { list: '一：', label: '问题' }),
  text('paragraph', '首先。', { list: '第一，' }),
  text('paragraph', '其次。', { list: '其一，' }),
  text('paragraph', ''),
  table,
  text('paragraph', '以上方案，请予审定。'),
  text('attachment', '测试区档案馆巡察整改问题清单、任务清单、责任清单和成效清单汇总表', { list: '1.', label: '附件：' }),
  text('attachment', '测试区档案馆整改工作领导小组成员名单', { list: '1.' }),
  text('signature', '中共测试区档案馆党组'),
  text('date', '2024年7月20日'),
  text('attachment', '附件1'),
  table,
]

export const fullDraft: Draft = draftSchema.parse({
  schemaVersion: draftSchemaVersion, id: 'full', kind: 'team-plan', title: '测试区档案馆领导班子整改方案', meta: {}, layout: 'gb33476',
  blocks: blocks.map((block, index): Loose & { id: string } => ({ ...block, id: `b${index + 1}` })) as unknown as Block[],
})
