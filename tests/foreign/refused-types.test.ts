/** Types that are not read are refused by name, with what to do. */
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { sniffType } from '../../electron/backend/files/sniff-type.ts'

const ole = (...names: string[]) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(64), ...names.map((name) => Buffer.from(name, 'utf16le'))])
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])), { level: 0 })
const opened = (type: string) => zipSync({ mimetype: strToU8(type), 'content.xml': strToU8('<x/>') }, { level: 0 })
const xml = (root: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<!-- 注释 -->\n${root}`)

describe('W27 refused by name', () => {
  test.each([
    ['PDF 文件', Buffer.from('%PDF-1.7\n')], ['标文通文档（.uof）', xml('<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>')], ['标文通文档（.uof）', zip('_meta/meta.xml', 'uof.xml')], ['OFD 版式文件', zip('OFD.xml')],
    ['电子表格（.xlsx）', zip('[Content_Types].xml', 'xl/workbook.xml')], ['演示文稿（.pptx）', zip('[Content_Types].xml', 'ppt/presentation.xml')], ['压缩包（.zip）', zip('一.txt')], ['EPUB 电子书', opened('application/epub+zip')],
    ['OpenDocument 表格（.ods）', opened('application/vnd.oasis.opendocument.spreadsheet')], ['OpenDocument 演示文稿（.odp）', opened('application/vnd.oasis.opendocument.presentation')],
    ['旧版电子表格（.xls、.et）', ole('Workbook')], ['旧版演示文稿（.ppt、.dps）', ole('PowerPoint Document')], ['早期 WPS', ole('WPSDocument')], ['Microsoft Works', ole('MatOST')], ['Outlook 邮件', ole('__substg1.0_1000001F')],
    ['旧版 Office 或 WPS 文件', ole('Something')], ['电子表格（XML）', xml('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')], ['SVG 图片', xml('<svg/>')], ['XML 文件', xml('<a/>')],
    ['邮件（.eml）', Buffer.from('Subject: 甲\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n正文')], ['Word 2.0/6.0/95', Buffer.concat([Buffer.from([0xdb, 0xa5, 0x2d, 0]), Buffer.alloc(600)])],
  ])('%s', async (label, bytes) => {
    const read = await readDocument({ name: '材料.docx', bytes: new Uint8Array(bytes) })
    expect(read).toMatchObject({ ok: false, error: { code: 'FILE_TYPE_UNSUPPORTED' } })
    if (read.ok) return
    expect(read.error.message).toContain(label)
    expect(read.error.message).toContain('材料.docx')
    expect(read.error.message).toMatch(/在 Word 或 WPS 中.*另存为 \.docx/)
  })
  test('a file with a password says so', async () => {
    const read = await readDocument({ name: '密.docx', bytes: new Uint8Array(ole('EncryptedPackage')) })
    expect(read.ok ? '' : read.error.message).toMatch(/“密.docx”设了打开密码.*去掉密码/)
  })
  test('plain text that opens like something else stays text', () => {
    for (const text of ['Subject: 关于整改\n正文', 'From: 某局\n\n正文', '<整改方案>\n一、总体要求', '<p>整改方案</p>', '标题: 一\n内容: 二', '# 整改方案\n\n- 甲']) expect(sniffType(Buffer.from(text)), text).toEqual({ kind: 'text' })
  })
})
