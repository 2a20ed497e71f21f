/** What to print of one paper: pages, sides, and both sides by hand in two steps. */
import { useState } from 'react'
import { Button, Checkbox, Input, Modal, Radio } from 'antd'
import { parsePageRange } from '../../../shared/print/page-ranges.ts'
import { facesToPrint, type PrintSelection } from '../../../shared/print/print-selection.ts'
import { printingText } from '../../text/printing.ts'

type Which = 'all' | 'current' | 'range'
type Sides = 'all' | 'odd' | 'even' | 'manual'

interface PrintDialogProps {
  readonly pages: number
  readonly current: number
  readonly busy: boolean
  readonly onPrint: (selection: PrintSelection) => void
  readonly onPdf: (selection: PrintSelection) => void
  readonly onClose: () => void
}

const text = printingText.dialog

export function PrintDialog({ pages, current, busy, onPrint, onPdf, onClose }: PrintDialogProps) {
  const [which, setWhich] = useState<Which>('all')
  const [typed, setTyped] = useState('')
  const [sides, setSides] = useState<Sides>('all')
  const [reverse, setReverse] = useState(false)
  const [backsReverse, setBacksReverse] = useState(true)

  const range = which === 'all' ? '' : which === 'current' ? String(current) : typed
  const chosen = which === 'range' && typed.trim() === '' ? undefined : parsePageRange(range, pages)
  const numbered = chosen?.ok ? chosen.pages.map((number) => ({ number })) : []
  const faces = (of: PrintSelection['sides']) => facesToPrint([numbered], { sides: of, reverse: false })
  const count = sides === 'manual' ? numbered.length : faces(sides).length
  const problem = chosen === undefined ? undefined
    : !chosen.ok ? (chosen.problem === 'outside' ? text.outside(chosen.part, pages) : text.unreadable(chosen.part))
      : count === 0 ? text.none : undefined
  const ready = chosen?.ok === true && count > 0
  const selection = (of: PrintSelection['sides'], backwards: boolean): PrintSelection => ({ range, sides: of, reverse: backwards })
  const hasBacks = faces('backs').some((face) => face !== undefined)
  const hasFronts = faces('fronts').some((face) => face !== undefined)

  return (
    <Modal
      open title={text.title} width={600} onCancel={onClose} className="print-dialog" style={{ top: 32 }}
      footer={(
        <div className="dialog-footer">
          {sides !== 'manual' && <Button className="footer-left" disabled={!ready || busy} onClick={() => onPdf(selection(sides, reverse))}>{text.pdf}</Button>}
          <Button onClick={onClose}>{sides === 'manual' ? text.close : text.cancel}</Button>
          {sides !== 'manual' && <Button type="primary" disabled={!ready} loading={busy} onClick={() => onPrint(selection(sides, reverse))}>{text.ok}</Button>}
        </div>
      )}
    >
      <div className="print-fields">
        <h3>{text.which}</h3>
        <Radio.Group value={which} onChange={(event) => setWhich(event.target.value as Which)}>
          <Radio value="all">{text.all}</Radio>
          <Radio value="current">{text.current(current)}</Radio>
          <Radio value="range">{text.range}</Radio>
        </Radio.Group>
        <Input
          className="range-field" value={typed} placeholder={text.rangeHint} aria-label={text.which} status={problem === undefined || which !== 'range' ? '' : 'error'}
          onFocus={() => setWhich('range')} onChange={(event) => { setTyped(event.target.value); setWhich('range') }}
        />
        <h3>{text.sides}</h3>
        <Radio.Group value={sides} onChange={(event) => setSides(event.target.value as Sides)}>
          <Radio value="all">{text.sidesAll}</Radio>
          <Radio value="odd">{text.odd}</Radio>
          <Radio value="even">{text.even}</Radio>
          <Radio value="manual">{text.manual}</Radio>
        </Radio.Group>
        {sides === 'manual' ? (
          <div className="manual-duplex">
            <p>{text.manualHint}</p>
            <Button type="primary" disabled={!ready || !hasFronts} loading={busy} onClick={() => onPrint(selection('fronts', false))}>{text.step1(faces('fronts').length)}</Button>
            <Button disabled={!ready || !hasBacks} loading={busy} onClick={() => onPrint(selection('backs', backsReverse))}>{text.step2(faces('backs').length)}</Button>
            <Checkbox checked={backsReverse} onChange={(event) => setBacksReverse(event.target.checked)}>{text.backsReverse}</Checkbox>
          </div>
        ) : <Checkbox checked={reverse} onChange={(event) => setReverse(event.target.checked)}>{text.reverse}</Checkbox>}
        <p className="print-summary" role="status" data-problem={problem !== undefined}>{problem ?? (ready ? text.faces(count) + (sides === 'manual' ? text.sheets(faces('fronts').length) : '') : '')}</p>
        <p className="quiet">{text.copies}{sides === 'all' ? text.duplexPrinter : ''}</p>
      </div>
    </Modal>
  )
}
