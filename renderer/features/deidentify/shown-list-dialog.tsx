/** One decision for all that is left, with the whole list shown before it is made. */
import { Modal } from 'antd'
import { zh } from '../../text/zh.ts'

interface ShownListDialogProps {
  readonly title: string
  readonly lead: string
  readonly okText: string
  readonly rows: readonly { readonly text: string; readonly becomes: string; readonly reason: string }[]
  readonly onOk: () => void
  readonly onCancel: () => void
}

export function ShownListDialog({ title, lead, okText, rows, onOk, onCancel }: ShownListDialogProps) {
  return (
    <Modal open title={title} okText={okText} cancelText={zh.app.cancel} onOk={onOk} onCancel={onCancel} width={720}>
      <p>{lead}</p>
      <div className="shown-list" tabIndex={0}>
        <table>
          <tbody>{rows.map((row, index) => <tr key={index}><td>{row.text}</td><td>{row.becomes}</td><td>{row.reason}</td></tr>)}</tbody>
        </table>
      </div>
    </Modal>
  )
}
