/** RTF as Word, WPS and LibreOffice write it, each file for one thing. */
import { lines, type ForeignCase } from './foreign-case.ts'

/** GBK of the characters these papers use: Node has no encoder. */
const gbkOf: Readonly<Record<string, string>> = {
  '整': 'd5fb', '改': 'b8c4', '方': 'b7bd', '案': 'b0b8', '一': 'd2bb', '、': 'a1a2', '（': 'a3a8', '）': 'a3a9', '学': 'd1a7', '习': 'cfb0', '不': 'b2bb', '够': 'b9bb', '“': 'a1b0', '”': 'a1b1', '。': 'a1a3', '镕': 'e946',
}
export const gbk = (text: string) => [...text].map((sign) => (gbkOf[sign] ?? Buffer.from(sign, 'latin1').toString('hex')).replace(/../g, (pair) => `\\'${pair}`)).join('')
export const unicode = (text: string) => Array.from({ length: text.length }, (_, at) => {
  const code = text.charCodeAt(at)
  return code < 0x80 ? text[at]! : `\\u${code > 32767 ? code - 65536 : code}?`
}).join('')

const fonts = '{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 \\\'cb\\\'ce\\\'cc\\\'e5;}{\\f2\\fnil\\fcharset2 Symbol;}}'
const styles = '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\outlinelevel1 heading 2;}{\\s3 Title;}{\\s4 toc 1;}{\\*\\cs10 Default;}}'
export const rtf = (body: string) => Uint8Array.from(Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\deff1${fonts}${styles}{\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator Word;}{\\info{\\title ${unicode('标题不是正文')}}}\n\\pard\\plain ${body}}`, 'latin1'))
const u = unicode
const one = (name: string, shows: string, body: string, ...expected: readonly string[]): ForeignCase => ({ name, shows, format: 'rtf', bytes: () => rtf(body), expectedText: lines(...expected) })

const row = (edges: readonly number[], cells: readonly string[], marks: Readonly<Record<number, string>> = {}) =>
  `\\trowd\\trleft0${edges.map((edge, index) => `${marks[index] ?? ''}\\cellx${edge}`).join('')}${cells.map((cell) => `\\pard\\intbl ${cell}\\cell`).join('')}\\row`

export const rtfCases: readonly ForeignCase[] = [
  one('rtf-gbk', 'GBK in escapes, across a break of the line, with the second byte as it stands', `${gbk('整改')}\\'b7\n\\'bd${gbk('案')}\\par \\'e9F${gbk('学习')}\\par`, '整改方案', '镕学习'),
  one('rtf-unicode', '\\u with one, two and no characters for old readers; a character beyond U+FFFF', `\\u25972?\\u25913\\'3f\\uc2\\u26041\\'b7\\'bd\\u26696xx\\uc0\\u12290\\par\\uc1 \\u-10187?\\u-9017?${u('表情')}\\par`, '整改方案。', '\ud835\udcc7表情'),
  one('rtf-western-font', 'a Western font holds Chinese where the bytes can be nothing else, else curly quotes', `{\\f0 ${gbk('整改')}}{\\f0\\'93Zhang\\'94}\\par`, '整改“Zhang”'),
  one('rtf-list-text', 'automatic numbers as text, signs dropped, the number kept off a year', `{\\listtext\\pard ${u('一、')}\\tab}\\s1\\ls1 ${u('存在问题')}\\par\\pard{\\listtext ${u('（一）')}\\tab}\\ls1 ${u('学习方面')}\\par\\pard{\\pntext\\f1 1.\\tab}${u('2023年以来')}\\par\\pard{\\listtext\\f2\\'b7\\tab}\\ls2 ${u('有符号的一条')}\\par`, '一、存在问题', '（一）学习方面', '1. 2023年以来', '有符号的一条'),
  one('rtf-looks', 'headings by style and level, title, centred, bold, underlined', `\\s3\\qc ${u('整改方案')}\\par\\pard\\s2 ${u('学习方面')}\\par\\pard\\outlinelevel2 ${u('三级')}\\par\\pard\\s0 ${u('普通')}{\\b ${u('加粗')}}{\\ul ${u('下划线')}\\ulnone ${u('完')}}{\\dbch\\ab ${u('亚洲粗')}}\\par`, '整改方案', '学习方面', '三级', '普通加粗下划线完亚洲粗'),
  one('rtf-breaks', 'soft return, page break, tab, dashes, quotes, fixed blanks', `${u('甲')}\\line ${u('乙')}\\tab ${u('丙')}\\emdash\\ldblquote ${u('丁')}\\rdblquote\\_1\\~2\\par ${u('戊')}\\page ${u('己')}\\par`, '甲', '乙\t丙—“丁”-1 2', '戊', '己'),
  one('rtf-table', 'a table with cells merged across and down', row([2000, 4000, 6000], [u('序号'), u('问题'), u('措施')]) + row([2000, 6000], ['1', u('合并')], { 0: '\\clvmgf' }) + row([2000, 4000, 6000], ['', u('甲'), u('乙')], { 0: '\\clvmrg' }) + `\\pard ${u('表后')}\\par`, '序号\t问题\t措施', '1\t合并\t', '\t甲\t乙', '表后'),
  one('rtf-nested-table', 'a table inside a cell', `\\trowd\\cellx3000\\cellx6000\\pard\\intbl ${u('外一')}\\cell\\pard\\intbl\\itap2 ${u('内一')}\\nestcell ${u('内二')}\\nestcell{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 ${u('外二')}\\cell\\row\\pard ${u('完')}\\par`, '外一\t内一 内二', '外二', '完'),
  one('rtf-one-column', 'a frame of one column is no table', row([5000], [u('框里的话')]) + `\\pard ${u('正文')}\\par`, '框里的话', '正文'),
  one('rtf-notes', 'footnote, endnote, comment about some words', `${u('有脚注')}{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn}${u('脚注内容')}\\par ${u('第二段')}}${u('，有尾注')}{\\footnote\\ftnalt ${u('尾注内容')}}${u('，')}{\\*\\atrfstart 1}${u('所批')}{\\*\\atrfend 1}{\\*\\atnid Z}{\\*\\atnauthor Zhang San}\\chatn{\\*\\annotation{\\*\\atndate -1480390050}{\\*\\atnref 1}${u('批注内容')}}${u('。')}\\par`, '有脚注，有尾注，所批。'),
  one('rtf-revisions', 'insertions kept, deletions and hidden text dropped', `${u('保留')}{\\revised\\revauth1 ${u('插入')}}{\\deleted ${u('删去')}}{\\v ${u('隐藏')}}${u('末尾')}\\par`, '保留插入末尾'),
  one('rtf-left-out', 'field results, pictures, objects, headers, unknown groups, binary data', `{\\header\\pard ${u('页眉')}\\par}{\\footer - {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}} -}{\\*\\unknown ${u('不认识')}}${u('日期')}{\\field{\\*\\fldinst DATE}{\\fldrslt 2024-06-30}}{\\pict\\wmetafile8 0102ff}{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}{\\object{\\*\\objdata 0}{\\result ${u('对象')}}}{\\pict\\bin6 }}}}}}}${u('完')}\\par`, '日期2024-06-30完'),
  one('rtf-twice', 'text for old and new readers: only the new one', `{\\upr{${gbk('一')}}{\\*\\ud{\\u19968?\\u20108?}}}\\par`, '一二'),
  one('rtf-text-box', 'a text box, once', `${u('正文')}{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard ${u('框内文字')}\\par}}{\\shprslt{\\*\\do{\\dptxbxtext ${u('旧框')}\\par}}}}${u('后半')}\\par`, '框内文字', '正文后半'),
  one('rtf-contents', 'a table of contents is left out', `\\s4 ${u('目录行')}\\tab 1\\par\\pard\\s1 ${u('正题')}\\par`, '正题'),
  one('rtf-no-last-par', 'the last paragraph without a mark', `${u('整改方案')}\\par ${u('末段')}`, '整改方案', '末段'),
]
