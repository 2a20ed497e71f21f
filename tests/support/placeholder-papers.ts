/** A paper with placeholders put into the library of a running app, over its own door. */
import type { Page } from 'playwright-core'
import type { Block } from '../../shared/document/draft.ts'
import { callFrom } from './call-from.ts'

const open = (key: string) => ({ text: `[${key}]`, placeholder: key })

export const placeholderBlocks: readonly Block[] = [
  { role: 'title', id: 'b1', runs: [open('单位全称'), { text: '整改方案' }] },
  { role: 'heading1', id: 'b2', list: '一、', runs: [{ text: '总体要求' }] },
  { role: 'paragraph', id: 'b3', runs: [{ text: '按照' }, open('会议名称'), { text: '要求，由' }, open('责任人'), { text: '牵头，' }, open('责任人2'), { text: '配合。' }] },
  { role: 'paragraph', id: 'b4', runs: [open('会议日期')] },
  { role: 'table', id: 'b5', columns: ['problem', 'responsible'], headerRows: 1, rows: [['问题', '责任人'], ['调研不深', '[责任人]']] },
  { role: 'paragraph', id: 'b6', runs: [{ text: '××局于X月X日传达学习A总书记重要讲话。' }] },
  { role: 'signature', id: 'b7', runs: [open('单位全称')] },
]

/** @returns the id of the new draft, which is open on the screen. */
export async function openBlocks(page: Page, blocks: readonly Block[] = placeholderBlocks): Promise<string> {
  const { draftId } = await callFrom(page, 'drafts.create', { kind: 'other' })
  const { draft, revision } = await callFrom(page, 'drafts.open', { draftId })
  await callFrom(page, 'drafts.save', { draftId, baseRevision: revision, draft: { ...draft, blocks }, clientId: 'test' })
  await page.evaluate((id) => { location.hash = `#/draft/${id}` }, draftId)
  await page.locator('.paper-content .block').first().waitFor()
  return draftId
}
