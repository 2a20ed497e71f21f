/** 存为素材: what is proposed for the selection, looked over and kept. */
import { useRef, useState, type KeyboardEvent } from 'react'
import { Alert, App as AntdApp, Button, Modal } from 'antd'
import type { Block } from '../../../shared/document/draft.ts'
import { snippetName, snippetText as textOf, type SnippetProposal } from '../../../shared/snippets/propose.ts'
import { isPiece } from '../../../shared/snippets/selection-blocks.ts'
import { snippetVersion } from '../../../shared/snippets/snippet.ts'
import { call, clientId, type Failure } from '../../client/client.ts'
import { snippetText } from '../../text/snippets.ts'
import { SnippetFields, type SnippetDetails } from './snippet-fields.tsx'
import './snippets.css'

const text = snippetText.save

export interface SnippetToSave {
  readonly blocks: readonly Block[]
  readonly proposed: SnippetProposal
  /** Aspects of the draft. */
  readonly aspects: readonly string[]
}

interface SaveSnippetDialogProps extends SnippetToSave {
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

/** Where the same text is kept already: which one that is. */
function sameOne(failure: Failure | undefined): string | undefined {
  return failure?.code === 'SNIPPET_SAME_TEXT' && typeof failure.data === 'object' && failure.data !== null && 'id' in failure.data ? String(failure.data.id) : undefined
}

export function SaveSnippetDialog({ blocks, proposed, aspects, onClose, onOpen }: SaveSnippetDialogProps) {
  const { message } = AntdApp.useApp()
  const [details, setDetails] = useState<SnippetDetails>({ ...proposed, tags: [] })
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const [id] = useState(() => crypto.randomUUID())
  const form = useRef<HTMLDivElement>(null)

  /** The dialogue opens by and by: who is quicker has begun elsewhere. */
  const begin = () => {
    if (!form.current?.contains(document.activeElement)) form.current?.querySelector<HTMLInputElement>('input')?.select()
  }
  const save = async () => {
    if (busy) return
    setBusy(true)
    const title = details.title.trim() === '' ? snippetName(blocks) : details.title.trim()
    const result = await call('snippets.save', { snippet: { schemaVersion: snippetVersion, id, ...details, title, aspect: details.aspect.trim(), source: details.source.trim(), blocks }, base: null, clientId })
    setBusy(false)
    if (!result.ok) return setFailure(result.error)
    onClose()
    void message.success({ key: 'snippet', content: text.done(title), duration: 5 })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.key !== 'Enter') return
    const plain = event.target instanceof HTMLInputElement && event.target.classList.contains('ant-input')
    if (!plain && !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  const same = sameOne(failure)
  return (
    <Modal open width={620} style={{ top: 40 }} title={text.title} okText={text.ok} cancelText={text.cancel} confirmLoading={busy} onOk={() => void save()} onCancel={onClose} afterOpenChange={(open) => { if (open) begin() }}>
      <div className="snippet-dialog" ref={form} onKeyDown={onKeyDown}>
        {failure && <Alert type="warning" showIcon title={failure.message} action={same === undefined ? undefined : <Button size="small" onClick={() => onOpen(same)}>{text.openSame}</Button>} />}
        <SnippetFields value={details} aspects={aspects} onChange={setDetails} />
        <p className="quiet">{isPiece(blocks) ? text.piece : text.blocks(blocks.length)}</p>
        <div className="snippet-whole" tabIndex={0} aria-label={snippetText.fields.text}>{textOf(blocks).split('\n').map((line, index) => <p key={index}>{line}</p>)}</div>
      </div>
    </Modal>
  )
}
