/** The paper a layout is shown with: every kind of heading, a table, 附件说明 and 署名. */
import { draftSchemaVersion, type Block, type Draft } from '../../shared/document/draft.ts'

let count = 0
const id = () => `sample-${(count += 1)}`
const text = (role: Exclude<Block['role'], 'table'>, words: string, rest: object = {}) => ({ role, id: id(), runs: [{ text: words }], ...rest }) as Block

const situation = '今年以来，全局上下把整改作为改进工作的契机，逐条对照、逐项分析，先后召开专题会议3次，走访基层单位12个，收集意见建议26条，梳理形成问题清单和措施清单。总体看，整改工作推进有序，但与上级要求和群众期盼相比，还有不小差距。'
const problem = '学习的系统性还不够强，联系实际思考得不深，有时以会议代替学习、以传达代替落实；调查研究多是看材料、听汇报，到一线蹲点解剖的时间偏少，对基层的难处体会不深。'
const measure = '建立“月学习、季研讨、年评议”机制，班子成员每季度至少到联系点2次，每次不少于1天，带着问题下去、带着办法回来；调研情况在局务会上通报，列入年度考核。'

const blocks: readonly Block[] = [
  text('title', '青禾县水务局关于整改落实情况的报告'),
  text('addressee', '青禾县人民政府：'),
  text('paragraph', `按照统一部署，现将整改落实情况报告如下。${situation}`),
  text('heading1', '基本情况', { list: '一、' }),
  text('heading2', '组织领导情况。', { list: '（一）' }),
  text('paragraph', `${situation}局党组书记负总责，分管领导各负其责，各科室明确1名联络员，每周报送进展。`, { runIn: true }),
  text('heading3', '压实责任。', { list: '1.' }),
  text('paragraph', situation, { runIn: true }),
  text('heading4', '定期调度。', { list: '（1）' }),
  text('paragraph', '每月5日前由办公室汇总，每季度末由党组集体研究。', { runIn: true }),
  text('heading1', '存在的问题和整改措施', { list: '一、' }),
  text('heading2', '理论学习方面。', { list: '（一）' }),
  text('problem', problem, { label: '【整改问题】：' }),
  text('measure', measure, { label: '【整改措施】：' }),
  text('timeLimit', '2024年6月30日前。', { label: '【整改时限】：' }),
  text('heading2', '工作作风方面。', { list: '（一）' }),
  text('problem', `对重点项目跟进不紧，2023年有4个项目进度滞后。${problem}`, { label: '【整改问题】：' }),
  text('measure', `实行项目清单管理，“一项一策、一周一报”。${measure}`, { label: '【整改措施】：' }),
  text('timeLimit', '立行立改，长期坚持。', { label: '【整改时限】：' }),
  text('heading1', '下一步打算', { list: '一、' }),
  text('paragraph', '对照下表继续抓好落实：'),
  {
    role: 'table', id: id(), columns: ['number', 'problem', 'measure', 'responsible', 'timeLimit'], headerRows: 1,
    rows: [
      ['序号', '存在问题', '整改措施', '责任人', '完成时限'],
      ['1', '学习研讨不够深入，联系实际不紧', '每季度专题研讨1次，形成成果清单', '江一帆', '2024年6月'],
      ['2', '4个项目进度滞后', '倒排工期，逐周调度', '何二川', '2024年9月'],
      ['3', '到基层调研偏少', '班子成员每季度到联系点2次', '沈三秋', '长期坚持'],
    ],
  },
  text('paragraph', situation),
  text('attachment', '附件：整改台账'),
  text('signature', '青禾县水务局'),
  text('date', '2024年3月18日'),
]

export const samplePaper: Draft = { schemaVersion: draftSchemaVersion, id: 'sample', kind: 'progress-report', title: '样张', meta: {}, layout: 'gb33476', blocks }
