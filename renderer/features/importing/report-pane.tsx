import { Button } from 'antd'
import { CloseOutlined } from '@ant-design/icons'
import { entryKey, type ReportEntry } from '../../../shared/recognition/report.ts'
import { zh } from '../../text/zh.ts'

interface ReportPaneProps {
  readonly report: readonly ReportEntry[]
  /** Blanks and empty lines, not listed. */
  readonly trifles: number
  readonly kept: readonly ReportEntry[]
  readonly notes: readonly string[]
  readonly onPutBack: (entry: ReportEntry) => void
  readonly onTakeOut: (entry: ReportEntry) => void
  readonly onShow: (line: number) => void
  readonly onClose: () => void
}

const shown = (text: string) => (text.includes('\n') ? '⏎' : text.trim() === '' ? '␣' : text.length > 46 ? `${text.slice(0, 44)}…` : text)

/** Every removal and correction with its place, to be put back one by one. */
export function ReportPane({ report, trifles, kept, notes, onPutBack, onTakeOut, onShow, onClose }: ReportPaneProps) {
  return (
    <section className="pane report-pane" aria-label={zh.importing.report}>
      <h2>{zh.importing.report}<button type="button" className="pane-close" aria-label={zh.app.close} onClick={onClose}><CloseOutlined /></button></h2>
      <div className="pane-body">
        {notes.length > 0 && <div className="report-notes"><b>{zh.importing.notes}</b>{notes.map((note) => <p key={note}>{note}</p>)}</div>}
        {report.map((entry) => (
          <div className="report-entry" key={entryKey(entry)}>
            <button type="button" className="report-place" onClick={() => onShow(entry.line)}>{zh.importing.line(entry.line)}</button>
            <span className="tag">{zh.reportKinds[entry.kind]}</span>
            <Button size="small" type="link" onClick={() => onPutBack(entry)}>{zh.importing.putBack}</Button>
            <div><del>{shown(entry.before)}</del>{entry.after.trim() !== '' && <ins>{shown(entry.after)}</ins>}</div>
          </div>
        ))}
        {trifles > 0 && <p className="report-trifles">{zh.importing.blankCount(trifles)}</p>}
        {kept.map((entry) => (
          <div className="report-entry kept" key={`kept ${entryKey(entry)}`}>
            <button type="button" className="report-place" onClick={() => onShow(entry.line)}>{zh.importing.line(entry.line)}</button>
            <span className="tag">{zh.importing.putBackDone}</span>
            <Button size="small" type="link" onClick={() => onTakeOut(entry)}>{zh.importing.takeOut}</Button>
            <div>{shown(entry.before)}</div>
          </div>
        ))}
      </div>
    </section>
  )
}
