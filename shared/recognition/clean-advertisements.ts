/**
 * Pay-wall marks, advertisement blocks, account and customer-service lines, “仅供学习 禁止外传”.
 *
 * A line is weighed by what only advertisements say. Papers speak of 公众号, 会员 and 下载 in earnest, so a single word
 * never decides, and a line of the paper's own structure or a sentence in official style needs far more.
 */
import type { EditLog } from './edit-log.ts'
import { cutMatches, removeLine, type Paragraph } from './paragraph.ts'
import { titleWord } from './title-words.ts'

const payWall = /#{2,}\s*\/?(?:paid|pay|vip|free|read)?[_-]?(?:begin|end|start|stop|wall)\s*#{2,}|\[\/?(?:paid|payread|vip|hide|reply)\]|<!--\s*(?:more|paid\w*)\s*-->/giu

const handle = /(?:公众号|公号|微信号?|VX|V信|薇信|QQ群?|[QＱ]群|客服(?:微信|QQ)?|会员群|交流群|加群|企鹅号?|抖音号?|小红书号?|淘宝店?|店铺|网址(?!.*\.gov\.cn)|网站(?!.*\.gov\.cn)|官网)\s*(?:名称|号码|号)?\s*[:：]/giu

const promotions: readonly RegExp[] = [
  /欢迎(?:加入|订阅|关注|扫码|选购)|点击(?:下载|关注|蓝字|领取|购买|链接|阅读|上方|下方)|扫码|扫一扫|扫描.{0,6}二维码|长按.{0,6}(?:识别|二维码)|阅读原文/u,
  /立享|立减|特惠|优惠价|原价|现价|限时|包邮|元[\/每]年|元一年|终身(?:会员|有效)|年费|免费(?:领取|赠送|下载|QQ|微信|获取|试用|入群|送|分享群)/iu,
  /^[【\[]?(?:广告|推广|赞助)[】\]]?\s*[：:]|一键(?:生成|下载|搜索|查找|极速|精准|复制|快速|精准搜索)|(?:每日|每天|天天|持续|同步|实时)(?:同步)?(?:更新|分享)|(?:每日|每天)更新/u,
  /谨防(?:假冒|上当|诈骗)|认准|好评如潮|小伙伴|亲们|宝子|老铁|包过|童叟无欺|唯一平台|自建平台/u,
  /svip|vip会员|开通会员|会员(?:权益|专享|材料|资料|价|服务)|加入会员|成为会员|续费|订阅(?:即|立|后|本)|付费(?:阅读|下载|解锁|内容|后|可见)|剩余内容|解锁全文/iu,
  /代笔|代写|润笔|代发表|代发布|持续接单|接单|定制(?:写作|材料)|原创(?:高质量|保障)|高度保密|写稿服务/u,
  /倒卖|盗版|盗卖|搬运必究/u,
  /入群|进群|名额有限|先到先得|体验会员|价格公道|保密可靠|搜一搜|即刻加入|日更|看全文|继续阅读|此处为付费|付费内容|开通.{0,12}(?:vip|会员)|专注.{0,10}(?:材料|公文|写作)/iu,
  /(?:素材|资料|材料|网盘|范文|写作)群|网盘|百度云|提取码|压缩包|打包下载|金币|知识星球|永久更新|大礼包|海量(?:文档|资料|材料)/u,
  /点个.{0,4}(?:在看|赞|关注)|(?:往期|精彩)(?:推荐|回顾|阅读|精选)|喜欢此内容|加小编|点赞.{0,4}(?:分享|推荐|转发|在看)|(?:关注|转发|收藏)(?:我们|一下|不迷路)/u,
  /更多.{0,10}(?:资料|材料|范文|公文|文章|素材|精彩|内容).{0,10}(?:关注|请|加|尽在|扫|搜|点|下载|访问|可|联系)|(?:海量|万份|万篇|万字|\d+多?[万千篇份]).{0,8}(?:材料|素材|资料|范文|模板)/u,
  /请?(?:关注|搜索|添加|加).{0,10}(?:公众号|微信|客服|VX|QQ)/iu,
  /有意(?:加入|者)?请?(?:联系|私信|加)|请?(?:联系|私信)(?:客服|我们|本号|作者|小编|站长)/u,
]

