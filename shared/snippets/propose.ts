/** What is proposed for a new snippet: its role, 方面, source and name, told from where it stands. */
import type { Block, Draft } from '../document/draft.ts'
import { printLines } from '../document/print-text.ts'
import { isRecordRole } from '../document/roles.ts'
import { blockText } from '../document/runs.ts'
import { contextAt } from '../recognition/role-below.ts'
import { aspectAt, aspectOfRow } from './aspect-at.ts'
import type { SnippetSelection } from './selection-blocks.ts'
import type { SnippetRole } from './snippet.ts'

const longestName = 30

const oneLine = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f\s]+/g, ' ').trim().toWellFormed()

/** All of it as printed, numbers and labels in place: what is searched, shown and compared. */
export function snippetText(blocks: readonly Block[]): string {
  return printLines(blocks).join('\n')
}

/** Its first words, up to the first mark; never empty. */
export function snippetName(blocks: readonly Block[]): string {
  const first = blocks.map((block) => oneLine(blockText(block))).find((text) => text !== '') ?? ''
  const sentence = /^.{4,}?(?=[。；！？：])/u.exec(first)?.[0] ?? first.replace(/[。；！？：，、]+$/u, '')
  const characters = [...sentence]
  const name = characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : sentence
  return name === '' ? first.slice(0, longestName).toWellFormed() : name
}

const asSnippetRole = (role: string | undefined): SnippetRole | undefined => (role === 'problem' || role === 'cause' || role === 'measure' ? role : undefined)

/** Of blocks of one kind that kind; limits and names beside them do not count, headings neither. */
function roleOfBlocks(blocks: readonly Block[]): SnippetRole | undefined {
  const found = new Set(blocks.flatMap((block) => {
    if (block.role === 'table') return block.columns.filter((column) => column === 'problem' || column === 'cause' || column === 'measure')
    return isRecordRole(block.role) ? asSnippetRole(block.role) ?? [] : []
  }))
  return found.size === 1 ? [...found][0] : found.size > 1 ? 'other' : undefined
}

function roleOfPart(draft: Pick<Draft, 'blocks' | 'kind'>, index: number): SnippetRole {
  const context = contextAt(draft.blocks, index, draft.kind)?.context
  return context === 'outlook' ? 'measure' : asSnippetRole(context) ?? 'other'
}

export interface SnippetProposal {
  readonly title: string
  readonly aspect: string
  readonly role: SnippetRole
  readonly source: string
}

/** @param chosen what the selection holds (`selectionBlocks`). */
export function proposeSnippet(draft: Pick<Draft, 'blocks' | 'kind' | 'title'>, selection: SnippetSelection, chosen: readonly Block[]): SnippetProposal {
  const index = selection.kind === 'text' ? selection.first : selection.table
  const there = draft.blocks[index]
  const row = selection.kind === 'cells' ? selection.rows.from : selection.kind === 'words' ? selection.row : 0
  const column = selection.kind === 'words' && there?.role === 'table' ? asSnippetRole(there.columns[selection.column]) ?? 'other' : undefined
  // A selection that begins with a heading of its own stands under that one.
  const ofTable = selection.kind !== 'text' && there?.role === 'table' ? aspectOfRow(there, row) : ''
  const ofText = selection.kind === 'text' && selection.first === selection.last && there && isRecordRole(there.role) ? asSnippetRole(there.role) : undefined
  return {
    title: snippetName(chosen),
    aspect: ofTable === '' ? aspectAt(draft.blocks, index) : ofTable,
    role: column ?? ofText ?? roleOfBlocks(chosen) ?? roleOfPart(draft, index),
    source: oneLine(draft.title).slice(0, 500).toWellFormed(),
  }
}
