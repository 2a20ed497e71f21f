/** What says which kind of unit the paper's own one is, where that kind is known: 镇党委, 集团党委, 骨科. */
import { fromPattern, type Finder } from './finding.ts'

/** Kinds whose word means the unit wherever it stands, and where it does not. Others (局, 馆, 中心) are part of too many words. */
const anywhere: Readonly<Record<string, RegExp>> = {
  医院: /医院/gu, 学校: /学校/gu, 幼儿园: /幼儿园/gu, 社区: /社区(?!矫正)/gu, 街道: /街道(?!两|上|面)/gu,
  公司: /(?<!有限|责任)公司(?!法|制)/gu, 集团: /集团(?!军)/gu,
  镇: /(?<![乡村城小古集重市场])镇(?!压|静|痛|定|守|海|江)/gu, 乡: /(?<![城下家故老返水他异同还])乡(?!村|镇|亲|愁|土|情|音|贤)/gu,
}
/** Posts only such units have. */
const posts: Readonly<Record<string, RegExp>> = {
  公司: /副?董事长|副?总经理/gu, 集团: /副?董事长|副?总经理/gu, 医院: /护士长|主治医师|主任医师/gu,
}
const wards = /(?:急诊|骨|内|外|儿|妇产|妇|产|检验|放射|药剂|麻醉|肿瘤|眼|口腔|皮肤|中医|康复|感染|影像|超声|病理|重症医学)科(?!学|技|目|研)/gu

export const findOwnKind: Finder = ({ text }, { ownKinds }) => [...ownKinds].flatMap((kind) => {
  const company = kind === '公司' || kind === '集团'
  const school = ['学校', '中学', '小学', '学院', '大学', '校'].includes(kind)
  const words = company ? ['公司', '集团'] : school ? ['学校'] : [kind]
  return [
    ...words.flatMap((word) => (anywhere[word] === undefined ? [] : fromPattern(text, anywhere[word], () => ({ kind: 'unitKind', base: '单位类型', reason: '说明是哪一类单位', sure: true })))),
    ...(posts[kind] === undefined ? [] : fromPattern(text, posts[kind], () => ({ kind: 'unitKind', base: '职务', reason: '只有某一类单位才有的职务', sure: false }))),
    ...(school ? fromPattern(text, /(?:初|高)[一二三](?=年级|班|[，。、])/gu, () => ({ kind: 'count', base: '年级', reason: '只有某一类单位才有的年级', sure: false })) : []),
    ...(kind === '医院' ? fromPattern(text, wards, () => ({ kind: 'unit', base: '责任科室', reason: '只有某一类单位才有的科室', sure: false })) : []),
  ]
})
