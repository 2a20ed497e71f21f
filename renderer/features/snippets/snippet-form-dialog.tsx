import { useState } from 'react'
import { Button, Modal } from 'antd'
import { snippetText } from '../../text/snippets.ts'
import { SnippetForm } from './snippet-form.tsx'

/** A snippet to be changed, over the paper: the writer does not have to leave it. */
export function SnippetFormDialog({ id: first, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [id, setId] = useState(first)
  return (
    <Modal open width={760} style={{ top: 24 }} title={snippetText.form.title} footer={<Button type="primary" onClick={onClose}>{snippetText.form.close}</Button>} onCancel={onClose}>
      <div className="snippet-dialog"><SnippetForm key={id} id={id} onOpen={setId} /></div>
    </Modal>
  )
}
