import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../shared/document/draft.ts'
import { moveBlocks } from '../../shared/document/move-blocks.ts'
import { dropAt } from '../../shared/document/outline-gaps.ts'
import { outlineDrops, outlineRows, relevel, type OutlineDrop } from '../../shared/document/outline-drops.ts'
import { deriveOutline } from '../../shared/document/outline.ts'
import { headingLevel, headingRole } from '../../shared/document/roles.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { draftOf, type Shape } from '../support/plan-draft.ts'

const styles = ['一、', '（一）', '1.', '（1）'] as const
const heading = (level: 1 | 2 | 3 | 4, text: string): Shape => ({ role: headingRole(level), list: styles[level - 1]!, text })
const rowsOf = (blocks: readonly Block[]) => outlineRows(blocks, deriveOutline({ blocks }))

function dropsOf(blocks: readonly Block[], text: string): { kind: string; row: string; by: number }[] {
  const rows = rowsOf(blocks)
  return outlineDrops(blocks, rows, rows.findIndex((row) => row.entry.text === text)).map(({ kind, row, by }) => ({ kind, row: rows[row]!.entry.text, by }))
}

function drop(blocks: readonly Block[], at: number, { target, by }: OutlineDrop): Block[] {
  const { from, to } = rowsOf(blocks)[at]!
  return moveBlocks(by === 0 ? blocks : relevel(blocks, { from, to }, by)!, { from, to, target })
}

const paper = draftOf(
  { role: 'title', text: '方案' }, heading(1, '甲'), { role: 'paragraph', text: '引言' }, heading(2, '子'), { role: 'problem', text: '问' }, heading(3, '小'), heading(2, '丑'),
  heading(1, '乙'), heading(2, '寅'), { role: 'signature', text: '某局' },
).blocks

describe('E12 where an entry of the outline may go', () => {
  it('E12 beside one of its level, beside one of another with its headings changed, into a part as its last; not into itself', () => {
    expect(dropsOf(paper, '丑')).toEqual([
      { kind: 'before', row: '甲', by: -1 }, { kind: 'after', row: '甲', by: -1 },
      { kind: 'before', row: '子', by: 0 }, { kind: 'into', row: '子', by: 1 },
      { kind: 'before', row: '小', by: 1 }, { kind: 'after', row: '小', by: 1 }, { kind: 'into', row: '小', by: 2 },
      { kind: 'before', row: '乙', by: -1 }, { kind: 'after', row: '乙', by: -1 }, { kind: 'into', row: '乙', by: 0 },
      { kind: 'before', row: '寅', by: 0 }, { kind: 'after', row: '寅', by: 0 }, { kind: 'into', row: '寅', by: 1 },
    ])
  })
  it('E12 no deeper than four levels: 甲 holds three and goes one down at most', () => {
    expect(dropsOf(paper, '甲').map(({ kind, row, by }) => `${kind} ${row} ${by}`)).toEqual(['after 乙 0', 'into 乙 1', 'before 寅 1', 'after 寅 1'])
  })
  it('E12 a numbered problem in the outline goes beside its like with all that follows it, keeping its number style', () => {
    const lead: Shape[] = ['学得少。要多学。', '查得浅。要深查。'].map((text) => ({ role: 'problem', list: '1.', text }))
    const { blocks } = draftOf(heading(1, '问题'), lead[0]!, { role: 'measure', text: '每月学' }, lead[1]!, heading(1, '其他'))
    expect(dropsOf(blocks, '查得浅。')).toEqual([{ kind: 'before', row: '学得少。', by: 0 }, { kind: 'into', row: '其他', by: 0 }])
    const rows = rowsOf(blocks)
    expect(printLines(drop(blocks, 2, outlineDrops(blocks, rows, 2)[0]!))).toEqual(['一、问题', '1.查得浅。要深查。', '2.学得少。要多学。', '每月学', '二、其他'])
  })
})

describe('E12 what the pointer means', () => {
  const rows = rowsOf(paper)
  const own = rows.findIndex((row) => row.entry.text === '丑')
  const drops = outlineDrops(paper, rows, own)
  const meant = (above: number, depth: number) => {
    const found = dropAt(rows, drops, { kind: 'gap', above }, depth)
    return found && `${found.kind} ${rows[found.row]!.entry.text}`
  }
  it('E12 over an entry: into it; in a gap: the level nearest the pointer, as deep as the entry stood where it did not go aside', () => {
    expect(dropAt(rows, drops, { kind: 'row', row: 4 }, 1)).toMatchObject({ kind: 'into', row: 4 })
    expect(meant(0, 1)).toBe('before 子')
    expect(meant(5, 1)).toBe('after 寅')
    expect(meant(5, 0)).toBe('after 乙')
    expect(meant(5, 2)).toBe('into 寅')
    expect(meant(-1, 1)).toBe('before 甲')
  })
})

const sectionArbitrary = fc.array(fc.record({ level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), body: fc.nat(2) }), { minLength: 2, maxLength: 10 })

describe('E12 any drop', () => {
  it('E12 the entry stands where it was shown, what it holds goes along, all else keeps its order, no level is below four', () => {
    let made = 0
    fc.assert(fc.property(sectionArbitrary, fc.nat(20), fc.nat(40), (sections, entry, place) => {
      const { blocks } = draftOf(...sections.flatMap(({ level, body }, index) => [heading(level, `节${index}`), ...Array.from({ length: body }, (_, at): Shape => ({ role: 'paragraph', text: `${index}.${at}` }))]), { role: 'signature', text: '某局' })
      const rows = rowsOf(blocks)
      const at = entry % rows.length
      const drops = outlineDrops(blocks, rows, at)
      if (drops.length === 0) return
      made += 1
      const chosen = drops[place % drops.length]!
      const after = drop(blocks, at, chosen)
      const own = rows[at]!
      expect(after.map((block) => block.id).toSorted()).toEqual(blocks.map((block) => block.id).toSorted())
      expect(after.at(-1)!.role).toBe('signature')
      const ids = new Set(blocks.slice(own.from, own.to).map((block) => block.id))
      const others = (all: readonly Block[]) => all.filter((block) => !ids.has(block.id)).map((block) => [block.id, block.role])
      expect(others(after)).toEqual(others(blocks))
      const renewed = rowsOf(after)
      const row = renewed.find(({ entry: { blockId } }) => blockId === own.entry.blockId)!
      expect(row.entry.level).toBe(own.entry.level + chosen.by)
      // It holds exactly what it held: no text of another section came under it, none was left behind.
      expect(after.slice(row.from, row.to).map((block) => block.id)).toEqual([...ids])
      const beside = renewed.find(({ entry: { blockId } }) => blockId === rows[chosen.row]!.entry.blockId)!
      if (chosen.kind === 'before') expect(row.to).toBe(beside.from)
      else if (chosen.kind === 'after') expect(beside.to).toBe(row.from)
      else expect(row.to).toBe(beside.to)
      for (const block of after) expect(headingLevel(block.role) ?? 1).toBeLessThanOrEqual(4)
    }), { seed: 51, numRuns: 800 })
    expect(made).toBeGreaterThan(500)
  })
})
