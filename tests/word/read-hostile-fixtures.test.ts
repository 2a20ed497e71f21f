/** Law D5 over the fixtures of reading: their XML bent in many ways, and files made to grow. */
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { noCorrections, preview } from '../../electron/backend/jobs/tasks.ts'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { importPreviewSchema } from '../../shared/contract/procedures.ts'
import { revisionViews } from '../../shared/recognition/revision-view.ts'
import { buildDocx, paragraph, plain, run } from './build-docx.ts'
import { readingCases } from './reading-cases.ts'

const name = '材料.docx'

/** Reading, recognising and placing notes end in a valid preview or in one typed failure. */
async function sound(bytes: Uint8Array): Promise<void> {
  for (const revisions of revisionViews) {
    const read = await readDocument({ name, bytes, revisions })
    if (!read.ok) {
      expect(read.error.code).toMatch(/^FILE_/)
      expect(read.error.message).toContain(name)
      continue
    }
    const made = preview(read.value, noCorrections, 'd')
    expect(made.understood).toBe(true)
    const parsed = importPreviewSchema.safeParse(made)
    if (!parsed.success) throw new Error(parsed.error.issues[0]!.message)
    // Every note that was read stands in the draft.
    expect(made.draft.notes?.length ?? 0).toBe(read.value.paragraphs.reduce((sum, one) => sum + (one.hint?.notes?.length ?? 0), 0))
  }
}

type Bend = readonly [kind: 'cut' | 'twice' | 'value' | 'swap' | 'rename' | 'open', at: number, value: string]

const bendArbitrary: fc.Arbitrary<Bend> = fc.tuple(
  fc.constantFrom('cut', 'cut', 'twice', 'twice', 'value', 'value', 'swap', 'rename', 'open'), fc.nat(),
  fc.constantFrom('', '0', '-1', '1', '9', '63', '99999999999', 'NaN', 'begin', 'separate', 'end', 'continue', '%1%2%9', '\ufffe', 'w:del', 'w:ins', 'w:sdt', 'w:p', 'w:tbl'),
)

/** Elements of XML without others in them, and those with: places where a bend leaves the file well formed more often than not. */
function bend(xml: string, [kind, at, value]: Bend): string {
  const elements = [...xml.matchAll(/<([\w:]+)(?:\s[^<>]*)?(?:\/>|>[^<>]*<\/\1>)/gu)]
  const one = elements[at % Math.max(1, elements.length)]
  if (one === undefined) return xml
  const [from, to] = [one.index, one.index + one[0].length]
  switch (kind) {
    case 'cut': return xml.slice(0, from) + xml.slice(to)
    case 'twice': return xml.slice(0, to) + one[0].repeat(3) + xml.slice(to)
    case 'swap': {
      const other = elements[(at * 7 + 1) % elements.length]!
      return other.index <= to ? xml : xml.slice(0, from) + other[0] + xml.slice(to, other.index) + one[0] + xml.slice(other.index + other[0].length)
    }
    case 'rename': return value.startsWith('w:') ? xml.slice(0, from) + one[0].replaceAll(one[1]!, value) + xml.slice(to) : xml
    case 'open': return xml.slice(0, from) + `<w:ins><w:del>${one[0]}</w:del></w:ins>` + xml.slice(to)
    case 'value': {
      const values = [...xml.matchAll(/"[^"<>]*"/gu)].filter((match) => !match[0].includes('://'))
      const chosen = values[at % Math.max(1, values.length)]
      return chosen === undefined ? xml : `${xml.slice(0, chosen.index)}"${value}"${xml.slice(chosen.index + chosen[0].length)}`
    }
  }
}

const bentParts = /^word\/(?:document|numbering|styles|comments|commentsExtended|footnotes|header1|data1)\.xml$/

test('D5 fixtures with their XML bent', async () => {
  const packed = readingCases.map((one) => unzipSync(one.bytes()))
  await fc.assert(fc.asyncProperty(fc.nat(packed.length - 1), fc.array(fc.tuple(fc.nat(), bendArbitrary), { minLength: 1, maxLength: 6 }), async (index, bends) => {
    const files = { ...packed[index]! }
    const names = Object.keys(files).filter((part) => bentParts.test(part))
    for (const [choice, one] of bends) {
      const part = names[choice % Math.max(1, names.length)]
      if (part !== undefined) files[part] = strToU8(bend(strFromU8(files[part]!), one))
    }
    await sound(zipSync(files))
  }), { seed: 41, numRuns: 700 })
}, 120_000)

test('D5 fixtures with their bytes changed', async () => {
  const packed = readingCases.map((one) => one.bytes())
  await fc.assert(fc.asyncProperty(fc.nat(packed.length - 1), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }), async (index, changes) => {
    const bytes = packed[index]!.slice()
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte
    await sound(bytes)
  }), { seed: 43, numRuns: 400 })
}, 120_000)

describe('D5 what grows with each other stays within seconds', () => {
  const many = 20_000
  /** The reader alone, both sides: what recognition takes is measured elsewhere. */
  const quick = async (bytes: Uint8Array) => {
    const started = performance.now()
    for (const revisions of revisionViews) expect((await readDocument({ name, bytes, revisions })).ok).toBe(true)
    // The limit of any reading (D5).
    expect(performance.now() - started).toBeLessThan(30_000)
  }
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

  test('fields begun and never ended, ended and never begun', async () => {
    await quick(buildDocx({ body: paragraph(mark('begin').repeat(many) + run('甲')) + plain('乙').repeat(2000) + paragraph(mark('end').repeat(many)) }))
    await quick(buildDocx({ body: paragraph(mark('begin') + mark('separate')).repeat(2000) + plain('甲') }))
  })

  test('an equation of brackets', async () => {
    await quick(buildDocx({ body: paragraph(`${mark('begin')}<w:r><w:instrText>EQ ${'\\o\\ac('.repeat(many)}</w:instrText></w:r>${mark('end')}${run('甲')}`) }))
  })

  test('comments on everything, none of them ended', async () => {
    const comments = Array.from({ length: 3000 }, (_, id) => `<w:comment w:id="${id}"><w:p>${run('批')}</w:p></w:comment>`).join('')
    const open = Array.from({ length: 3000 }, (_, id) => `<w:commentRangeStart w:id="${id}"/>`).join('')
    await quick(buildDocx({ body: paragraph(open) + paragraph('').repeat(3000) + plain('甲'), comments }))
  })

  test('short bold lines without end', async () => {
    await quick(buildDocx({ body: Array.from({ length: 5000 }, (_, index) => paragraph(run(`小标题${index}`.replace(/\d/gu, (digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]!), '<w:b/>')) + plain('坚持问题导向，压实整改责任，明确整改措施和完成时限，确保见到成效。')).join('') }))
  }, 30_000)

  test('changes within changes', async () => {
    const row = (content: string) => `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${content}<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`
    await quick(buildDocx({ body: Array.from({ length: 40 }).reduce<string>((inner) => row(inner), plain('甲')) + plain('乙') }))
  })
})
