/** Parts that say nothing of the paper itself: settings, fonts, theme. */
import type { PrintDocument } from '../../../shared/print/print-types.ts'
import { noLineBreaksAfter, noLineBreaksBefore } from '../../../shared/typeset/flavour.ts'
import { element, part, toggle, value, xmlDeclaration } from './xml.ts'

const compatSetting = (name: string, val: number) =>
  element('w:compatSetting', { 'w:name': name, 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': val })

/**
 * The usual set of Chinese Word. Mode 15, or Word says 兼容模式; never useFELayout, which changes line heights
 * (word-format.md §3).
 */
const compat = element('w:compat', {},
  '<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>',
  compatSetting('compatibilityMode', 15), compatSetting('overrideTableStyleFontSizeAndJustification', 1),
  compatSetting('enableOpenTypeFeatures', 1), compatSetting('doNotFlipMirrorIndents', 1), compatSetting('differentiateMultirowTableHeaders', 1))

const colourMapping = element('w:clrSchemeMapping', {
  'w:bg1': 'light1', 'w:t1': 'dark1', 'w:bg2': 'light2', 'w:t2': 'dark2', 'w:accent1': 'accent1', 'w:accent2': 'accent2', 'w:accent3': 'accent3',
  'w:accent4': 'accent4', 'w:accent5': 'accent5', 'w:accent6': 'accent6', 'w:hyperlink': 'hyperlink', 'w:followedHyperlink': 'followedHyperlink',
})

export function settingsPart({ options, pageNumber }: PrintDocument): string {
  return part('w:settings',
    element('w:zoom', { 'w:percent': 100 }), toggle('w:bordersDoNotSurroundHeader', true), toggle('w:bordersDoNotSurroundFooter', true),
    value('w:defaultTabStop', 420),
    pageNumber.place === 'outside' ? '<w:evenAndOddHeaders/>' : '',
    value('w:characterSpacingControl', options.compressPunctuation ? 'compressPunctuation' : 'doNotCompress'),
    lineBreakLists,
    compat, element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }), colourMapping,
    value('w:decimalSymbol', '.'), value('w:listSeparator', ','))
}

/**
 * What begins or ends no line in Chinese, as Chinese Word writes it: without the lists a program goes by its own, which are
 * those of the language it was installed in.
 */
const lineBreakLists = [
  element('w:noLineBreaksAfter', { 'w:lang': 'zh-CN', 'w:val': noLineBreaksAfter }),
  element('w:noLineBreaksBefore', { 'w:lang': 'zh-CN', 'w:val': noLineBreaksBefore }),
].join('')

/**
 * The name under which another system has the same face: 仿宋_GB2312 is 仿宋 where only Windows' own fonts are installed, and
 * UOS and 麒麟 have those of 方正. One name each: Word takes a list with commas for a single name ([MS-OE376], altName).
 */
const otherNames: Readonly<Record<string, string>> = {
  '仿宋_GB2312': '仿宋', '楷体_GB2312': '楷体', '方正小标宋简体': '方正小标宋_GBK', '宋体': 'SimSun', '黑体': 'SimHei', '仿宋': 'FangSong', '楷体': 'KaiTi',
  '方正仿宋_GBK': '仿宋_GB2312', '方正楷体_GBK': '楷体_GB2312', '方正黑体_GBK': '黑体', '方正小标宋_GBK': '方正小标宋简体', '方正书宋_GBK': '宋体', '方正仿宋简体': '仿宋_GB2312', '方正楷体简体': '楷体_GB2312', '方正黑体简体': '黑体',
}

/** Western fonts have other data; all else is taken for Chinese (character set 0x86). */
function fontEntry(name: string): string {
  const western = /^[\u0020-\u007e]+$/.test(name)
  const other = otherNames[name]
  return element('w:font', { 'w:name': name },
    other === undefined ? '' : value('w:altName', other),
    value('w:charset', western ? '00' : '86'), value('w:family', western ? 'roman' : name.includes('黑体') ? 'modern' : 'auto'), value('w:pitch', 'variable'))
}

export function fontTablePart({ typeStyles, table, pageNumber }: PrintDocument): string {
  const types = [...Object.values(typeStyles), table.text, table.head, pageNumber.type]
  const names = new Set(types.flatMap(({ font }) => [font.chinese, font.latin]))
  return part('w:fonts', ...[...names].map(fontEntry))
}

const typeface = '<a:latin typeface="宋体"/><a:ea typeface="宋体"/><a:cs typeface=""/><a:font script="Hans" typeface="宋体"/>'
const colour = (name: string, rgb: string) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const line = (width: number) => `<a:ln w="${width}">${fill}</a:ln>`
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'

/** No style refers to it, yet Word adds its own theme with Calibri and 等线 where there is none, and WPS then misses those fonts. */
export const themePart = `${xmlDeclaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="整稿"><a:themeElements><a:clrScheme name="整稿">${[
  colour('dk1', '000000'), colour('lt1', 'FFFFFF'), colour('dk2', '000000'), colour('lt2', 'FFFFFF'), colour('accent1', '000000'), colour('accent2', '404040'),
  colour('accent3', '595959'), colour('accent4', '7F7F7F'), colour('accent5', 'A6A6A6'), colour('accent6', 'BFBFBF'), colour('hlink', '000000'), colour('folHlink', '000000'),
].join('')}</a:clrScheme><a:fontScheme name="整稿"><a:majorFont>${typeface}</a:majorFont><a:minorFont>${typeface}</a:minorFont></a:fontScheme><a:fmtScheme name="整稿"><a:fillStyleLst>${
  fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${
  fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`

