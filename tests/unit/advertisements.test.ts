import { describe, expect, it } from 'vitest'
import { labelRole } from '../../shared/document/label-words.ts'
import { printText } from '../../shared/document/print-text.ts'
import { advertisementScore } from '../../shared/recognition/clean-advertisements.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'

/** From this score on a line is taken out wherever it stands. */
const removed = 3

describe('C1 what a paper says in earnest is kept', () => {
  const earnest = [
    '审核：方蕾', '来源：巡察反馈', '编辑：小禾', '附件：区统计局整改台账.docx', '附件：1.问题清单.docx', '整改结果在县政府网站公示：www.qingling.gov.cn',
    '举报网址：qljw.gov.cn', '以下培训项目一律不再付费。', '价格：以合同为准', '格式：按样表填写', '推广：在全县推广“一站式”办理', '广告：户外广告审批环节多',
    '联系邮箱：qlxjw@163.com', '精品文档室建设', '群众扫码即可反映问题，48小时内回复。', '发布时间：每月5日前', '欢迎广大干部群众监督。', '本文由办公室起草',
  ]
  it.each(earnest)('C1 %s', (line) => {
    expect(advertisementScore(line)).toBeLessThan(removed)
    const paper = `某县水务局整改方案\n一、整改目标\n完成整改任务，做到条条有着落、件件有回音。\n${line}\n二、工作要求\n各科室要认真抓好落实，确保整改见效。`
    expect(printText(recognise(paragraphsFromText(paper), { draftId: 'd' }).draft)).toContain(line)
  })
})

describe('C1 what only pages of others say goes', () => {
  it.each([
    '责任编辑：小禾', '来源丨街道党建办', '编辑丨阿茹　审核丨老庞', '林业局个人对照检查材料（2024最新）.docx', '上传者：春风十里　　页数：5页', '价格：8.8元', '文库之家 wkzj-demo.cn',
    '以下内容需付费阅读 ¥9.9', '剩余2页未读，继续阅读', '— END —', '好的，以下是为您撰写的整改方案：', '广告：年终总结一键生成，扫码领取7天会员',
  ])('C1 %s', (line) => expect(advertisementScore(line)).toBeGreaterThanOrEqual(removed))
})

describe('R1 labels a unit coined itself', () => {
  it.each([
    ['查摆出的不足', 'problem'], ['改进落实举措', 'measure'], ['整改到位时间', 'timeLimit'], ['牵头同志', 'responsible'], ['剖析问题根由', 'cause'],
    ['工作时间', undefined], ['具体时间', undefined], ['会议时间', undefined], ['主要做法', undefined], ['群众反映', undefined],
  ] as const)('R1 %s is %s', (word, role) => expect(labelRole(word)).toBe(role))
})
