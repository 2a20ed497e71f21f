/** Lines and characters: do as many fit as the layout says, and is the indent two characters. */
import type { Layout } from '../layout.ts'
import { cellWidth, layoutFacts } from '../layout-facts.ts'
import { pointsOf, shortNumber } from '../layout-units.ts'
import { error, warning, type LayoutFinding } from './finding.ts'

const points = (twips: number) => `${shortNumber(pointsOf(twips))} 磅`

function checkPitch({ grid, styles }: Layout): LayoutFinding[] {
  const type = styles.body.size * 10
  if (grid.linePitch < type) return [error('grid.linePitch', `行距 ${points(grid.linePitch)}小于正文字号 ${points(type)}，字会被上一行盖住。`)]
  // Word's own limit for an exact line.
  if (grid.linePitch > 31_680) return [error('grid.linePitch', `行距不能超过 1584 磅。`)]
  return grid.linePitch < type * 1.15 ? [warning('grid.linePitch', `行距 ${points(grid.linePitch)}只比字高 ${points(grid.linePitch - type)}，行与行太挤。`)] : []
}

function checkLines(layout: Layout): LayoutFinding[] {
  const { grid } = layout
  const { lines, height, heightLeft } = layoutFacts(layout)
  if (grid.linesPerPage < 1 || grid.linesPerPage > 200) return [error('grid.linesPerPage', '每页行数要在 1 到 200 之间。', { 'grid.linesPerPage': lines })]
  if (lines === grid.linesPerPage) return []
  if (lines > grid.linesPerPage) {
    return [warning('grid.linePitch', `行距 ${points(grid.linePitch)}时每页排得下 ${lines} 行，比写明的 ${grid.linesPerPage} 行多，还剩 ${points(heightLeft)}。`, { 'grid.linePitch': Math.floor(height / grid.linesPerPage) })]
  }
  const needed = grid.linesPerPage * grid.linePitch
  const best = Math.floor(height / grid.linesPerPage)
  const advice = best >= layout.styles.body.size * 10 ? `行距不大于 ${points(best)}才排得下 ${grid.linesPerPage} 行。` : `请减少行数或边距。`
  return [warning('grid.linePitch', `每页只排得下 ${lines} 行，不是 ${grid.linesPerPage} 行：${grid.linesPerPage} 行要 ${points(needed)}，版心高 ${points(height)}，差 ${points(needed - height)}。${advice}`,
    best >= layout.styles.body.size * 10 ? { 'grid.linePitch': best } : { 'grid.linesPerPage': lines })]
}

function checkSpacing(layout: Layout): LayoutFinding[] {
  const { grid, styles } = layout
  const type = styles.body.size * 10
  if (cellWidth(layout) < type / 2) return [error('grid.characterSpacing', `字间距 ${points(grid.characterSpacing)}太小，字会叠在一起。`)]
  if (grid.characterSpacing > type * 2) return [error('grid.characterSpacing', `字间距 ${points(grid.characterSpacing)}超过了两个字宽。`)]
  return Math.abs(grid.characterSpacing) > type / 5 ? [warning('grid.characterSpacing', `字间距 ${points(grid.characterSpacing)}，超过字宽的五分之一。通常在 −0.5 到 0.5 磅之间。`)] : []
}

function checkCharacters(layout: Layout): LayoutFinding[] {
  const { grid, styles } = layout
  const { characters, width, widthLeft } = layoutFacts(layout)
  if (grid.charactersPerLine < 1 || grid.charactersPerLine > 200) return [error('grid.charactersPerLine', '每行字数要在 1 到 200 之间。', { 'grid.charactersPerLine': characters })]
  if (characters === grid.charactersPerLine) return []
  const best = Math.floor(width / grid.charactersPerLine) - styles.body.size * 10
  const sensible = Math.abs(best) <= styles.body.size * 2
  const repair = sensible ? { 'grid.characterSpacing': best } : { 'grid.charactersPerLine': characters }
  const advice = sensible ? `字间距改为 ${points(best)}就是 ${grid.charactersPerLine} 字。` : `请改每行字数、字号或左右边距。`
  return [warning('grid.characterSpacing', characters < grid.charactersPerLine
    ? `每行只排得下 ${characters} 字，不是 ${grid.charactersPerLine} 字：${grid.charactersPerLine} 字要 ${points(grid.charactersPerLine * cellWidth(layout))}，版心宽 ${points(width)}。${advice}`
    : `每行排得下 ${characters} 字，比写明的 ${grid.charactersPerLine} 字多，还剩 ${points(widthLeft)}。${advice}`, repair)]
}

/** A few twips more or less come from programs that leave the spacing out. */
const indentTolerance = 10

function checkIndent(layout: Layout): LayoutFinding[] {
  const two = 2 * cellWidth(layout)
  const { indent } = layout.grid
  if (indent < 0 || indent > layoutFacts(layout).width / 2) return [error('grid.indent', `首行缩进要在 0 和半行之间，两个字为 ${points(two)}。`, { 'grid.indent': two })]
  return Math.abs(indent - two) > indentTolerance ? [warning('grid.indent', `首行缩进 ${points(indent)}不是两个字：现在两个字宽 ${points(two)}。`, { 'grid.indent': two })] : []
}

/** Paper without sense is told of first; what follows from it is not told again. */
export function checkGrid(layout: Layout): readonly LayoutFinding[] {
  const { width, height } = layoutFacts(layout)
  const pitch = checkPitch(layout)
  const spacing = checkSpacing(layout)
  return [
    ...pitch, ...(height > 0 && !pitch.some((one) => one.severity === 'error') ? checkLines(layout) : []),
    ...spacing, ...(width > 0 && !spacing.some((one) => one.severity === 'error') ? checkCharacters(layout) : []),
    ...(width > 0 ? checkIndent(layout) : []),
  ]
}
