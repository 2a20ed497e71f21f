/** Every key of the paper on one sheet (F1). */
import { useEffect, useState } from 'react'
import { Modal } from 'antd'
import { roleKeys } from '../../editor/extensions/block/block-keys.ts'
import { nextPartKey } from '../../editor/extensions/offers/offer-commands.ts'
import { gestureText } from '../../text/gestures.ts'
import { linkText } from '../../text/links.ts'
import { placeholderTexts } from '../../text/placeholders.ts'
import { paperTemplatesText } from '../../text/paper-templates.ts'
import { notesText } from '../../text/notes.ts'
import { recordText } from '../../text/record.ts'
import { roleNames } from '../../text/roles.ts'
import { snippetText } from '../../text/snippets.ts'
import { zh } from '../../text/zh.ts'

/** F1 opens the sheet, anywhere on the editing screen. */
export function useShortcutSheet(): { readonly open: boolean; readonly show: () => void; readonly hide: () => void } {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return { open, show: () => setOpen(true), hide: () => setOpen(false) }
}

const sections = () => [
  { title: zh.shortcuts.roles, keys: roleKeys.map((key) => ({ keys: key.shown, what: zh.shortcuts.makeRole(roleNames[key.role]) })) },
  { title: linkText.shortcuts.title, keys: linkText.shortcuts.keys },
  { title: snippetText.name, keys: snippetText.shortcuts },
  { title: zh.shortcuts.structure, keys: [{ keys: nextPartKey, what: recordText.nextKey }, ...zh.shortcuts.structureKeys, ...gestureText.itemKeys, ...gestureText.dragKeys] },
  { title: zh.shortcuts.other, keys: [...zh.shortcuts.otherKeys, notesText.shortcuts, placeholderTexts.shortcuts, paperTemplatesText.guidance.shortcuts] },
]

export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Modal open={open} title={zh.shortcuts.title} width={720} style={{ top: 16 }} footer={null} onCancel={onClose}>
      <div className="shortcut-sheet">
        {sections().map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>{keys.map(({ keys: shown, what }) => <div key={shown}><dt>{shown}</dt><dd>{what}</dd></div>)}</dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
