/** Amounts, counts, file numbers, facts of the inspection, ways to reach people. */
import { fromPattern, type Finder } from './finding.ts'

/** Words that lead to a number are no part of it: “按照青办发〔2023〕3号”. */
const fileWord = '(?:(?!按照|根据|关于|文件|转发|印发|下发|落实|贯彻|执行|签订)[\\p{Script=Han}×XＸ](?<![与和及据照于的件在以由]))'
const fileNumber = new RegExp(`(?:${fileWord}{1,9})?[〔［\\[（(](?:(?:19|20)\\d{2}|[X×Ｘ]{2,4})[〕］\\]）)](?:第)?(?:\\d{1,4}|[X×Ｘ]{1,4})号`, 'gu')

export const findFileNumbers: Finder = ({ text }) => fromPattern(text, fileNumber, ({ 0: word }) => ({ kind: 'fileNumber' as const, base: '文号', reason: '文号', sure: !word.startsWith('（') }))

export const findInspection: Finder = ({ text }) => [
  ...fromPattern(text, /第[一二三四五六七八九十\d]{1,3}轮(?=(?:常规|专项|提级|交叉|集中)?巡[察视])/gu, () => ({ kind: 'inspection', base: '巡察轮次', reason: '第几轮巡察', sure: true })),
  ...fromPattern(text, /第[一二三四五六七八九十\d]{1,3}(?:轮)?巡[察视](?:整改)?组/gu, () => ({ kind: 'inspection', base: '巡察组名称', reason: '巡察组的名称', sure: true })),
  ...fromPattern(text, /[一二三四五六七八九十]{1,3}届(?=[省市区县州]委|\uFFFC委|第[一二三四五六七八九十]轮)/gu, () => ({ kind: 'inspection', base: '党委届次', reason: '哪一届党委的巡察', sure: true })),
  ...fromPattern(text, /(?:\d+|[一二三四五六七八九十]{1,3})(?=个(?:主要|突出|具体)?(?:方面|大类|类)(?:的)?[、，和]?(?:\d+|\uFFFC)[个项条])/gu, () => ({ kind: 'inspection', base: '问题数', reason: '巡察指出多少类问题', sure: true, of: '类' })),
  ...fromPattern(text, /\d+(?=个(?:主要|突出|具体)?问题)/gu, () => ({ kind: 'inspection', base: '问题数', reason: '指出多少个问题', sure: true, of: '问题' })),
  ...fromPattern(text, /(?<=为期)\d+(?=天)/gu, () => ({ kind: 'inspection', base: '天数', reason: '巡察的天数', sure: true })),
]

const counted = '个|天|名|人|次|项|件|条|起|户|处|本|篇|份|场|期|笔|家|亩|公里|公顷|平方米|小时|学时|课时|周|轮|批|台|辆|张|册|卷|套|吨|米|岁|门|节|分钟|余|多|万|组|位|款|只|头|棵|株|所|座|幅|块|部|支|对|倍|亿'
const count = new RegExp(`(?<![\\d.第])\\d+(?:\\.\\d+)?(?:万|亿)?(?=\\s*(${counted}))`, 'gu')

export const findFigures: Finder = ({ text }) => [
  ...fromPattern(text, /第[一二三四五六七八九十]{1,3}届(?:第[一二三四五六七八九十]{1,3}次)?(?!中央|全国|中纪委)/gu, () => ({ kind: 'count', base: '届次', reason: '哪一届、哪一次会议', sure: false })),
  ...fromPattern(text, /(?<![\d.])\d[\d,，]*(?:\.\d+)?[ \u3000]*[余多]?[万亿千百]{0,2}元/gu, () => ({ kind: 'amount', base: '金额', reason: '金额', sure: true })),
  ...fromPattern(text, /(?<![\d.])\d+(?:\.\d+)?[ \u3000]*[%％‰]/gu, () => ({ kind: 'count', base: '百分比', reason: '百分比', sure: false })),
  ...fromPattern(text, count, (match) => ({ kind: 'count', base: '数量', reason: '数量', sure: false, of: match[1]! })),
]

export const findContacts: Finder = ({ text }) => [
  ...fromPattern(text, /(?<!\d)\d{17}[\dXx](?!\d)/gu, () => ({ kind: 'contact', base: '证件号码', reason: '像是身份证号码', sure: true })),
  ...fromPattern(text, /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[-—－ ]?\d{7,8}|\d{3}-\d{4}-\d{4})(?!\d)/gu, () => ({ kind: 'contact', base: '电话', reason: '电话号码', sure: true })),
  ...fromPattern(text, /(?<=(?:电话|手机|传真|热线)[：:\s]{0,2})\d{7,8}(?!\d)/gu, () => ({ kind: 'contact', base: '电话', reason: '电话号码', sure: true })),
  ...fromPattern(text, /[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/gu, () => ({ kind: 'contact', base: '邮箱', reason: '电子邮箱', sure: true })),
  ...fromPattern(text, /(?:https?:\/\/|www\.)[A-Za-z0-9./?=&_%#:~-]+/gu, () => ({ kind: 'contact', base: '网址', reason: '网址', sure: true })),
  ...fromPattern(text, /(?<=(?:QQ|qq|微信号?|公众号)(?:群)?[：:\s]{1,2})[A-Za-z0-9_-]{3,20}/gu, () => ({ kind: 'contact', base: '网络账号', reason: '网络账号', sure: true })),
  ...fromPattern(text, /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·]?[A-Z0-9]{5,6}(?![A-Z0-9])/gu, () => ({ kind: 'contact', base: '车牌号码', reason: '车牌号码', sure: true })),
  ...fromPattern(text, /[\p{Script=Han}A-Za-z0-9（）()_-]{1,40}\.(?:docx?|wps|pdf|xlsx?|pptx?|txt|zip|rar|jpe?g|png)(?![A-Za-z])/gu, () => ({ kind: 'fileName', base: '文件名', reason: '文件名', sure: true })),
]
