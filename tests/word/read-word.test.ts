import { describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { draftSchema } from '../../shared/document/draft.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { buildDocx, cell, paragraph, plain, row, run, table, type DocxParts } from './build-docx.ts'

async function read(parts: DocxParts) {
  const result = await readWord(buildDocx(parts), '材料.docx')
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const texts = async (body: string, more: Omit<DocxParts, 'body'> = {}) => (await read({ body, ...more })).paragraphs.map((one) => one.text)

describe('paragraphs', () => {
  test('in order, runs joined, blanks kept, empty ones too', async () => {
    expect(await texts(`${paragraph(run('一、') + run(' 总体 '))}${paragraph('')}${plain('末')}`)).toEqual(['一、 总体 ', '', '末'])
  })

  test('a soft return begins a new paragraph and is told of; a page break alone does not', async () => {
    const result = await read({ body: paragraph(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}`) + paragraph(`<w:r><w:br w:type="page"/></w:r>${run('丙')}`) })
    expect(result.paragraphs.map((one) => one.text)).toEqual(['甲', '乙', '丙'])
    expect(result.notes).toEqual(['段内手动换行 1 处，按另起一段处理。'])
  })

  test('tabs, hyphens and symbols', async () => {
    const result = await read({ body: paragraph('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="Bookshelf 7" w:char="F0A8"/><w:sym w:font="宋体" w:char="2460"/></w:r>') })
    expect(result.paragraphs[0]!.text).toBe('甲\t乙-□□①')
    expect(result.notes).toEqual(['特殊字体的符号 1 个，用“□”代替。'])
  })

  test('links, content controls, fields with their results, mathematics', async () => {
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run('2024年') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect(await texts(paragraph(`<w:hyperlink r:id="x">${run('链接')}</w:hyperlink><w:sdt><w:sdtContent>${run('控件')}</w:sdtContent></w:sdt>${field}<w:fldSimple w:instr="REF">${run('引用')}</w:fldSimple><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`)))
      .toEqual(['链接控件2024年引用x'])
    expect(await texts(`<w:sdt><w:sdtContent>${plain('段一')}${plain('段二')}</w:sdtContent></w:sdt>`)).toEqual(['段一', '段二'])
  })

  test('strict files and other prefixes', async () => {
    const document = '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>严格</x:t></x:r></x:p></x:body></x:document>'
    expect(await texts('', { document })).toEqual(['严格'])
  })

  test('a main part of another name', async () => {
    expect(await texts(plain('甲'), { main: 'word/document2.xml' })).toEqual(['甲'])
  })
})

describe('revisions', () => {
  test('insertions are kept, deletions dropped, both told of', async () => {
    const result = await read({ body: paragraph(`${run('原')}<w:ins>${run('增')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom>${run('移')}</w:moveFrom>`) })
    expect(result.paragraphs[0]!.text).toBe('原增')
    expect(result.notes).toEqual(['修订中插入的文字 1 处，按接受处理。', '修订中删除的文字 2 处，没有导入。'])
  })

  test('a paragraph whose end was deleted joins the next one', async () => {
    const deleted = '<w:rPr><w:del/></w:rPr>'
    expect(await texts(plain('上', deleted) + plain('下') + plain('末', deleted))).toEqual(['上下', '末'])
    expect(await texts(plain('上', deleted) + table(row(cell('甲'), cell('乙'))))).toEqual(['上', '甲\t乙'])
  })
})

describe('what is left out is counted', () => {
  test('pictures, notes, comments, hidden text, objects, outside content', async () => {
    const result = await read({
      body: paragraph(`${run('正文')}<w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:footnoteReference/></w:r><w:r><w:commentReference/></w:r><w:r><w:object/></w:r>${run('藏', '<w:vanish/>')}`) + '<w:altChunk r:id="c"/>',
      margins: { header1: plain('内部资料'), footer1: paragraph(''), footer2: plain('— 1 —') },
    })
    expect(result.paragraphs.map((one) => one.text)).toEqual(['正文'])
    expect(result.notes).toEqual([
      '隐藏文字 1 处，没有导入。', '图片 1 张，没有导入。', '嵌入的对象或外部内容 2 个，没有导入。', '脚注、尾注 1 条，正文不在文件里，没有导入。', '批注 1 条，正文不在文件里，没有导入。', '页眉、页脚 2 处（含页码），没有导入：“内部资料”。',
    ])
  })

  test('a table of contents', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>'
    const gallery = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${plain('目录')}${plain('一、…1')}</w:sdtContent></w:sdt>`
    const result = await read({ body: plain('一、总体要求 1', '<w:pStyle w:val="t1"/>') + gallery + plain('正文'), styles })
    expect(result.paragraphs.map((one) => one.text)).toEqual(['正文'])
    expect(result.notes).toEqual(['自动目录 3 行，没有导入。'])
  })

  test('text boxes are read once, before their paragraph', async () => {
    const box = (text: string) => `<w:txbxContent>${plain(text)}</w:txbxContent>`
    const result = await read({ body: paragraph(`${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('红头')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('红头')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`) })
    expect(result.paragraphs.map((one) => one.text)).toEqual(['红头', '正文'])
    expect(result.notes).toEqual(['文本框 1 个，文字放在所在段落之前。'])
  })
})

describe('hints', () => {
  const style = (id: string, name: string, more = '', type = 'paragraph') => `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
  const hint = async (body: string, styles = '') => (await read({ body, styles })).paragraphs[0]!.hint

  test('heading level by style name, style chain or outline level', async () => {
    expect(await hint(plain('甲', '<w:pStyle w:val="2"/>'), style('2', 'heading 2'))).toEqual({ level: 2 })
    expect(await hint(plain('甲', '<w:pStyle w:val="a"/>'), style('a', '我的标题', '<w:basedOn w:val="1"/>') + style('1', '标题 1'))).toEqual({ level: 1 })
    expect(await hint(plain('甲', '<w:outlineLvl w:val="2"/>'))).toEqual({ level: 3 })
    expect(await hint(plain('甲', '<w:outlineLvl w:val="9"/>'))).toBeUndefined()
    expect(await hint(plain('甲', '<w:pStyle w:val="6"/>'), style('6', 'heading 6'))).toBeUndefined()
    expect(await hint(plain('甲', '<w:pStyle w:val="a"/>'), style('a', '甲', '<w:basedOn w:val="b"/>') + style('b', '乙', '<w:basedOn w:val="a"/>'))).toBeUndefined()
  })

  test('heading level by the names programs and units give, and by a built-in style the file does not define', async () => {
    for (const [name, level] of [['标题 2', 2], ['Heading 3', 3], ['heading 1,H1', 1], ['二级标题', 2], ['公文一级标题', 1], ['标题三', 3], ['4级标题', 4]] as const) {
      expect(await hint(plain('甲', '<w:pStyle w:val="x"/>'), style('x', name))).toEqual({ level })
    }
    for (const name of ['标题党', '副标题', '标题样式', 'heading', '正文标题 1 字符']) expect(await hint(plain('甲', '<w:pStyle w:val="x"/>'), style('x', name))).toBeUndefined()
    expect(await hint(plain('甲', '<w:pStyle w:val="Heading2"/>'))).toEqual({ level: 2 })
    // A heading style set back to body text is none.
    expect(await hint(plain('甲', '<w:pStyle w:val="x"/>'), style('x', 'heading 1', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'))).toBeUndefined()
  })

  test('title and centring', async () => {
    expect(await hint(plain('方案', '<w:pStyle w:val="T"/>'), style('T', 'Title', '<w:pPr><w:jc w:val="center"/></w:pPr>'))).toEqual({ title: true, centred: true })
    expect(await hint(plain('方案', '<w:jc w:val="center"/>'))).toEqual({ centred: true })
  })

  test('bold and underline by run or character style, with 0 as off; not in headings', async () => {
    const body = paragraph(run('甲') + run('乙', '<w:b/>') + run('丙', '<w:b/>') + run('丁', '<w:b w:val="0"/><w:u w:val="single"/>') + run('戊', '<w:rStyle w:val="s"/>'))
    const styles = style('s', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character')
    expect((await hint(body, styles))?.formats).toEqual([{ from: 1, to: 3, bold: true }, { from: 3, to: 4, underline: true }, { from: 4, to: 5, bold: true }])
    expect(await hint(paragraph(run('甲', '<w:b/>'), '<w:outlineLvl w:val="0"/>'))).toEqual({ level: 1 })
  })

  test('bold survives cleaning: the blanks before it go, it stays on its words', async () => {
    const { paragraphs } = await read({ body: plain('某局整改方案', '<w:jc w:val="center"/>') + paragraph(run('　　坚持') + run('问题导向', '<w:b/>') + run('，抓好落实，务求实效。')) })
    const { draft } = recognise(paragraphs, { draftId: 'd' })
    expect(draft.blocks.at(-1)).toMatchObject({ runs: [{ text: '坚持' }, { text: '问题导向', bold: true }, { text: '，抓好落实，务求实效。' }] })
  })
})

describe('tables', () => {
  const first = async (body: string) => (await read({ body })).paragraphs[0]!

  test('rows and cells, several paragraphs in a cell, header rows', async () => {
    const header = '<w:tr><w:trPr><w:tblHeader/></w:trPr>' + cell('序号') + cell('问题') + '</w:tr>'
    const found = await first(table(header, row(cell('1'), cell('甲\n乙'))))
    expect(found.hint?.table).toEqual({ rows: [['序号', '问题'], ['1', '甲\n乙']], headerRows: 1 })
    expect(found.text).toBe('序号\t问题\n1\t甲\n乙')
  })

  test('merged cells give their text once and keep the columns in line', async () => {
    const result = await read({ body: table(
      row(cell('类别'), cell('问题', '<w:gridSpan w:val="2"/>')),
      row(cell('学习', '<w:vMerge w:val="restart"/>'), cell('甲'), cell('乙')),
      row(cell('', '<w:vMerge/>'), cell('丙'), cell('丁')),
      row(cell('合计', '<w:gridSpan w:val="3"/>')),
    ) })
    expect(result.paragraphs[0]!.hint?.table?.rows).toEqual([['类别', '问题', ''], ['学习', '甲', '乙'], ['', '丙', '丁'], ['合计']])
    expect(result.notes).toEqual(['合并的单元格 2 处，文字只取一次。'])
  })

  test('a frame of one column is no table', async () => {
    const result = await read({ body: table(row(cell('甲\n乙')), row(cell('丙'))) })
    expect(result.paragraphs.map((one) => one.text)).toEqual(['甲', '乙', '丙'])
    expect(result.notes).toEqual(['只有一列的表格 1 个，按正文段落处理。'])
  })

  test('a table inside a cell, and what no cell may hold', async () => {
    const inner = `<w:tc>${table(row(cell('内'), cell('外')))}<w:p/></w:tc>`
    const result = await read({ body: table(row(inner, cell('甲&#x7f;\u2028乙')), row(cell('a'), `<w:tc>${paragraph('<w:r><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r>')}</w:tc>`)) })
    expect(result.paragraphs[0]!.hint?.table?.rows).toEqual([['内 外', '甲乙'], ['a', 'c d']])
    const { draft, understood } = recognise(result.paragraphs, { draftId: 'd' })
    expect(understood).toBe(true)
    expect(draftSchema.safeParse(draft).success).toBe(true)
  })

  test('an absurd span does no harm', async () => {
    const found = await first(table(row(cell('甲', '<w:gridSpan w:val="9999"/>'), cell('乙'))))
    expect(found.hint!.table!.rows[0]!.length).toBeLessThanOrEqual(63)
  })

  test('text around a table is not joined across it', async () => {
    const body = plain('测试区档案馆整改方案', '<w:jc w:val="center"/>') + plain('以下所列各项工作要求，都是会上已经明确提出来的，') + table(row(cell('序号'), cell('问题')), row(cell('1'), cell('甲'))) + plain('各单位要抓好落实，确保按时完成。')
    const { draft, understood } = recognise((await read({ body })).paragraphs, { draftId: 'd' })
    expect(understood).toBe(true)
    expect(draft.blocks.map((block) => block.role)).toEqual(['title', 'paragraph', 'table', 'paragraph'])
  })
})
