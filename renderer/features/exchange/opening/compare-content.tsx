/** A draft or template of a package beside the library's own, in one text. */
import { useEffect, useMemo, useState } from 'react'
import { Alert, Modal, Spin } from 'antd'
import type { Comparison } from '../../../../shared/comparison/compare-drafts.ts'
import type { PlannedContent } from '../../../../shared/exchange/plan.ts'
import { call, newJobId } from '../../../client/client.ts'
import { comparisonText } from '../../../text/comparison.ts'
import { openingText } from '../../../text/packages.ts'
import { linesOf } from '../../comparison/compared-lines.ts'
import { ComparedBlockView } from '../../comparison/compared-text.tsx'
import { useSliced } from '../../comparison/use-sliced.ts'
import { useWindowHeight } from '../../shell/zoom.ts'
import { openingMessage, type Opening } from './use-opening.ts'
import '../../comparison/comparison.css'

const text = openingText.comparison
const roomAround = 210

interface CompareContentProps {
  readonly content: PlannedContent
  readonly opening: Opening
  readonly onClose: () => void
}

export function CompareContent({ content, opening, onClose }: CompareContentProps) {
  const [comparison, setComparison] = useState<Comparison>()
  const [problem, setProblem] = useState<string>()
  const height = Math.max(220, useWindowHeight() - roomAround)
  const { kind, id } = content
  const { file } = opening
  useEffect(() => {
    if (kind !== 'draft' && kind !== 'template') return undefined
    const jobId = newJobId()
    let current = true
    const given = file()
    void call('packages.compare', { jobId, ...given, kind, id }).then((result) => {
      if (!current) return
      if (result.ok) setComparison(result.value)
      else setProblem(openingMessage(result.error, given.name))
    })
    return () => {
      current = false
      void call('jobs.cancel', { jobId })
    }
  }, [file, id, kind])
  const lines = useMemo(() => linesOf(comparison?.blocks ?? [], true), [comparison])
  const drawn = useSliced(lines, lines.length)
  return (
    <Modal open width="min(1000px, calc(100vw - 48px))" style={{ top: 24 }} title={text.title(content.title)} footer={null} onCancel={onClose} className="compare-content">
      <div className="comparison">
        {problem !== undefined && <Alert type="warning" showIcon title={problem} />}
        {comparison === undefined && problem === undefined && <div className="comparison-wait"><Spin description={text.working} /></div>}
        {comparison && (
          <>
            <p className="quiet">{comparison.counts.changes === 0 ? text.same : `${text.lead}${comparisonText.counts(comparison.counts.changes, String(comparison.counts.inserted), String(comparison.counts.deleted))}。`}</p>
            <div className="comparison-text" style={{ height }} tabIndex={0} aria-label={text.title(content.title)}>
              {lines.slice(0, drawn).map((line, index) => (line.kind === 'gap' ? <p className="compared-gap" key={index}>{comparisonText.unchanged(line.count)}</p> : <ComparedBlockView key={index} block={line.block} />))}
            </div>
          </>
        )}
      </div>
    </Modal>
  )
}
