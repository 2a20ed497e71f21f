import { useEffect, useState } from 'react'
import { Empty } from 'antd'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { call } from '../../client/client.ts'
import { zh } from '../../text/zh.ts'
import { nearTime } from '../shell/times.ts'

/** Where an imported draft came from: the source in full and every change made to it. */
export function SourcePanel({ draftId, imported }: { readonly draftId: string; readonly imported: boolean }) {
  const [record, setRecord] = useState<ProcedureOutput<'imports.report'>>()
  useEffect(() => {
    if (imported) void call('imports.report', { draftId }).then((result) => { if (result.ok) setRecord(result.value) })
  }, [draftId, imported])
  if (!imported) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={zh.source.none} />
  if (!record) return null
  return (
    <div className="source-record">
      <p>{zh.source.from(record.name, nearTime(record.importedAt))}</p>
      {record.notes.map((note) => <p className="quiet" key={note}>{note}</p>)}
      <p>{zh.source.changes(record.report.length)}</p>
      {record.report.filter((entry) => entry.kind !== 'blank-line').map((entry, index) => (
        <div className="source-change" key={index}>
          <small>{zh.importing.line(entry.line)}　{zh.reportKinds[entry.kind]}</small>
          <div><del>{entry.before.includes('\n') ? '⏎' : entry.before.trim() === '' ? '␣' : entry.before}</del> {entry.after.trim() !== '' && <ins>{entry.after}</ins>}</div>
        </div>
      ))}
      <h3>{zh.source.original}</h3>
      <pre>{record.sourceText}</pre>
    </div>
  )
}
