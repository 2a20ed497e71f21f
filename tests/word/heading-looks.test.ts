/** Headings by look: helpful where the text says nothing, silent everywhere else. */
import { describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { blockText } from '../../shared/document/runs.ts'
import { buildDocx, paragraph, plain, run } from './build-docx.ts'

const font = (name: string, size = 32, more = '') => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}"/>${more}<w:sz w:val="${size}"/>`
const set = (text: string, look: string, properties = '') => paragraph(run(text, look), properties)
const centre = '<w:jc w:val="center"/>'
const body = (text = '坚持问题导向，压实整改责任，明确整改措施和完成时限，确保各项任务见到成效。') => set(text, font('仿宋_GB2312'))
const hei = (text: string) => set(text, font('黑体'))
const kai = (text: string) => set(text, font('楷体_GB2312'))
const bold = (text: string) => set(text, font('仿宋_GB2312', 32, '<w:b/>'))

async function read(content: string, styles = '') {
  const result = await readWord(buildDocx({ body: content, styles }), '材料.docx')
  if (!result.ok) throw new Error(result.error.code)
  return result.value.paragraphs
}
const hints = async (content: string, styles = '') => (await read(content, styles)).map(({ hint }) => hint?.level ?? (hint?.title ? 'title' : undefined))

describe('W10 looks give hints', () => {
  test('黑体 is the first level, 楷体 the second, bold 仿宋 the third', async () => {
    const content = body('根据上级要求，结合我局实际，现将有关整改工作安排如下，请认真抓好落实。') + hei('总体要求') + body() + hei('主要任务') + kai('学习方面') + bold('抓好集中学习') + body() + bold('抓好个人自学') + body() + kai('作风方面') + body()
    expect(await hints(content)).toEqual([undefined, 1, undefined, 1, 2, 3, undefined, 3, undefined, 2, undefined])
  })

  test('large and centred at the head is the title, where no line says what the paper is', async () => {
    const content = set('在全县水利工作会议上的', font('方正小标宋简体', 44), centre) + set('致辞', font('方正小标宋简体', 44), centre) + body()
    expect(await hints(content)).toEqual(['title', 'title', undefined])
    const { draft } = recognise(await read(content), { draftId: 'd' })
    expect(draft.blocks.map((block) => [block.role, blockText(block).slice(0, 12)])).toEqual([['title', '在全县水利工作会议上的'], ['title', '致辞'], ['paragraph', '坚持问题导向，压实整改责']])
  })

  test('through styles, defaults and theme fonts; bold of the heading is no stress', async () => {
    const styles = `<w:docDefaults><w:rPrDefault><w:rPr>${font('仿宋')}</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="k"><w:name w:val="小标题"/><w:rPr><w:rFonts w:eastAsia="SimHei"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="k2"><w:name w:val="照小标题"/><w:basedOn w:val="k"/></w:style>`
    const text = plain('坚持问题导向，压实整改责任，明确整改措施和完成时限，确保各项任务见到成效。')
    const content = text + paragraph(run('总体要求', '<w:b/>'), '<w:pStyle w:val="k"/>') + text + plain('主要任务', '<w:pStyle w:val="k2"/>') + text
    const paragraphs = await read(content, styles)
    expect(paragraphs.map((one) => one.hint?.level)).toEqual([undefined, 1, undefined, 1, undefined])
    expect(paragraphs[1]!.hint).toEqual({ level: 1 })
  })

  test('the first heading stands right below the title', async () => {
    const content = set('某县水务局整改方案', font('方正小标宋简体', 44), centre) + hei('总体要求') + body() + hei('主要任务') + body() + hei('工作保障') + body()
    expect(await hints(content)).toEqual([undefined, 1, undefined, 1, undefined, 1, undefined])
    const { draft } = recognise(await read(content), { draftId: 'd' })
    expect(draft.blocks.map((block) => block.role)).toEqual(['title', 'heading1', 'paragraph', 'heading1', 'paragraph', 'heading1', 'paragraph'])
  })

  test('bold headings alone are those of the first level; below 一、 they are those of the next', async () => {
    const plainText = body()
    expect(await hints(plainText + bold('总体要求') + plainText + bold('主要任务') + plainText)).toEqual([undefined, 1, undefined, 1, undefined])
    expect(await hints(hei('一、主要任务') + kai('学习方面') + plainText + kai('作风方面') + plainText)).toEqual([undefined, 2, undefined, 2, undefined])
  })
})

