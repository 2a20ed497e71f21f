import { describe, expect, test } from 'vitest'
import { titleWidth } from '../../shared/print/print-paragraph.ts'
import { layouts } from '../support/layouts.ts'

test('the layouts that ship, by id and name', () => {
  expect(layouts.map((layout) => [layout.id, layout.name])).toEqual([['common-28', '常用 28 磅'], ['common', '常用 28.95 磅'], ['gb33476', '国标显现']])
})

describe.each(layouts.map((layout) => [layout.name, layout] as const))('%s', (_, { page, grid, styles, ...layout }) => {
  test('22 lines of 28 characters and no more fit the type area (GB/T 9704-2012 §5.2.3)', () => {
    const height = page.height - page.top - page.bottom
    const width = page.width - page.left - page.right
    const cell = styles.body.size * 10 + grid.characterSpacing
    expect(Math.floor(height / grid.linePitch)).toBe(grid.linesPerPage)
    expect(Math.floor(width / cell)).toBe(grid.charactersPerLine)
    expect(grid.linesPerPage * grid.charactersPerLine).toBe(22 * 28)
    // Two characters of indent, a few twips of room for programs that leave the spacing out.
    expect(Math.abs(grid.indent - 2 * cell)).toBeLessThan(10)
  })

  test('a title of 2号 has 20 characters on a line and keeps the pitch of the page', () => {
    expect(titleWidth({ page, grid, styles, ...layout })).toBe(20)
    expect(styles.title.linePitch).toBe(grid.linePitch)
    expect(styles.title.linePitch).toBeGreaterThan(styles.title.size * 10)
  })
})
