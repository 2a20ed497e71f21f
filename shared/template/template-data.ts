/** What the fields of a template are filled with: the draft's own texts, and its 整改事项. */
import type { Block, Draft } from '../document/draft.ts'
import { toChineseNumeral } from '../document/list-style.ts'
import { blockText, isTextBlock } from '../document/runs.ts'
import type { TextRole } from '../document/roles.ts'
import { itemStateNames } from '../ledger/ledger-fields.ts'
import { deriveLedger, type LedgerRow } from '../ledger/ledger-rows.ts'
import { writtenDate } from '../ledger/written-dates.ts'
import { isAttachmentHead } from '../print/place-attachment.ts'
import { groupFields, itemFields, loops, paperFields, underAllNames } from './template-fields.ts'

export type TemplateItem = Readonly<Record<string, string>>
export type TemplateGroup = Readonly<Record<string, string | readonly TemplateItem[]>>
/** By name; lines of a value are parted by line breaks. */
export type TemplateData = Readonly<Record<string, string | readonly TemplateItem[] | readonly TemplateGroup[]>>

/** Blocks that have a field of their own: where the template has it, they are not printed with the text again. */
export const rolesOfFields: Readonly<Record<string, TextRole>> = {
  '标题': 'title', '副标题': 'subtitle', '报告人': 'byline', '主送机关': 'addressee', '署名': 'signature', '成文日期': 'date', '附件': 'attachment',
}

/** The field a name stands for: 副题 is 副标题. */
export function plainFieldName(name: string): string {
  return paperFields.find((field) => field.name === name || field.also?.includes(name))?.name ?? name
}

/** “附件1” above the attachment itself: part of the text, not of 附件说明. */
export function beginsAttachment(block: Block): boolean {
  return block.role === 'attachment' && isAttachmentHead(blockText(block))
}

function textsOf(draft: Draft, role: TextRole): string {
  return draft.blocks.filter((block) => isTextBlock(block) && block.role === role && !beginsAttachment(block)).map(blockText).filter((text) => text !== '').join('\n')
}

function paperValues(draft: Draft): Record<string, string> {
  const { meta, official } = draft
  const written = (iso: string | undefined) => (iso === undefined ? '' : writtenDate(iso))
  const title = textsOf(draft, 'title')
  const date = textsOf(draft, 'date')
  return {
    ...Object.fromEntries(Object.entries(rolesOfFields).map(([name, role]) => [name, textsOf(draft, role)])),
    '标题': title === '' ? draft.title : title,
    '成文日期': date === '' ? written(meta.date) : date,
    '单位': meta.unit ?? '', '署名人': meta.author ?? '', '职务': meta.post ?? '', '会议': meta.meeting ?? '', '期间': meta.period ?? '', '密级': meta.classification ?? '',
    '份号': official?.copyNumber ?? '', '紧急程度': official?.urgency ?? '', '附注': official?.remark ?? '',
    '发文机关标志': official?.head?.marks.join('\n') ?? '', '发文字号': official?.head?.documentNumber ?? '', '签发人': official?.head?.signers?.join('　') ?? '',
    '抄送机关': official?.colophon?.copies ?? '', '印发机关': official?.colophon?.printer ?? '', '印发日期': written(official?.colophon?.printedOn),
  }
}

function itemOf({ values, state }: LedgerRow, index: number): TemplateItem {
  const { leader, person, office, support } = values
  return underAllNames(itemFields, {
    '序号': String(index + 1), '中文序号': toChineseNumeral(index + 1), '类别': values.category ?? '',
    '问题': values.problem ?? '', '原因': values.cause ?? '', '措施': values.measure ?? '', '时限': values.timeLimit ?? '',
    '责任': [leader, person, office, support].filter((one) => one !== undefined).join('\n'),
    '责任领导': leader ?? '', '责任人': person ?? '', '责任科室': office ?? '', '配合科室': support ?? '',
    '进展': values.progress ?? '', '完成情况': values.result ?? '', '佐证材料': values.evidence ?? '', '状态': itemStateNames[state],
  })
}

function groupsOf(rows: readonly LedgerRow[]): TemplateGroup[] {
  const groups: { readonly name: string; readonly rows: LedgerRow[] }[] = []
  for (const row of rows) {
    const name = row.values.category ?? ''
    const open = groups.at(-1)
    if (open && open.name === name) open.rows.push(row)
    else groups.push({ name, rows: [row] })
  }
  return groups.map(({ name, rows: own }, index) => ({
    ...underAllNames(groupFields, { '序号': String(index + 1), '中文序号': toChineseNumeral(index + 1), '名称': name }),
    // Inside a 方面 its items are counted anew.
    [loops.items]: own.map(itemOf),
  }))
}

export function templateData(draft: Draft): TemplateData {
  const { rows } = deriveLedger(draft)
  return { ...underAllNames(paperFields, paperValues(draft)), [loops.items]: rows.map(itemOf), [loops.groups]: groupsOf(rows) }
}
