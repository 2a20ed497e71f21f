/** What a part of the paper is for, by the wording of its heading. */
import { labelRole } from '../document/label-words.ts'
import type { DraftKind } from '../document/draft.ts'

/**
 * problem, cause, measure: one part of the record by itself; plan: problems, causes and measures together, group by group;
 * progress: what was done about each problem; outlook: the work to come at the end of a report, whose list entries are
 * measures and whose running text is none; narrative: none of the record.
 */
export type SectionContext = 'problem' | 'cause' | 'measure' | 'outlook' | 'plan' | 'progress' | 'narrative'

const ending = (words: string) => new RegExp(`(?:${words})(?:（.{1,12}）)?[。：:.]?$`, 'u')

const cause = ending('原因(?:的?(?:分析|剖析|查摆))?|根源(?:的?(?:分析|剖析|查摆))?|成因(?:分析|剖析)?|症结(?:所在|分析)?|(?:思想|问题|深刻|根源)反思|(?:问题|原因|思想|党性|深刻|自我)剖析|剖析根源|剖析')
const causeAnywhere = /(?:原因|根源|成因).{0,3}(?:分析|剖析)/u
const measure = ending('努力(?:的)?方向|改进方向|整改方向|整改(?:的)?(?:措施|举措|思路|打算|安排|计划|建议|对策)|(?:改进|解决|应对|下一步|下步|今后|主要|具体|工作|对策|长效)(?:的)?(?:工作)?(?:的)?(?:措施|举措|打算|思路|方向|安排|计划|对策|建议|努力方向|重点|工作)|下一步工作(?:措施|打算|安排|建议|计划|思路)?|下一步(?:的)?.{0,6}(?:措施|举措|打算|思路|计划|安排|对策|建议)|今后(?:的)?.{0,6}(?:措施|举措|打算|方向|思路)|意见建议|对策建议|措施|举措|整改打算|(?:改正|改进|整改|解决)(?:的)?(?:办法|方法)|(?:怎么|怎样|如何)(?:改|办|做|干|整改)')
const problem = ending('问题|问题和不足|问题与不足|问题及不足|问题和差距|不足|不足之处|差距|差距和不足|短板|短板弱项|短板和不足|弱项|薄弱环节|困难|困难和问题|问题和困难|问题及表现|问题表现|问题清单|具体表现|主要表现|问题和薄弱环节|问题短板')
const problemAndMeasure = /(?:问题|事项|不足).{0,6}(?:及|和|与|、|、及|以及).{0,8}(?:措施|举措|方案|对策|整改情况)|整改(?:的)?(?:内容|任务|事项|清单|台账|重点)|问题整改(?:措施|任务|清单)|任务分工|(?:内容|任务|重点)(?:和|及|与|、)(?:整改)?(?:措施|举措)/u
const progress = /(?:整改|落实)(?:工作)?(?:的)?(?:落实|进展|完成|推进|开展)?(?:的)?(?:情况|进展|成效|结果)$|反馈(?:的)?(?:意见|问题).{0,8}(?:情况|进展)|整改落实/u
const narrative = /^(?:指导思想|总体要求|整改目标|工作目标|总体目标|目标任务|主要目标|目标|目标要求|基本原则|工作原则|总体思路|工作要求|有关要求|要求|组织领导|保障措施|工作保障|组织保障|整改保障|工作措施保障|有关情况|其他(?:事项|需要说明.*)|需要说明.*|基本情况|总体情况|主要做法.*|工作成效|主要成效|取得的?(?:主要)?成效|.*成绩.*|.*(?:保障措施|组织保障|工作保障)|.*组织领导|结束语|意义|重要意义|实施步骤|方法步骤|时间安排|工作步骤|.*案例.{0,6}剖析)[。：:.]?$/u
const facing = /^(?:正视|查找|找准|直面|查摆).{0,12}(?:短板|弱项|差距|不足|问题)$/u
const verbFirst = /^(?:聚焦|解决|坚持|突出(?!问题|的问题)|紧盯|针对|直面|整治|强化|推动|加强|围绕|着力|严格|深入|狠抓|坚决|认真|全面|切实|持续|进一步|正视|查找(?!出|到)|破解|提高|落实|履行|压实)/u

/**
 * @param text the heading without number; @param kind of the paper: 整改措施 as a part means measures alone in a
 * 对照检查材料, but problems with measures in a 整改方案 without a part for problems.
 */
