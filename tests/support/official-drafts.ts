/** Papers with parts of an official document, each named by what it shows. Invented text. */
import { draftSchema, draftSchemaVersion, type Draft } from '../../shared/document/draft.ts'
import type { Official } from '../../shared/document/official.ts'

type Loose = { readonly role: string } & Readonly<Record<string, unknown>>

const text = (role: string, content: string, more: Readonly<Record<string, unknown>> = {}): Loose => ({ role, runs: [{ text: content }], ...more })

const sentence = '对照巡察反馈意见逐条梳理，结合谈心谈话情况深入查摆，能够当场改正的立即改正，需要时间的列出清单、明确责任、限定时间，办结一件、核销一件。'

const title = text('title', '测试区档案局关于巡察反馈问题整改情况的报告')
const opening = [text('addressee', '区委巡察工作领导小组办公室：'), text('paragraph', sentence), text('heading1', '整改情况', { list: '一、' }), text('paragraph', sentence.repeat(2)), text('heading1', '下一步打算', { list: '一、' }), text('paragraph', sentence)]
const end = [text('signature', '中共测试区档案局党组'), text('date', '2024年7月20日')]
const table: Loose = {
  role: 'table', columns: ['number', 'problem', 'cause', 'measure', 'responsible', 'responsible', 'timeLimit'], headerRows: 1, landscape: true,
  rows: [
    ['序号', '问题', '原因', '整改措施', '责任领导', '责任科室', '整改时限'],
    ['（一）学习方面'],
    ...Array.from({ length: 14 }, (_, index) => [String(index + 1), '理论学习不系统，学用结合不紧', '忙于事务，学习时间没有保证', '制定年度学习计划，每月集中学习2次，年底组织测试，结果在机关通报', '甲某某', '办公室、机关党支部', '2024年10月31日前完成']),
  ],
}

function paper(id: string, blocks: readonly Loose[], official: Official | undefined, classification?: string): Draft {
  return draftSchema.parse({
    schemaVersion: draftSchemaVersion, id, kind: 'progress-report', title: id, meta: classification === undefined ? {} : { classification }, layout: 'gb33476',
    ...(official === undefined ? {} : { official }), blocks: blocks.map((block, index) => ({ ...block, id: `b${index + 1}` })),
  })
}

const colophon = { copies: '区委办公室，区人大常委会办公室，区政府办公室，区政协办公室，区纪委监委，区委组织部，各镇（街道）党委（党工委）', printer: '测试区档案局办公室', printedOn: '2024-07-22' }

export const officialDrafts = {
  /** A paper to a superior: corner, mark, 签发人, 版记. */
  upward: paper('upward', [title, ...opening, ...end], {
    copyNumber: '000012', urgency: '特急', head: { marks: ['中共测试区档案局党组文件'], documentNumber: '测档党〔2024〕17号', signers: ['甲某某'] }, remark: '联系人：乙某，联系电话：0000—0000000', colophon,
  }, '机密★1年'),
  /** One organ with its seal. */
  sealed: paper('sealed', [title, ...opening, ...end], { head: { marks: ['测试区档案局文件'], documentNumber: '测档发〔2024〕3号' }, end: { place: 'seal' }, colophon }),
  stamped: paper('stamped', [title, ...opening, text('date', '2024年7月20日')], { head: { marks: ['测试区人民政府令'], documentNumber: '第12号' }, end: { place: 'stamp', post: '区　长' }, remark: '此件公开发布' }),
  /** Two organs, several 签发人, two seals. */
  joint: paper('joint', [title, ...opening, text('signature', '测试区档案局'), text('signature', '测试区财政局'), text('signature', '测试区教育局'), text('signature', '测试区审计局'), text('date', '2024年7月20日')], {
    head: { marks: ['测试区档案局', '测试区财政局', '测试区退役军人事务局', '文件'], documentNumber: '测档联〔2024〕5号', signers: ['甲某某', '乙某', '丙某某'] }, end: { place: 'seal' },
  }),
  /** 附件说明 with long names; an attachment whose table lies on its side; text after it. */
  attached: paper('attached', [
    title, ...opening,
    text('attachment', '测试区档案局巡察反馈问题整改问题清单、任务清单、责任清单和成效清单汇总表（截至2024年6月底）', { list: '1.', label: '附件：' }),
    text('attachment', '测试区档案局巡察反馈问题整改工作领导小组及其办公室组成人员和联系方式一览', { list: '1.' }),
    ...end, text('attachment', '附件1'), text('title', '巡察反馈问题整改清单汇总表'), table,
    text('attachment', '附件2'), text('title', '整改工作领导小组组成人员'), text('paragraph', sentence),
  ], { head: { marks: ['测试区档案局文件'], documentNumber: '测档发〔2024〕4号' }, colophon }, '秘密'),
  /** A table on its side in the middle of the text, with its heading; no part of an official document. */
  turned: paper('turned', [title, ...opening.slice(0, 4), text('heading1', '问题清单', { list: '一、' }), table, ...opening.slice(4), ...end], undefined),
  speech: paper('speech', [text('title', '在全区档案工作会议上的讲话'), text('byline', '（2024年1月5日）'), text('byline', '测试区档案局局长　甲某某'), text('addressee', '同志们：'), text('paragraph', sentence)], undefined),
} as const satisfies Readonly<Record<string, Draft>>
