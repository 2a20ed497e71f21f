import { memo, useMemo } from 'react'
import type { Draft } from '../../../shared/document/draft.ts'
import { blockText } from '../../../shared/document/runs.ts'
import { countCharacters, printText } from '../../../shared/document/print-text.ts'
import { zh } from '../../text/zh.ts'
import { grouped } from '../shell/times.ts'
import { partCharacters, partOf } from './paper-facts.ts'

export const StatusBar = memo(function StatusBar({ draft, caretBlockId }: { readonly draft: Draft; readonly caretBlockId: string | undefined }) {
  const all = useMemo(() => countCharacters(printText(draft)), [draft])
  const parts = useMemo(() => partCharacters(draft), [draft])
  const part = partOf(draft, caretBlockId)
  const heading = part === undefined ? undefined : draft.blocks.find((block) => block.id === part)
  return (
    <footer className="status-bar">
      <span>{zh.editing.characters(grouped(all))}</span>
      {heading && <span>{zh.editing.part(`“${blockText(heading).slice(0, 14)}”`, grouped(parts.get(heading.id) ?? 0))}</span>}
      <span className="space" />
      <span className="keys">{zh.editing.keys}</span>
    </footer>
  )
})
