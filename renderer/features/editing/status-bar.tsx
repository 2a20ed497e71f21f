import { memo } from 'react'
import type { Draft } from '../../../shared/document/draft.ts'
import { paperLengths } from '../../../shared/document/paper-lengths.ts'
import { blockText } from '../../../shared/document/runs.ts'
import { openPlaceholderCount } from '../../../shared/placeholders/placeholder-places.ts'
import { lengthText } from '../../text/lengths.ts'
import { placeholderTexts } from '../../text/placeholders.ts'
import { zh } from '../../text/zh.ts'
import { PageCount } from '../printing/page-count.tsx'
import { grouped } from '../shell/times.ts'
import { lengthWords } from './lengths/length-words.ts'
import './lengths/lengths.css'
import { partOf } from './paper-facts.ts'

export const StatusBar = memo(function StatusBar({ draft, caretBlockId, onOpenPlaceholders }: { readonly draft: Draft; readonly caretBlockId: string | undefined; readonly onOpenPlaceholders: () => void }) {
  const lengths = paperLengths(draft)
  const open = openPlaceholderCount(draft)
  const part = partOf(draft, caretBlockId)
  const heading = part === undefined ? undefined : draft.blocks.find((block) => block.id === part)
  const whole = draft.limits?.whole && lengthWords(lengthText.whole, lengthText.whole, lengths.whole, draft.limits.whole)
  const inPart = heading && (lengths.parts.get(heading.id) ?? 0)
  const partLimit = heading && draft.limits?.parts?.[heading.id]
  const partWords = heading && partLimit && lengthWords(lengthText.part, blockText(heading), inPart!, partLimit)
  return (
    <footer className="status-bar">
      <span className="length-count" data-state={whole?.state} title={whole?.tooltip}>{whole?.text ?? zh.editing.characters(grouped(lengths.whole))}</span>
      {heading && <span className="length-count" data-state={partWords?.state} title={partWords?.tooltip}>{partWords?.text ?? zh.editing.part(`“${blockText(heading).slice(0, 14)}”`, grouped(inPart!))}</span>}
      <PageCount draft={draft} />
      {open > 0 && <button type="button" className="open-placeholders" title={placeholderTexts.inStatusHint} onClick={onOpenPlaceholders}>{placeholderTexts.inStatus(open)}</button>}
      <span className="space" />
      <span className="keys">{zh.editing.keys}</span>
    </footer>
  )
})
