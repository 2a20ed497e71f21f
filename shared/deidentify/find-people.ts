/** People: behind or before a post, where responsibility is given, below the title. */
import { surname as commonSurname } from '../recognition/surnames.ts'
import { commonWords } from './common-words.ts'
import { generalWords } from './general-words.ts'
import type { Candidate, Finder } from './finding.ts'

const posts = '支书|村主任|护士长|副?总经理|副?董事长|副?董事|副?总监|总工程师|副?队长|副?大队长|副?支队长|副?教导员|副?政委|副?庭长|副?检察长|副?行长|副?园长|副?会长|副?理事长|副?秘书长|副?司长|副?厅长|副?省长|副?州长|组织委员|宣传委员|妻弟|妻子|丈夫|儿子|女儿|女婿|儿媳|妻兄|弟弟|哥哥|姐姐|妹妹|堂弟|堂兄|表弟|表兄|外甥|侄子|亲属|老板|副?书记|副?局长|副?馆长|副?主任|副?科长|副?股长|副?部长|副?组长|副?院长|副?校长|副?所长|副?站长|副?处长|副?主席|副?县长|副?区长|副?市长|副?镇长|副?乡长|副?经理|董事长|委员|党组成员|成员|干事|主任科员|调研员|联络员|科员'
const postBefore = new RegExp(`(?:${posts})[：:\\s]*$`, 'u')
const postAfter = new RegExp(`^\\s?(?:同志|${posts}|先生|女士|等人|等\\d+人)`, 'u')
const dutyBefore = /(?:经办人|填报人|撰稿人|审核人|责任人|责任领导|牵头领导|分管领导|主要负责人|负责人|联系人|整改责任人|姓名|记录人|签发人|由|请)[：:\s]*$/u
const dutyAfter = /^(?:负责|牵头|落实|主持|主抓|分管|、|和|带队|同志|任组长|任副组长)/u
/** Posts that are hardly followed by anything but a name: behind them one is looked for whatever comes next. */
const strongPost = /(?:书记|[局馆院校所站处部厅司庭行园会镇乡县区市州队]长|主任|经理|董事长|总监|会计|出纳|教师|医生|护士|支书)$/u
const isWord = (word: string) => commonWords.has(word) || generalWords.has(word)
/** No two neighbouring characters of the name, nor its last and the next, are a word: “主任马上办理” has no name. */
const standsForItself = (name: string, rest: string) => !isWord(name.slice(0, 2)) && !isWord(name.slice(1)) && !isWord(name[2]! + (rest[0] ?? '')) && /^\p{Script=Han}/u.test(rest)

/** What a person does, behind a name of three characters that stands behind a post. */
const acts = /^(?:负总责|分头|带头|亲自|给予|作出|受到|反映|表示|指出|强调|汇报|通报|组织|召集|率|深入|审|签|传达|介绍|宣读|提出|谈|说|因|被|就|以|到|经营|违规|利用|收受|诫勉|警告|批评|免|撤|留|要求|主动|多次|曾|已|未|也|均|还)/u
const edge = /^(?:$|[，。、；：:（）(),;“”《》\s\d\uFFFC]|同志|负责|牵头|落实|主持|分管|主抓|在|的|和|与|对|于|作|任|带|等|为|代表|参加|出席|讲|向)/u

/** Words that begin like surnames: common nouns of such papers, and names that are no unit's. */
const noNames = new Set('周转 管负 查和 纪委 纪检 纪律 时期 时代 班子 高度 安全 常委 常态 任务 全体 全面 全局 全员 全区 方面 方案 方式 方法 方向 时间 时候 时限 时机 金额 华夏 石油 水平 江苏 江西 河南 钱款 万元 万众 马克思 马列 毛泽东 毛主席 雷锋 焦裕禄 孔繁森 王进喜 黄大年 平时 平台 平安 成员 成效 成果 谷物 安排 安装 安置 高质量 高标准 高效 高位 高级 金融 金句 包括 包含 包保 连续 连同 常规 常务 常抓 单独 单项 向上 向下 任职 任期 任免 任何 时常 项目 温暖 温馨 明确 明显 明年 明白 和谐 和平 农村 农业 农民 农户 古籍 古城 关系 关于 关键 关注 关心 关爱 应当 应急 应对 应知 应该 应用 全程 全过程 全年 全市 全县 全力 方能 边界 边改 边学 边查 沙尘 毕业 林业 林场 牛羊 石材 余额 余年 强化 党员 党组 党委 党性 党章 党务 党风 党建 党内 党课 党的 党政 解决 解放 解读 解释 柴油 车辆 车间 车位 步骤 路径 路线 路面 景区 费用 费时 康复 龙头 祝贺 商议 商量 商务 商定 荣誉 宣传 于是 任组 任副 党工 党总 党小 党支 党群 包案 包联 包楼 包村 包抓 和责 和电 和牵 和联 和分'.split(' '))

const rareSurname = /^[钮宓贲笪璩郏郗郄邸郦逯谯訾亓仉阚蒯蔺蔚荀茅茹荆莘揭晁冼冀匡扈邝揣雒缑禚竺]\p{Script=Han}{1,2}$/u
const surname = { test: (name: string) => commonSurname.test(name) || rareSurname.test(name) }