const definite: readonly RegExp[] = [
  /仅供.{0,8}(?:学习|参考|交流|内部|个人).{0,12}(?:禁止|请勿|严禁|不得|切勿|勿)/u,
  /^.{0,12}(?:禁止|请勿|严禁|不得|切勿)(?:外传|外泄|转载|转发|倒卖|商用|传播|上传|翻印).{0,12}$/u,
  /^.{0,6}(?:仅供(?:内部)?(?:学习|参考|交流)(?:参考|使用|交流)?)[。！]?$/u,
  /(?:版权(?:所有|归).{0,30}|侵权必究|如有侵权|侵删|联系删除|翻版必究)/u,
  /^[—\-\s（(【]*(?:本文|文章|材料|资料|文档|内容|以上内容|此文)?(?:来源|来自|转自|出处|摘自|出自|源自|整理自)(?:于|自)?\s*[:：]?\s*(?:【|网络|互联网|公众号|微信|百度|.{0,12}(?:文库|公文网|范文网|材料网|公众号|写作网|秘书网|笔杆子))/u,
  /^(?:本文|本文档|本资料|此文档|该文档)(?:由|来自).{1,30}(?:整理|收集|上传|分享|提供|发布|原创|下载)/u,
  /^(?:下载|复制|收藏|打印)(?:本文|文档|全文|此文)|^(?:上一篇|下一篇|相关(?:阅读|推荐|文章)|猜你喜欢|热门推荐|推荐阅读|返回(?:顶部|首页|列表)|分享到|点赞|打赏|评论区|阅读量?\s*[:：]?\s*\d|浏览(?:次数|量)?\s*[:：]?\s*\d|字体\s*[:：]|【?字号)/u,
  /^(?:当前位置|您(?:现在)?的位置|所在位置)?\s*[:：]?\s*首页\s*[>›»》\-]|打印本页|关闭窗口|[【\[]打印[】\]]|[【\[]关闭[】\]]|(?:浏览|点击|阅读)(?:次数|量|数)\s*[:：]/u,
  /^.{0,10}此处为付费内容|^(?:以下|剩余|此处|本文|余下).{0,8}付费(?:阅读|内容|部分|后|可见|查看|下载|解锁)/u,
  // The line of account, time and place under the headline of a 公众号 page; its counters and its end mark.
  /^[^：:。，]{0,30}(?:19|20)\d{2}(?:-\d{1,2}-\d{1,2}|年\d{1,2}月\d{1,2}日)\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:发表于.{2,8}|[\u4e00-\u9fff]{2,4})?$|(?:^|\s)发表于[\u4e00-\u9fff]{2,4}$/u,
  /^\s*[-—–─=*·\s]+(?:END|完|全文完)[-—–─=*·\s]*$|^\s*(?:END|The End)\s*$/iu,
  /^阅读\s*\d[\d.万+]*\s+(?:赞|点赞|在看|分享|评论)/u,
  /剩余\s*\d*\s*页?未读|VIP专享|^(?:责任编辑\s*[丨|：:]|(?:编辑|校对|审核|来源)\s*[丨|]).{1,24}$|^¥\s*\d|^.{0,8}扫码(?:领取|关注|入群|下载|查看|解锁|付费).{0,8}$|^(?:版权|免责)(?:说明|声明)\s*[：:]/u,
  /^\W{0,4}(?:发布(?:时间|日期)|更新时间)\s*[：:].{6,20}(?:浏览|来源|作者|字体|点击|阅读)|浏览\s*[：:]\s*\d+\s*次?|字体\s*[：:]\s*[【\[]?\s*大/u,
  /[【\[]?(?:收藏本文|我要纠错|下载\s*Word\s*版|分享到(?:微信|微博))[】\]]?/iu,
  /(?:备案号|ICP备|公网安备|网站标识码)|【(?:无障碍(?:阅读|浏览)|长者模式|关怀版)】|^网站地图/u,
  /^(?:您)?(?:的)?(?:当前|现在|所在)(?:的)?位置\s*[:：]/u,
  // What a document library says of its file, and its address as a running foot.
  /^(?!附).{2,60}\.(?:docx?|wps|pdf|txt|rtf)$/iu,
  /^(?:上传者|上传时间|文档页数|下载次数|文件大小)\s*[：:].{1,24}(?:$|\s)|^(?:页数|价格)\s*[：:]\s*[¥￥]?\d[\d.]*\s*(?:页|元|金币)?$|^格式\s*[：:]\s*(?:docx?|pdf|wps|word)\s*$/iu,
  /^[^。；@]{0,16}(?<![A-Za-z0-9.-])[a-z0-9-]{2,30}\.(?:com|cn|net|org)(?:\.cn)?(?<!gov\.cn)\s*$/iu,
  /还剩\s*\d+\s*页|^听全文|下载(?:文档|本文|全文)(?:到|至).{0,8}(?:电脑|手机|本地)|加入\s*VIP/iu,
  // What a writing assistant says before and after its text.
  /^(?:好的|当然(?:可以)?|没问题)[，,！!。].{0,50}(?:以下|下面|这是|为您|供您).{0,40}[：:。！!]?$/u,
  /^(?:以上|上述)(?:方案|内容|材料|文稿|范文|模板)?.{0,10}仅供(?:您)?参考|如需.{0,30}(?:调整|修改|补充|完善|润色).{0,40}(?:告诉我|告知我|继续为您|随时)/u,
  /^[【\[(（]?(?:此|本)?(?:范文|模板).{0,20}(?:Word版|可编辑|套用|收藏|转发)|^【范文】.{0,60}(?:套用|参考)|^温馨提示[：:].{0,40}(?:模板|替换|范文|下载)/iu,
  /^\d{0,3}\s*(?:精品|精选|优质|实用|可编辑)\s*(?:文档|资料|文案|范文|word)[\s.…,，]*(?:欢迎下载|可编辑.{0,8}|值得.{0,8})?\s*\d{0,3}$/iu,
  // The site of a public body is where a paper says it is shown to the public.
  /(?:https?:\/\/|www\.)(?!\S*\.gov\.cn)\S+/iu,
]

const earnest = /党|整改|群众|责任|制度|落实|加强|监督|作风|意识|建设|贯彻/gu
const structural = /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是|第[一二三四五六七八九十]+[，、])/u

/** How much a line says that only an advertisement says. 3 and more: it is one wherever it stands. */
export function advertisementScore(line: string): number {
  const text = line.trim()
  if (text === '') return 0
  let score = 0
  for (const pattern of definite) if (pattern.test(text)) score += text.length <= 90 ? 3 : 1
  const handles = text.match(handle)?.length ?? 0
  score += Math.min(handles, 2) * 2
  for (const pattern of promotions) if (pattern.test(text)) score += 2
  if (score === 0) return 0
  if (/(?:素材|资料|材料|写作|文库|公文|范文)(?:库|网|铺|社|坊)?】|【.{0,10}(?:群|库|代笔|活动|福利|公告)】/u.test(text)) score += 1
  if (/[！!]/u.test(text)) score += 1
  if (/(?<![A-Za-z0-9.])[A-Za-z][A-Za-z0-9_-]{4,}(?![A-Za-z])|(?<!\d)\d{6,}(?!\d)/u.test(text) && handles > 0) score += 1
  if (structural.test(text)) score -= 4
  const official = new Set(text.match(earnest)).size
  if (official >= 2) score -= official
  if (/。$/u.test(text) && text.length > 40) score -= 2
  return score
}

const isTable = (one: Judged) => one.paragraph.table !== undefined || one.paragraph.hint?.table !== undefined

interface Judged {
  readonly paragraph: Paragraph
  readonly score: number
}

/** Of the lines before the paper begins, those that stand between advertisements or lead up to one. */
function headBlock(judged: readonly Judged[]): Set<Paragraph> {
  const block = new Set<Paragraph>()
  const lines = judged.filter((one) => one.paragraph.text.trim() !== '')
  const begin = lines.findIndex((one) => one.score < 2 && (isTable(one) || structural.test(one.paragraph.text.trim()) || one.paragraph.text.trim().length >= 50))
  const head = begin === -1 ? lines : lines.slice(0, begin)
  const titles = head.flatMap((one, index) => (one.score < 2 && titleWord.test(one.paragraph.text.trim()) && one.paragraph.text.trim().length >= 6 ? [index] : []))
  // A headline with an advertisement right below it is the page's, where the paper has one of its own further down.
  const title = titles.find((index, at) => at === titles.length - 1 || (head[index + 1]?.score ?? 0) < 3) ?? -1
  const before = title === -1 ? head : head.slice(0, title)
  const last = before.findLastIndex((one) => one.score >= 2)
  // A strong line is needed to call its neighbours advertisement: one weak sign alone is not enough.
  if (last !== -1 && before.some((one) => one.score >= 3)) before.slice(0, last + 1).forEach((one) => block.add(one.paragraph))
  head.filter((one) => one.score >= 2).forEach((one) => block.add(one.paragraph))
  return block
}

/** From the end back to the last line of the paper: what stands between advertisements there. */
function tailBlock(judged: readonly Judged[]): Set<Paragraph> {
  const block = new Set<Paragraph>()
  const lines = judged.filter((one) => one.paragraph.text.trim() !== '')
  const last = lines.findLastIndex((one) => one.score < 2 && (isTable(one) || /[。！？”）]$|\d日$/u.test(one.paragraph.text.trim())))
  const tail = lines.slice(last + 1)
  const weak = tail.filter((one) => one.score >= 2)
  if (weak.length < 2 && !weak.some((one) => one.score >= 3)) return block
  const first = tail.findIndex((one) => one.score >= 2)
  // What a list of other articles names stands below its head, to the end of the page.
  const list = tail.findIndex((one) => /^\W*(?:往期|精彩|推荐|相关|热门).{0,4}(?:推荐|回顾|阅读|精选|文章)/u.test(one.paragraph.text.trim()))
  const end = list === -1 ? tail.findLastIndex((one) => one.score >= 2) : tail.length - 1
  tail.slice(first, end + 1).forEach((one) => block.add(one.paragraph))
  return block
}

/** Before tables are looked for: a mark may stand between two rows. */
export function cleanPayWalls(paragraphs: Paragraph[], log: EditLog, source: string): Paragraph[] {
  return paragraphs.filter((paragraph) => {
    if (!paragraph.text.includes('#') && !/[<[]/.test(paragraph.text)) return true
    const bare = paragraph.text.replace(payWall, '').trim() === ''
    if (bare && paragraph.text.trim() !== '') return !removeLine(paragraph, 'pay-wall', log, source)
    cutMatches(paragraph, payWall, 'pay-wall', log)
    return true
  })
}

export function cleanAdvertisements(paragraphs: Paragraph[], log: EditLog, source: string): Paragraph[] {
  const judged = paragraphs.map((paragraph) => ({ paragraph, score: paragraph.table ? 0 : advertisementScore(paragraph.text) }))
  if (judged.every((one) => one.score < 2)) return paragraphs
  const head = headBlock(judged)
  const tail = tailBlock(judged)
  return judged
    .filter(({ paragraph, score }) => {
      const advertisement = score >= 3 || head.has(paragraph) || tail.has(paragraph)
      return !advertisement || !removeLine(paragraph, 'advertisement', log, source)
    })
    .map((one) => one.paragraph)
}