export function classifyHeading(text: string, kind: DraftKind, hasProblemPart: boolean): SectionContext | undefined {
  const plain = text.replace(/[。：:.]$/u, '')
  if (narrative.test(plain)) return 'narrative'
  const label = labelRole(plain)
  if (label === 'problem' && plain !== '整改事项') return 'problem'
  if (label === 'cause') return 'cause'
  if (plain.length > 34) return undefined
  if (causeAnywhere.test(plain) || cause.test(plain)) return 'cause'
  const isPlan = kind === 'individual-plan' || kind === 'team-plan' || kind === 'inspection-plan'
  if (problemAndMeasure.test(plain)) return kind === 'progress-report' ? 'progress' : 'plan'
  if (progress.test(plain)) return kind === 'progress-report' || kind === 'other' ? 'progress' : 'narrative'
  if (facing.test(plain)) return 'problem'
  if (verbFirst.test(plain) && /[，、]/u.test(plain)) return undefined
  const outlook = /^(?:下一步|下步|今后)/u.test(plain) && !/措施|举措|整改/u.test(plain)
  if (outlook && (kind === 'progress-report' || kind === 'ecology-report')) return 'outlook'
  if (measure.test(plain)) return isPlan && !hasProblemPart ? 'plan' : 'measure'
  if (problem.test(plain) && !verbFirst.test(plain)) return 'problem'
  return undefined
}

/** Whether one of the outermost headings is of problems alone: then 整改措施 heads measures, not a plan. */
export function hasProblemPart(headings: readonly string[]): boolean {
  return headings.some((heading) => classifyHeading(heading, 'other', true) === 'problem')
}

const aspectNames = '理论学习|政治素质|能力本领|担当作为|工作作风|廉洁自律|政治建设|思想建设|组织建设|作风建设|纪律建设|制度建设|党的领导|党的建设|全面从严治党|选人用人|意识形态'
const aspect = new RegExp(`方面(?:的?(?:存在|查摆|检视)?(?:的)?(?:突出|主要|具体)?(?:问题|不足|差距)?)?(?:（.{1,20}）)?[。：:.]?$|^(?:对照|在)?“?(?:${aspectNames})”?(?:上|中)?[。：:.]?$|^(?:党的领导|党的建设|全面从严治党).{0,6}(?:弱化|缺失|不力)[。：:.]?$`, 'u')

/** A heading that names a 方面, not a problem: “理论学习方面”, “对照政治素质方面突出问题”. */
export function isAspect(text: string): boolean {
  return aspect.test(text)
}

const aboutProblem = /^(?:关于|针对|对于|就|对)?.{0,4}(?:“[^”]+”|‘[^’]+’|"[^"]+"|.{4,60}?)(?:的|等|方面)?(?:问题|情况)(?:的?整改(?:落实)?(?:情况|措施|方面)?)?[。：:.]?$/u

/** “关于‘…’问题的整改”, “关于…不到位的问题”: a heading that is itself the problem. */
export function namesProblem(text: string): boolean {
  return /^(?:关于|针对|对于|就|对)/u.test(text) ? aboutProblem.test(text) : /[”’]问题(?:的?整改.{0,4})?[。：:.]?$|(?:的|等)问题(?:的?整改.{0,4})?[。：:.]?$/u.test(text)
}

const lacking = /不(?:够|足|到位|深|强|严|高|实|力|明显|扎实|规范|及时|完善|健全|系统|紧密|主动|彻底|全面|细|透|准|多|广|精|平衡|敢|愿|会|善于|能|坚决|经常|重视|清|牢|优|大|好|快|齐|密切|充分|具体|均衡|严格|严谨|严肃|深入|适应|落实|了解|熟)|欠缺?|缺(?:乏|失|位|少|口)|薄弱|弱化|淡化|虚化|差距|滞后|偏(?:差|软|宽|低|少|弱|慢)|松(?:懈|散|弛)|放松|疏|缓慢|存在|有待|未(?:能|按|及时|有效|严格|真正|完全)?|没有|问题|短板|不作为|形式主义|官僚主义|应付|畏难|下降|流于|重.{1,6}轻/u

/** Wording that tells of a shortcoming. */
export function tellsShortcoming(text: string): boolean {
  return lacking.test(text)
}

const introduction = /(?:[：:]|如下|以下(?:[几一二两三四五六七八九十]|方面|问题|措施).{0,16}[。]?|(?:主要)?(?:有|表现在|表现为|体现在|从)(?:以下)?[几一二两三四五六七八九十]{1,2}个?(?:方面|点|条).{0,8}[。]?)$/u

/** A paragraph that leads up to what follows: “主要有以下四个方面：”. */
export function isIntroduction(text: string): boolean {
  return introduction.test(text)
}

const closing = /^(?:以上(?:是|发言|报告|检查|汇报|情况|内容|就是|剖析|对照)?|特此(?:报告|汇报|通知|说明)|此致|敬礼|妥否|当否|谢谢|不妥之处|不当之处|不足之处|汇报完毕|发言完毕|我的(?:发言|汇报|检查|对照检查)|敬请|恳请|请(?:予)?(?:审议|审阅|批示|批评指正|各位|同志们|组织|领导)|欢迎(?:各位|同志们|大家)|表态|最后，)/u

/** The line a paper or a speech closes with. */
export function isClosingLine(text: string): boolean {
  return (closing.test(text) && text.length <= 90) || /^欢迎(?:广大|社会|全体).{0,30}监督/u.test(text)
}