function namesAt(text: string, from: number, end: 'open' | 'edge'): number | undefined {
  for (const length of [4, 3, 2]) {
    const name = text.slice(from, from + length)
    if (name.length < length || !surname.test(name) || /\s/u.test(name)) continue
    if (length === 4 && !/^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐)/u.test(name)) continue
    if (noNames.has(name) || [...noNames].some((word) => word.length >= 2 && name.startsWith(word)) || /[的了在是和与及为把要将不有者员会室科部局]$/u.test(name)) continue
    const rest = text.slice(from + length)
    if (end === 'edge' ? edge.test(rest) || (length === 3 && acts.test(rest)) : postAfter.test(rest)) return from + length
  }
  return undefined
}

/** Text before which a name may begin at a place that is no post: the start, a sign, a word that leads to a person. */
const begins = /(?:^|[，。、；：:（）(),;“”《》\s\uFFFC]|[由请和与对是])$/u

export const findPeople: Finder = ({ text, role, label }) => {
  const found: Candidate[] = []
  const duty = role === 'responsible' || /责任|负责|牵头|联系人|经办人|填报人|记录人/u.test(label)
  for (let at = 0; at < text.length; at += 1) {
    const ahead = text.slice(Math.max(0, at - 10), at)
    const byPost = postBefore.test(ahead)
    const byDuty = dutyBefore.test(ahead)
    const inList = duty && begins.test(ahead)
    const last = found.at(-1)
    const inRow = last !== undefined && last.to === at - 1 && /[、和与]/u.test(text[at - 1]!)
    const to = byPost || byDuty || inList || inRow ? namesAt(text, at, 'edge') : begins.test(ahead) || role === 'byline' ? namesAt(text, at, 'open') : undefined
    if (to === undefined) continue
    const after = text.slice(to)
    if (byDuty && /[由请]$/u.test(ahead) && !dutyAfter.test(after)) continue
    const responsible = duty || byDuty || (inRow && last.base === '责任人')
    const secretary = /(?<!副)书记[：:\s]*$/u.test(ahead)
    found.push({ from: at, to, kind: 'person', base: responsible ? '责任人' : secretary ? '书记姓名' : '姓名', reason: byPost ? '职务后面的人名' : responsible ? '负责人的姓名' : '像是人名', sure: byPost || inList || byDuty || postAfter.test(after) })
    at = to - 1
  }
  return [...found, ...findComrades(text), ...findBelowTitle(text, role), ...findBehindPost(text)]
}

/** “会计季秋菊调离岗位”: only looks like it. And “阚某”. */
function findBehindPost(text: string): Candidate[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => index).flatMap((from): Candidate[] => {
    const name = text.slice(from, from + 3)
    if (/^.某{1,2}/u.test(name) && rareSurname.test(name.slice(0, 2))) return [{ from, to: from + (name[2] === '某' ? 3 : 2), kind: 'person', base: '姓名', reason: '像是人名', sure: true }]
    if (!/^(?![和与向])\p{Script=Han}{3}$/u.test(name) || !surname.test(name) || !strongPost.test(text.slice(Math.max(0, from - 3), from))) return []
    if ([...noNames].some((word) => name.startsWith(word)) || /[的了在是和与及为把要将不有者员会室科部局]$/u.test(name) || !standsForItself(name, text.slice(from + 3))) return []
    return [{ from, to: from + 3, kind: 'person', base: '姓名', reason: '职务后面，像是人名', sure: false }]
  })
}

/** “（钮建华）”, “某某局  钮建华” below a title. */
function findBelowTitle(text: string, role: string): Candidate[] {
  if (!['byline', 'subtitle', 'title', 'signature'].includes(role)) return []
  const name = /^\s*[（(]\s*(?<at>[\p{Script=Han}·]{2,4})\s*[）)]\s*$/u.exec(text) ?? (role === 'byline' ? /(?:^|\s)(?<at>[\p{Script=Han}·]{2,4})\s*$/u.exec(text) : null)
  const word = name?.groups?.['at']
  if (!name || word === undefined || word.length > 3 || !surname.test(word) || [...noNames].some((one) => word.startsWith(one))) return []
  const from = name.index + name[0].lastIndexOf(word)
  return [{ from, to: from + word.length, kind: 'person', base: '姓名', reason: '题下的姓名', sure: true }]
}

/** “选举金铁城同志为…”: whatever stands before it. */
function findComrades(text: string): Candidate[] {
  return [...text.matchAll(/(?:同志|先生|女士)/gu)].flatMap(({ index }): Candidate[] => {
    for (const length of [3, 2]) {
      const name = text.slice(Math.max(0, index - length), index)
      const leads = length === 3 && /^[向和与对由请于从让任时为]/u.test(name)
      if (name.length === length && !leads && surname.test(name) && ![...noNames].some((word) => name.startsWith(word)) && !/[的了各位等员部]/u.test(name)) {
        return [{ from: index - length, to: index, kind: 'person', base: '姓名', reason: '像是人名', sure: true }]
      }
    }
    return []
  })
}

/** Offices that answer for something: 责任科室. Only where responsibility is given; elsewhere every unit has a 办公室. */
export const findOffices: Finder = ({ text, role, label }) => (role === 'responsible' || /责任|牵头/u.test(label)
  ? [...text.matchAll(/(?<=^|[，。、；：（）\s\uFFFC])[\p{Script=Han}]{2,8}(?:科|股|处|室|办|中心|队|部)(?=$|[，。、；（）\s\uFFFC])/gu)].map(({ 0: word, index }): Candidate => ({ from: index, to: index + word.length, kind: 'unit', base: '责任科室', reason: '责任科室', sure: true }))
  : [])
