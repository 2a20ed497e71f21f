/** Templates of a unit's own: fields found, faults told with their place, filled so that Word and the validator agree, hostile files held. */
import validate from '@ooxml-tools/validate'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkTemplate, fillTemplate } from '../../electron/backend/template/fill-template.ts'
import { openTemplate } from '../../electron/backend/template/open-template.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { templateData } from '../../shared/template/template-data.ts'
import { fieldKind } from '../../shared/template/template-fields.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layoutOf, layouts } from '../support/layouts.ts'
import { itemTable, line, run, section, usualBody, wordTemplate, type TemplateParts } from '../support/word-template.ts'
import { all, parse } from './structure-checks.ts'

const layout = layoutOf('common')
const { official: _o, notes: _n, ...bare } = fullDraft
const draft: Draft = {
  ...bare, meta: { unit: '测试区档案馆', classification: '内部' },
  official: { copyNumber: '000012', head: { marks: ['测试区档案馆文件'], documentNumber: '测档发〔2024〕3号' } },
}
const partOf = (bytes: Uint8Array, name = 'word/document.xml') => strFromU8(unzipSync(bytes)[name]!)
const filled = async (template: Uint8Array | TemplateParts, of: Draft = draft, use = layout) => {
  const result = await fillTemplate('局模板', template instanceof Uint8Array ? template : wordTemplate(template), of, use)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const checked = async (parts: TemplateParts) => {
  const result = await checkTemplate('局模板.docx', wordTemplate(parts))
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const faultsOf = async (body: string) => {
  const result = await checkTemplate('局模板.docx', wordTemplate({ body }))
  if (result.ok) throw new Error('no fault found')
  expect(result.error.code).toBe('TEMPLATE_BROKEN')
  return (result.error.data as { readonly faults: readonly { readonly message: string; readonly place: string }[] }).faults
}
const ml = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const plainMargins = { extra: { 'word/header1.xml': `<w:hdr ${ml}>${line('内部文件')}</w:hdr>`, 'word/footer1.xml': `<w:ftr ${ml}>${line('第 1 页')}</w:ftr>` } }
const texts = (xml: string) => all(parse(xml), 'w:p').map((paragraph) => all(paragraph, 'w:t').map((one) => one.text).join(''))
const validity = async (bytes: Uint8Array) => (await validate(bytes, 'docx', 'Microsoft365')).map((one) => `${one.path.xpath}: ${one.description}`)

describe('U12 the fields of a template', () => {
  it('U12 are found with their kind and place, also where Word cut them into runs, in header and footer', async () => {
    const { findings } = await checked({})
    const names = findings.fields.map(({ name, kind }) => `${name}:${kind}`)
    expect(names).toEqual(expect.arrayContaining(['标题:field', '密级:field', '份号:field', '正文:body', '整改事项:loop', '序号:field', '问题:field', '方面:loop', '名称:field', '单位:field', '署名:field']))
    expect(findings.fields.filter((one) => one.kind === 'unknown')).toEqual([])
    expect(findings.fields.find((one) => one.name === '单位')!.place).toBe('页眉“{单位}内部文件”处')
    expect(findings.notes).toEqual([])
  })
  it('U12 are known only where they make sense', () => {
    expect([fieldKind('标题', []), fieldKind('问题', []), fieldKind('问题', ['整改事项']), fieldKind('正文', ['整改事项']), fieldKind('标题', ['整改事项']), fieldKind('方面', ['方面']), fieldKind('constructor', []), fieldKind('副题', [])])
      .toEqual(['field', undefined, 'field', undefined, 'field', undefined, undefined, 'field'])
  })
  it('U12 those that are unknown are told of with the words around them, and stay', async () => {
    const { findings } = await checked({ body: line('联系电话：{电话}，{标题}') + line('{正文}') + line('{#附表}备查{/附表}') })
    expect(findings.notes.join('')).toContain('{电话}（正文“联系电话：{电话}，{标题}”处）')
    const { bytes, notes } = await filled({ body: line('联系电话：{电话}，{标题}') + line('{问题}') + line('{#附表}备查{/附表}') + line('{正文}') })
    const found = texts(partOf(bytes))
    expect(found[0]).toContain('联系电话：{电话}，测试区档案馆')
    expect(found.some((text) => text === '{问题}')).toBe(true)
    expect(found.some((text) => text.includes('备查'))).toBe(true)
    expect(notes.join('')).toMatch(/不认识的字段，原样留着：\{电话\}、\{问题\}、\{附表\}/u)
  })
  it.each([
    ['full-width braces', line('｛标题｝') + line('{正文}'), /全角花括号/],
    ['nothing', line('固定文字'), /模板里没有字段/],
    ['no text', line('{标题}'), /模板里没有 \{正文\}/],
  ])('U12 %s is told of', async (_, body, words) => expect((await checked({ body, ...plainMargins })).findings.notes.join('')).toMatch(words))
  it.each([
    ['a brace that is not closed', line('甲 {标题 乙'), /少了右花括号/, '正文'],
    ['a brace that is not opened', line('甲 标题} 乙'), /少了左花括号/, '正文'],
    ['a loop without end', line('{#整改事项}{问题}'), /没有结尾，少了“\{\/整改事项\}”/, '正文“{#整改事项}{问题}”处'],
    ['a loop without beginning', line('{问题}{/整改事项}'), /没有开头/, '正文“{问题}{/整改事项}”处'],
    ['a loop closed by another name', line('{#整改事项}{问题}{/方面}'), /结尾写的是别的名称|没有结尾|没有开头/, '正文'],
    ['the text beside other words', line('如下：{正文}。'), /要单独占一段/, '正文'],
    ['the end of a section in the text’s paragraph', `<w:p><w:pPr>${section.replace(/<w:headerReference.*?\/>|<w:footerReference.*?\/>/gu, '')}</w:pPr>${run('{正文}')}</w:p>`, /分节符/, '正文'],
  ])('U12 %s is refused with its place', async (_, body, words, place) => {
    const faults = await faultsOf(body)
    expect(faults.map((one) => one.message).join('')).toMatch(words)
    expect(faults[0]!.place.startsWith(place), faults[0]!.place).toBe(true)
  })
})

describe('U13 a filled template', () => {
  it.each(layouts.map((one) => [one.name, one] as const))('U13 has no fault for the validator, %s', async (_, use) => {
    expect(await validity((await filled(wordTemplate(), draft, use)).bytes)).toEqual([])
  }, 60_000)
  it('U13 a template alone has no fault either, so that the proof is of what was filled in', async () => expect(await validity(wordTemplate())).toEqual([]), 60_000)

  it('U13 keeps styles, header, footer, page and grid of the template', async () => {
    const { bytes } = await filled({})
    const before = unzipSync(wordTemplate())
    const after = unzipSync(bytes)
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort())
    for (const name of ['word/styles.xml', 'word/settings.xml', '[Content_Types].xml']) expect(strFromU8(after[name]!).replace(/<\?xml.*?\?>/u, '')).toBe(strFromU8(before[name]!).replace(/<\?xml.*?\?>/u, ''))
    expect(partOf(bytes)).toContain(section)
    expect(texts(partOf(bytes, 'word/header1.xml'))).toEqual(['测试区档案馆内部文件'])
    expect(texts(partOf(bytes, 'word/footer1.xml'))[0]).toContain('测试区档案馆领导班子2024年巡察整改专题民主生活会整改方案')
  })

  it('U13 fills fields, rows and groups from the draft’s own record', async () => {
    const { bytes, notes } = await filled({})
    const found = texts(partOf(bytes))
    expect(found[0]).toBe('内部　　份号：000012')
    expect(found[1]).toBe('测档发〔2024〕3号')
    expect(found).toContain('区委巡察工作领导小组办公室：')
    const data = templateData(draft)
    const items = data['整改事项'] as readonly Readonly<Record<string, string>>[]
    expect(items.length).toBeGreaterThan(3)
    const rows = all(parse(partOf(bytes)), 'w:tbl').at(-1)!.children.filter((child) => child.name === 'w:tr')
    expect(rows).toHaveLength(items.length + 1)
    expect(all(rows[1]!, 'w:tc').map((one) => all(one, 'w:p').map((entry) => all(entry, 'w:t').map((text) => text.text).join('')).join('\n'))).toEqual(['序号', '问题', '措施', '时限', '责任'].map((name) => items[0]![name]!))
    expect(found.some((text) => text.startsWith('（一）学习方面'))).toBe(true)
    expect(notes.some((note) => note.includes('不认识'))).toBe(false)
  })

  it('U13 the text says all of its format itself, and what has a field of its own is not printed twice', async () => {
    const { bytes } = await filled({})
    const document = parse(partOf(bytes))
    const body = all(document, 'w:p').filter((paragraph) => all(paragraph, 'w:snapToGrid').length > 0)
    expect(body.length).toBeGreaterThan(30)
    for (const paragraph of body) {
      expect(all(paragraph, 'w:pStyle')).toEqual([])
      for (const one of all(paragraph, 'w:r')) for (const name of ['w:rFonts', 'w:sz', 'w:color', 'w:i', 'w:b', 'w:u', 'w:spacing']) expect(all(one, name), name).toHaveLength(1)
      const spacing = paragraph.children[0]!.children.find((one) => one.name === 'w:spacing')!
      expect(spacing.attributes).toMatchObject({ 'w:lineRule': 'exact', 'w:beforeLines': '0', 'w:before': '0' })
    }
    const heading = body.find((paragraph) => all(paragraph, 'w:t').some((one) => one.text === '总体要求'))!
    expect(all(heading, 'w:rFonts')[0]!.attributes['w:eastAsia']).toBe(layout.styles.heading1.font.chinese)
    expect(all(heading, 'w:outlineLvl')[0]!.attributes['w:val']).toBe('0')
    const titles = texts(partOf(bytes)).filter((text) => text.includes('巡察整改专题民主生活会'))
    expect(titles).toHaveLength(1)
    // Tables keep to the template's page: 11906 − 2 × 1533.
    expect(all(document, 'w:tblW')[0]!.attributes['w:w']).toBe('8840')
    expect(all(document, 'w:gridCol').slice(0, 7).reduce((sum, one) => sum + Number(one.attributes['w:w']), 0)).toBe(8840)
  })

  it('U13 what the template has no field for stays in the text: nothing is lost', async () => {
    const { bytes } = await filled({ body: line('{正文}') })
    const found = texts(partOf(bytes)).join('\n')
    for (const words of ['测试区档案馆领导班子2024年巡察整改', '（征求意见稿）', '区委巡察工作领导小组办公室：']) expect(found).toContain(words)
  })

  it('U13 what the draft does not have is left blank and told of; a condition hides what is around it', async () => {
    const { notes, bytes } = await filled({ body: line('{紧急程度}{#密级}密级：{密级}{/密级}{#签发人}签发人：{签发人}{/签发人}') + line('{正文}') })
    expect(notes.join('')).toContain('留了空：{紧急程度}、{签发人}')
    expect(texts(partOf(bytes))[0]).toBe('密级：内部')
  })

  it('U13 signs that XML gives a meaning to come out as typed', async () => {
    const { bytes } = await filled({ body: line('{标题}') + line('{单位}') + line('{正文}') }, { ...draft, meta: { unit: '甲 & 乙 <丙> {标题}' }, blocks: [{ role: 'paragraph', id: 'p', runs: [{ text: '1 < 2 & {标题} “引”' }] }] })
    expect(texts(partOf(bytes))).toEqual([draft.title, '甲 & 乙 <丙> {标题}', '1 < 2 & {标题} “引”'])
  })

  it('U13 the text in a table’s cell, and a text that ends in a table, leave a file Word opens', async () => {
    const table = draft.blocks.find((block) => block.role === 'table')!
    const template = { body: itemTable.replace('序号', '{正文}').replace(/\{#整改事项\}.*?\{\/整改事项\}/su, '') + line('') }
    expect(await validity((await filled(template, { ...draft, blocks: [table] })).bytes)).toEqual([])
  }, 60_000)

  it('U13 lines of a value become paragraphs with the format of theirs; a section’s end stays at the last', async () => {
    const marks = { ...draft, official: { head: { marks: ['甲局', '乙局'] } } }
    const inner = section.replace(/<w:headerReference.*?\/>|<w:footerReference.*?\/>/gu, '')
    const { bytes } = await filled({ body: `<w:p><w:pPr><w:pageBreakBefore/><w:jc w:val="center"/>${inner}</w:pPr>${run('机关：')}${run('{发文机关标志}', '<w:b/>')}${run('联合')}</w:p>${line('{正文}')}` }, marks)
    const [first, second] = all(parse(partOf(bytes)), 'w:p') as [ReturnType<typeof parse>, ReturnType<typeof parse>]
    expect([first, second].map((one) => all(one, 'w:t').map((text) => text.text).join(''))).toEqual(['机关：甲局', '乙局联合'])
    expect([first, second].map((one) => [all(one, 'w:pageBreakBefore').length, all(one, 'w:jc').length, all(one, 'w:sectPr').length, all(one, 'w:b').length])).toEqual([[1, 1, 0, 1], [0, 1, 1, 1]])
    expect(await validity(bytes)).toEqual([])
  }, 60_000)

  it('U13 the same draft gives the same bytes', async () => expect((await filled({})).bytes).toEqual((await filled({})).bytes))
})

describe('U14 hostile and odd files', () => {
  const macros = { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml', relations: '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>', extra: { 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) }, types: '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>' }
  it('U14 macros are dropped, told of, and the rest is a plain Word file', async () => {
    const { bytes, findings } = await checked(macros)
    expect(findings.notes.join('')).toContain('宏已去掉')
    expect(Object.keys(unzipSync(bytes))).not.toContain('word/vbaProject.bin')
    expect(partOf(bytes, '[Content_Types].xml')).not.toMatch(/macroEnabled|vbaProject/u)
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).not.toContain('vbaProject')
    expect(await validity((await filled(bytes)).bytes)).toEqual([])
  }, 60_000)
  it('U14 a .dotx is taken as what it is', async () => {
    const { bytes } = await checked({ mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml' })
    expect(partOf(bytes, '[Content_Types].xml')).toContain('document.main+xml')
  })
  it('U14 a template attached from elsewhere is let go of', async () => {
    const settings = `<?xml version="1.0"?><w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="rId1"/></w:settings>`
    const rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://198.51.100.1/evil.dotm" TargetMode="External"/></Relationships>'
    const { bytes, findings } = await checked({ extra: { 'word/settings.xml': settings, 'word/_rels/settings.xml.rels': rels } })
    expect(findings.notes.join('')).toContain('已解除')
    expect(Object.values(unzipSync(bytes)).map((part) => strFromU8(part, true)).join('')).not.toMatch(/198\.51\.100\.1|attachedTemplate r:id/u)
  })
  it.each([
    ['an image elsewhere', { relations: '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://198.51.100.1/a.png" TargetMode="External"/>' }],
    ['an object elsewhere', { relations: '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject" Target="file:///c:/x.exe" TargetMode="External"/>' }],
    ['a DDE field', { body: usualBody + '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' }],
  ] as readonly (readonly [string, TemplateParts])[])('U14 %s is refused', async (_, parts) => {
    expect(await checkTemplate('坏.docx', wordTemplate(parts))).toMatchObject({ ok: false, error: { code: 'TEMPLATE_EXTERNAL', message: expect.stringContaining('没有加入') } })
  })
  it('U14 a link a reader follows stays', async () => {
    const result = await checkTemplate('好.docx', wordTemplate({ relations: '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.invalid" TargetMode="External"/>' }))
    expect(result.ok).toBe(true)
  })
  const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 9 })
  it.each([
    ['nothing', new Uint8Array(), 'FILE_EMPTY'],
    ['text', strToU8('{标题}'), 'TEMPLATE_NOT_WORD'],
    ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]), 'TEMPLATE_NOT_WORD'],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'TEMPLATE_NOT_WORD'],
    ['a zip bomb', bomb, 'FILE_LIMITS'],
    ['a file cut off', wordTemplate().slice(0, 2000), 'FILE_DAMAGED'],
    ['entities of its own', wordTemplate({ extra: { 'word/header1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:hdr>' } }), 'FILE_DAMAGED'],
    ['XML that is none', wordTemplate({ extra: { 'word/footer1.xml': '<w:ftr><w:p></w:ftr>' } }), 'FILE_DAMAGED'],
    ['nesting without end', wordTemplate({ body: '<w:p>'.repeat(400) + '</w:p>'.repeat(400) }), 'FILE_LIMITS'],
    ['more than 10 MB', new Uint8Array(11 * 1024 * 1024), 'TEMPLATE_TOO_LARGE'],
  ] as readonly (readonly [string, Uint8Array, string])[])('U14 %s ends in one clear failure', async (_, bytes, code) => {
    expect(await openTemplate('文件.docx', bytes)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('D5 any bytes', () => {
  it('D5 U14 mutated templates end in a checked template or one typed failure', async () => {
    let seed = 20240318
    const next = (below: number) => ((seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) >>> 8) % below
    const parts = unzipSync(wordTemplate())
    const names = Object.keys(parts)
    const ends = new Map<string, number>()
    for (let round = 0; round < 400; round += 1) {
      const changed = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, bytes.slice()]))
      const name = names[next(names.length)]!
      const part = changed[name]!
      const inFields = next(3) > 0
      for (let count = next(3) + 1; count > 0; count -= 1) {
        // Most of them among the signs of fields, where the template's own parser decides; the others anywhere.
        const signs = inFields ? [...changed['word/document.xml']!.keys()].filter((at) => '{}#'.includes(String.fromCharCode(changed['word/document.xml']![at]!))) : []
        if (signs.length > 0) changed['word/document.xml']![signs[next(signs.length)]!] = '{}#/^@.'.charCodeAt(next(7))
        else part[next(part.length)] = next(256)
      }
      const zipped = zipSync(changed)
      const bytes = next(8) === 0 ? zipped.slice(0, next(zipped.length)) : zipped
      const checkedOne = await checkTemplate('变.docx', bytes)
      const end = checkedOne.ok ? 'ok' : checkedOne.error.code
      ends.set(end, (ends.get(end) ?? 0) + 1)
      if (!checkedOne.ok || round % 4 !== 0) continue
      const result = await fillTemplate('变', checkedOne.value.bytes, draft, layout)
      expect(result.ok || result.error.code.startsWith('TEMPLATE_')).toBe(true)
    }
    // All ways of ending were met, so that the rounds prove something.
    expect([...ends.keys()].sort()).toEqual(expect.arrayContaining(['FILE_DAMAGED', 'TEMPLATE_BROKEN', 'ok']))
  }, 120_000)
})