describe('W11 near misses give none', () => {
  const none = async (content: string, styles = '') => expect((await hints(content, styles)).filter((one) => one !== undefined)).toEqual([])

  test('a whole paper in 黑体, in bold, in 楷体', async () => {
    for (const look of [font('黑体'), font('仿宋', 32, '<w:b/>'), font('楷体')]) {
      await none(set('总体要求', look) + set('坚持问题导向，压实整改责任，明确整改措施和完成时限，确保见到成效。', look) + set('主要任务', look) + set('抓好学习教育，改进工作作风，健全长效机制，推动工作上台阶，确保落实。', look))
    }
  })

  test('an emphasised sentence, emphasised words, a single bold line', async () => {
    await none(body() + bold('必须坚持党的领导。') + body() + bold('要抓住关键少数，以上率下') + body())
    await none(body() + paragraph(run('坚持', font('仿宋_GB2312', 32, '<w:b/>')) + run('问题导向', font('仿宋_GB2312'))) + paragraph(run('总体', font('黑体')) + run('要求', font('仿宋_GB2312'))) + body())
    await none(body() + bold('关键在落实') + body())
  })

  test('what the text numbers or names itself: 一、, （一）, labels, 附件, dates, units, names', async () => {
    await none(hei('一、总体要求') + body() + hei('二、主要任务') + body())
    await none(body() + kai('（一）学习方面') + body() + kai('（二）作风方面') + body())
    await none(body() + bold('整改措施：') + body() + bold('【整改问题】') + body())
    await none(body() + hei('附件1') + body() + hei('附件2') + body())
    await none(set('某县水务局工作总结', font('方正小标宋简体', 44), centre) + set('（2023年11月9日）', font('楷体'), centre) + set('党组书记 张三', font('楷体'), centre) + body() + body() + set('某县水务局', font('楷体')) + set('2023年11月9日', font('楷体')))
  })

  test('beside numbered headings of the same rank no line is taken for one by its look', async () => {
    await none(hei('一、总体要求') + body() + hei('工作依据') + body() + hei('二、主要任务') + body() + hei('适用范围') + body())
  })

  test('words that come again and again, lines of a list, lines smaller than the text', async () => {
    await none(body() + bold('存在不足') + body() + bold('存在不足') + body())
    await none(body() + bold('党建办公室') + bold('财务审计科') + bold('水利建设科') + bold('水旱防御科'))
    await none(body() + set('来源说明', font('黑体', 21)) + body() + set('数据口径', font('黑体', 21)) + body())
  })

  test('where styles say what the headings are, looks say nothing', async () => {
    const levels = await hints(plain('总则', '<w:outlineLvl w:val="0"/>') + body() + hei('说明') + body() + hei('补充') + body())
    expect(levels).toEqual([1, undefined, undefined, undefined, undefined, undefined])
  })

  test('a large centred line where the first lines name the paper, or none is a title', async () => {
    await none(set('某县水务局整改方案', font('方正小标宋简体', 44), centre) + set('一次深刻的党性锻炼', font('方正小标宋简体', 44), centre) + body())
    await none(set('机密', font('黑体', 32), centre) + body())
  })

  test('recognition of numbered papers is the same in any look', async () => {
    const lines = ['某县水务局整改方案', '一、存在问题', '（一）学习方面。学习不够深入，联系实际不紧。', '（二）作风方面。调研走过场，办法不多。', '二、整改措施', '1.抓好集中学习，每月不少于两次，班子成员带头领学。', '2.改进调查研究，多到基层一线，解决实际问题。']
    const looks = [font('黑体'), font('楷体'), font('仿宋', 32, '<w:b/>'), font('仿宋')]
    const plainRead = recognise(lines.map((text) => ({ text })), { draftId: 'd' }).draft.blocks.map((block) => [block.role, blockText(block)])
    for (let turn = 0; turn < looks.length; turn += 1) {
      const content = lines.map((text, index) => set(text, looks[(index + turn) % looks.length]!)).join('')
      expect(recognise(await read(content), { draftId: 'd' }).draft.blocks.map((block) => [block.role, blockText(block)])).toEqual(plainRead)
    }
  })
})
