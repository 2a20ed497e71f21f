/** The inspector's 待填: every open key once, filled everywhere at once; masked text that could be one. */
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { Button, Modal } from 'antd'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { placeholderCatalogue, placeholderKind, placeholderText, type PlaceholderKind } from '../../../../shared/placeholders/catalogue.ts'
import { openPlaceholders, type OpenPlaceholder } from '../../../../shared/placeholders/placeholder-places.ts'
import { fillableNow } from '../../../../shared/placeholders/profile-values.ts'
import { useEditable } from '../../../editor/use-editable.ts'
import { placeholderTexts } from '../../../text/placeholders.ts'
import { zh } from '../../../text/zh.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { useFill } from './fill-places.tsx'
import { MaskedSection } from './masked-section.tsx'
import { PlaceholderRow } from './placeholder-row.tsx'
import './placeholders.css'

const groupOrder = [...new Set(placeholderCatalogue.map(({ group }) => group))]
const catalogueOrder = new Map(placeholderCatalogue.map(({ key }, index) => [key, index]))

interface Group {
  readonly group: PlaceholderKind['group'] | 'own'
  readonly open: readonly OpenPlaceholder[]
}

/** As in the catalogue; a unit's own keys last. */
function grouped(open: readonly OpenPlaceholder[]): Group[] {
  const groups: Group[] = [...groupOrder, 'own' as const].map((group) => ({
    group,
    open: open.filter(({ key }) => (placeholderKind(key)?.group ?? 'own') === group)
      .toSorted((a, b) => (catalogueOrder.get(placeholderKind(a.key)?.key ?? '') ?? 0) - (catalogueOrder.get(placeholderKind(b.key)?.key ?? '') ?? 0)),
  }))
  return groups.filter((group) => group.open.length > 0)
}

export const PlaceholdersPanel = memo(function PlaceholdersPanel({ draftId, editor, draft }: { readonly draftId: string; readonly editor: LexicalEditor; readonly draft: Draft }) {
  const { settings } = useSettings()
  const disabled = !useEditable(editor)
  const fill = useFill(editor)
  const open = useMemo(() => openPlaceholders(draft), [draft])
  const known = useMemo(() => fillableNow(draft, settings.unitProfile), [draft, settings.unitProfile])
  const [asking, setAsking] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  /** The field to go on in once the one just filled is gone. */
  const next = useRef<string>(undefined)
  const groups = grouped(open)
  const keys = groups.flatMap((group) => group.open.map(({ key }) => key))

  useEffect(() => {
    if (next.current === undefined) return
    panel.current?.querySelector<HTMLElement>(`[data-fill-key="${CSS.escape(next.current)}"]`)?.focus()
    next.current = undefined
  }, [open])
  const fillOne = (key: string, value: string) => {
    const at = keys.indexOf(key)
    next.current = keys[at + 1] ?? keys[at - 1]
    fill(new Map([[key, value]]))
  }
  const count = open.reduce((sum, one) => sum + one.count, 0)
  return (
    <div className="placeholders" ref={panel}>
      {open.length === 0
        ? <p className="quiet">{placeholderTexts.empty}{placeholderTexts.emptyHint}</p>
        : <p className="quiet">{placeholderTexts.summary(open.length, count)}</p>}
      {known.size > 0 && <Button block disabled={disabled} onClick={() => setAsking(true)}>{placeholderTexts.fillKnown(known.size)}</Button>}
      {groups.map(({ group, open: own }) => (
        <section key={group}>
          <h3>{group === 'own' ? placeholderTexts.ownGroup : placeholderTexts.groups[group]}</h3>
          <ul>{own.map((one) => <PlaceholderRow key={one.key} editor={editor} draft={draft} open={one} known={known.get(one.key)} disabled={disabled} onFill={fillOne} />)}</ul>
        </section>
      ))}
      <MaskedSection draftId={draftId} editor={editor} draft={draft} disabled={disabled} />
      <Modal
        open={asking} width={520} title={placeholderTexts.fillKnownTitle} okText={placeholderTexts.fillKnownOk} cancelText={zh.app.cancel} onCancel={() => setAsking(false)}
        onOk={() => { setAsking(false); fill(known) }}
      >
        <dl className="known-values">
          {keys.filter((key) => known.has(key)).map((key) => (
            <div key={key}><dt>{placeholderText(key)}</dt><dd>{known.get(key)}</dd><dd className="quiet">{placeholderTexts.count(open.find((one) => one.key === key)?.count ?? 0)}</dd></div>
          ))}
        </dl>
        <p className="quiet">{placeholderTexts.fillKnownNote}</p>
      </Modal>
    </div>
  )
})
