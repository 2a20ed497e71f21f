/** Web pages and papers saved as such, each file for one thing. */
import { gbk } from './rtf-cases.ts'
import { lines, type ForeignCase } from './foreign-case.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const page = (body: string, head = '<meta charset="utf-8">') => `<!DOCTYPE html>\n<html><head>${head}</head><body>${body}</body></html>`
const one = (name: string, shows: string, html: string, ...expected: readonly string[]): ForeignCase => ({ name, shows, format: 'html', bytes: () => bytesOf(html), expectedText: lines(...expected) })

const office = '<meta charset="utf-8"><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoTitle{text-align:center} .gone{display:none} --></style>'
const marker = (text: string, font = '') => `<![if !supportLists]><span lang=EN-US style='${font}'><span style='mso-list:Ignore'>${text}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>`

/** Bytes of a page in GBK: the escapes of RTF say them. */
function gbkPage(): Uint8Array {
  const text = gbk('整改方案。').replaceAll("\\'", '')
  return Uint8Array.from(Buffer.concat([Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><p>'), Buffer.from(text, 'hex'), Buffer.from('</p></body></html>')]))
}

const mime = (type: string, encoding: string, body: string) =>
  `From: <saved>\r\nSubject: =?utf-8?B?5pW05pS5?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_Next_1"\r\n\r\nThis is a multi-part message.\r\n\r\n------=_Next_1\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: file:///C:/a.htm\r\n\r\n${body}\r\n------=_Next_1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------=_Next_1--\r\n`

function quoted(text: string): string {
  const whole = [...bytesOf(text)].map((byte) => (byte >= 0x21 && byte <= 0x7e && byte !== 0x3d ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)).join('')
  return whole.replace(/(?:=..|[^=]){1,70}/g, (part) => `${part}=\r\n`)
}

export const htmlCases: readonly ForeignCase[] = [
  one('html-word', 'a paper saved by Word: numbers in spans to be ignored, footnote, tab, title by class', page(
    `<p class=MsoTitle>整改方案</p><h1>${marker('一、')}存在问题</h1><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>${marker('（一）')}学习方面</p><p>${marker('·', 'font-family:Symbol')}符号一条</p>` +
    `<p class=MsoNormal>有脚注<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>的<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>句子<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>` +
    `<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1">[1]</a> 脚注内容</p></div></div>`, office),
    '整改方案', '一、存在问题', '（一）学习方面', '符号一条', '有脚注的\t句子', ''),
  { name: 'html-gb2312', shows: 'a page in GBK that says gb2312', format: 'html', bytes: gbkPage, expectedText: '整改方案。' },
  one('html-lists', 'numbers of lists by type, start, value and backwards; signs dropped', page(
    '<ol><li>甲<li>乙<ol type=a><li>子<li>丑</ol></li></ol><ol start=5 type=I><li>丙</ol><ol reversed><li>丁<li value=1>戊</ol><ol style="list-style-type:cjk-ideographic"><li>己<li><p>庚</p><p>庚续</p></ol><ol style="list-style:none"><li>无号</ol><ul><li>圆点</ul>'),
    '1.甲', '2.乙', 'a.子', 'b.丑', 'V.丙', '2.丁', '1.戊', '一、己', '二、庚', '庚续', '无号', '圆点'),
  one('html-table', 'a table with heads and spans in both directions', page(
    '<p>表前</p><table><thead><tr><th>序号<th colspan=2>问题</thead><tr><td rowspan=2>1<td>甲<br>甲二<td>乙<tr><td>丙<td>丁</table><p>表后</p>'),
    '表前', '序号\t问题\t', '1\t甲', '甲二\t乙', '\t丙\t丁', '表后'),
  one('html-layout', 'tables that only lay out the page', page(
    '<table><tr><td><a href="/">首页</a></td><td><h2>存在问题</h2><p>学习不够。</p><table><tr><td>内甲<td>内乙<tr><td>内丙<td>内丁</table></td></tr></table>'),
    '首页', '存在问题', '学习不够。', '内甲\t内乙', '内丙\t内丁'),
  one('html-web', 'a web page: scripts, styles and controls dropped, its one h1 the title, lines wrapped in Chinese', page(
    '<script>var a = "<p>不是正文</p>"</script><nav><a>首页</a> | <a>新闻</a></nav><h1>某局整改方案</h1><h2>一、总体要求</h2><p>坚持问题导向，\n    逐项整改。English\nwords</p><p>&nbsp;&nbsp;空格&ensp;保留</p><button>打印</button><p style="display:none">看不见</p><div>散文字<div>内层</div>尾</div><style>p{}</style><!-- 注释 -->', '<meta charset="utf-8"><title>页名</title><style>p{color:red}</style>'),
    '首页 | 新闻', '某局整改方案', '一、总体要求', '坚持问题导向，逐项整改。English words', '\u00a0\u00a0空格\u2002保留', '散文字', '内层', '尾'),
  one('html-looks', 'centred, bold and underlined by tag and by style; insertions and deletions', page(
    '<center>居中</center><p align=center>也居中</p><p>普通<b>粗</b><span style="font-weight:700">也粗</span><u>线</u><a href="#" style="text-decoration:underline">链接</a></p><p>留<ins>入</ins><del>删</del>末</p><p>一<br>二</p>'),
    '居中', '也居中', '普通粗也粗线链接', '留入末', '一', '二'),
  one('html-libreoffice', 'notes as LibreOffice writes them', page(
    '<p>有注<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>。</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>注文</p></div>'), '有注。'),
  one('html-xhtml', 'XML in front, nothing of HTML behind', '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>整改方案</p></body></html>', '整改方案'),
  { name: 'mht-quoted', shows: 'a page saved in one file, quoted-printable', format: 'mht', bytes: () => bytesOf(mime('text/html; charset="utf-8"', 'quoted-printable', quoted(page('<p>整改=方案</p><p>第二段</p>', '')))), expectedText: lines('整改=方案', '第二段') },
  { name: 'mht-base64', shows: 'the same in base64, its characters named by the part alone', format: 'mht', bytes: () => bytesOf(mime('text/html; charset=utf-16le', 'base64', Buffer.from(`\ufeff${page('<p>整改方案</p>', '')}`, 'utf16le').toString('base64').replace(/.{76}/g, '$&\r\n'))), expectedText: '整改方案' },
]
