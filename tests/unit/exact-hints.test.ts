import { expect, it } from 'vitest'
import { draftSchema } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { recognise } from '../../shared/recognition/recognise.ts'

it('D5 a label of ours somebody has written a page into is read as text, and the draft can be stored', () => {
  for (const length of [4, 60, 61, 4000]) {
    const label = `${'整'.repeat(length - 1)}：`
    const text = `${label}按月检查。`
    const { draft } = recognise([{ text, hint: { exact: [{ role: 'measure', label: { from: 0, to: length }, text: { from: length, to: text.length } }] } }], { draftId: 'd' })
    expect(draftSchema.safeParse(draft).error).toBeUndefined()
    expect(printText(draft)).toBe(text)
    expect(draft.blocks.some((block) => 'label' in block && block.label === label)).toBe(length <= 60)
  }
})
