/** What goes along with the text of a merged draft: comments and footnotes, records of items, and what had no place in it. */
import type { Block, Draft, TextBlock } from '../document/draft.ts'
import type { DraftNote } from '../document/draft-note.ts'
import type { ItemRecord } from '../document/item-record.ts'
import { isTextBlock } from '../document/runs.ts'

export interface Told {
  readonly member: string
  readonly text: string
}

/** The block under its new id, links and rows with it. @param isThere whether a block of the id is in the member's draft. */
export function remapped(block: Block, newId: (id: string) => string, isThere: (id: string) => boolean): Block {
  if (!isTextBlock(block)) return { ...block, id: newId(block.id), ...(block.rowIds === undefined ? {} : { rowIds: block.rowIds.map((id) => newId(`row ${id}`)) }) }
  const { answers, ...rest } = block as TextBlock & { readonly answers?: readonly string[] }
  const kept = answers?.filter(isThere).map(newId) ?? []
  return { ...rest, id: newId(block.id), ...(kept.length === 0 ? {} : { answers: kept }) } as Block
}

interface Parts {
  readonly drafts: readonly Draft[]
  readonly members: readonly string[]
  readonly told: readonly Told[]
  /** Problems in the same words, of several members. */
  readonly equal: readonly (readonly TextBlock[])[]
  readonly from: ReadonlyMap<string, string>
  readonly titleId: string
  /** Where a block of a member stands now; the title where it has no place. */
  readonly placeOf: (member: number, id: string) => string
  readonly rowIdOf: (member: number, id: string) => string
  readonly newId: () => string
  readonly now: string
}

const author = '整稿'
const longestNote = 19_000

/** In pieces a comment can hold. */
function pieces(lines: readonly string[]): string[] {
  const found: string[] = ['']
  for (const line of lines) {
    for (let at = 0; at < Math.max(1, line.length); at += longestNote) {
      const part = line.slice(at, at + longestNote).toWellFormed()
      if (found.at(-1)!.length + part.length > longestNote) found.push(part)
      else found[found.length - 1] = found.at(-1) === '' ? part : `${found.at(-1)!}\n${part}`
    }
  }
  return found.filter((text) => text !== '')
}

export function mergedNotes({ drafts, members, told, equal, from, titleId, placeOf, rowIdOf, newId, now }: Parts): { readonly notes: DraftNote[]; readonly records: ItemRecord[] } {
  const comment = (blockId: string, text: string): DraftNote => ({ id: newId(), kind: 'comment', blockId, author, date: now, text })
  const own = drafts.flatMap((draft, member) => {
    const noteIds = new Map((draft.notes ?? []).map((note) => [note.id, newId()]))
    return (draft.notes ?? []).map((note): DraftNote => {
      const { answers, ...rest } = note
      const answered = answers === undefined ? undefined : noteIds.get(answers)
      return { ...rest, id: noteIds.get(note.id)!, blockId: placeOf(member, note.blockId), ...(answered === undefined ? {} : { answers: answered }) }
    })
  })
  const records = drafts.flatMap((draft, member) => {
    const rows = new Set(draft.blocks.flatMap((block) => (isTextBlock(block) ? [] : (block.rowIds ?? []))))
    return (draft.records ?? []).map((record): ItemRecord => ({ ...record, item: rows.has(record.item) ? rowIdOf(member, `row ${record.item}`) : placeOf(member, record.item) }))
  })
  const leftOut = [...Map.groupBy(told, ({ member }) => member)].flatMap(([member, list]) => pieces([`“${member}”的文稿中，以下内容没有放进正文：`, ...list.map(({ text }) => text)]).map((text) => comment(titleId, text)))
  const alike = equal.flatMap(([first, ...rest]) => rest.map((block) => comment(block.id, `与“${from.get(first!.id) ?? members[0]!}”的问题文字相同，请斟酌是否合并。`)))
  return { notes: [...leftOut, ...own, ...alike], records }
}
