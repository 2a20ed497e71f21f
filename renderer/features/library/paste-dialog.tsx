import { useState } from 'react'
import { Input, Modal } from 'antd'
import { zh } from '../../text/zh.ts'

export function PasteDialog({ onText, onCancel }: { readonly onText: (text: string) => void; readonly onCancel: () => void }) {
  const [text, setText] = useState('')
  return (
    <Modal open width={760} title={zh.paste.title} okText={zh.paste.next} cancelText={zh.app.cancel} okButtonProps={{ disabled: text.trim() === '' }} onOk={() => onText(text)} onCancel={onCancel}>
      <p>{zh.paste.hint}</p>
      <Input.TextArea autoFocus spellCheck={false} rows={14} value={text} placeholder={zh.paste.placeholder} onChange={(event) => setText(event.target.value)} />
    </Modal>
  )
}
