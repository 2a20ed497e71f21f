/** Masked text (××, 某某, X月X日) with the reason each was taken for it: made a placeholder one by one or all, or declined. */
import { memo, useMemo, useState } from 'react'
import { Button, Input } from 'antd'
import { SKIP_DOM_SELECTION_TAG, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { isPlaceholderKey } from '../../../../shared/placeholders/catalogue.ts'
import { maskedNames, maskedPlaces, type MaskedPlace } from '../../../../shared/placeholders/convert-masked.ts'
import { CONVERT_MASKED_COMMAND } from '../../../editor/extensions/placeholder/placeholder-commands.ts'
import { placeholderTexts } from '../../../text/placeholders.ts'
import { bringBackForms, declineForms, isDeclined, useDeclinedForms } from './declined-forms.ts'
import { useUndoNote } from './fill-places.tsx'
import { showPlace } from './show-place.ts'

/** So many are drawn at a time. */
const most = 60

interface MaskedRowProps {
  readonly masked: MaskedPlace
  readonly disabled: boolean
  readonly onShow: () => void
  readonly onConvert: (key: string) => void
  readonly onDecline: () => void
}

function MaskedRow({ masked, disabled, onShow, onConvert, onDecline }: MaskedRowProps) {
  const [typed, setTyped] = useState<string>()
  const key = (typed ?? masked.key).trim()
  const fits = isPlaceholderKey(key)
  const convert = () => { if (fits && !disabled) onConvert(key) }
  return (
    <li className="masked-row">
      <button type="button" className="masked-words" title={placeholderTexts.show} onClick={onShow}>…{masked.before}<mark>{masked.text}</mark>{masked.after}…</button>
      <small>{masked.reason}</small>
      <div className="masked-line">
        <Input size="small" value={typed ?? masked.key} disabled={disabled} maxLength={30} spellCheck={false} status={fits ? '' : 'warning'} title={fits ? undefined : placeholderTexts.keyWrong} aria-label={placeholderTexts.keyOf(masked.text)} onChange={(event) => setTyped(event.target.value)} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) convert() }} />
        <Button size="small" disabled={disabled || !fits} title={placeholderTexts.convert} onClick={convert}>{placeholderTexts.convertShort}</Button>
        <Button size="small" type="text" title={placeholderTexts.declineHint} onClick={onDecline}>{placeholderTexts.decline}</Button>
      </div>
    </li>
  )
}

export const MaskedSection = memo(function MaskedSection({ draftId, editor, draft, disabled }: { readonly draftId: string; readonly editor: LexicalEditor; readonly draft: Draft; readonly disabled: boolean }) {
  const declined = useDeclinedForms(draftId)
  const note = useUndoNote(editor)
  const all = useMemo(() => maskedPlaces(draft).map((masked) => ({ masked, names: maskedNames(masked) })), [draft])
  const shown = all.filter(({ names }) => !isDeclined(declined, names))
  const passed = all.filter(({ names }) => isDeclined(declined, names))
  if (all.length === 0) return null
  const convert = (places: readonly MaskedPlace[]) => {
    if (!editor.isEditable()) return
    editor.update(() => { editor.dispatchCommand(CONVERT_MASKED_COMMAND, places) }, { discrete: true, tag: SKIP_DOM_SELECTION_TAG })
    note(placeholderTexts.converted(places.length))
  }
  return (
    <section className="masked-section" aria-label={placeholderTexts.masked(shown.length)}>
      <h3>{placeholderTexts.masked(shown.length)}</h3>
      {shown.length > 0 && (
        <>
          <p className="quiet">{placeholderTexts.maskedHint}</p>
          <Button size="small" disabled={disabled} onClick={() => convert(shown.map(({ masked }) => masked))}>{placeholderTexts.convertAll(shown.length)}</Button>
          <ul>
            {shown.slice(0, most).map(({ masked, names }, index) => (
              <MaskedRow
                key={`${names[0]} ${masked.from} ${index}`} masked={masked} disabled={disabled}
                onShow={() => showPlace(editor, masked.place, masked.from, masked.to)} onConvert={(key) => convert([{ ...masked, key }])} onDecline={() => declineForms(draftId, names)}
              />
            ))}
          </ul>
          {shown.length > most && <p className="quiet">{placeholderTexts.further(shown.length - most)}</p>}
        </>
      )}
      {passed.length > 0 && <p className="quiet">{placeholderTexts.declined(passed.length)}<Button type="link" size="small" onClick={() => bringBackForms(draftId, passed.flatMap(({ names }) => names))}>{placeholderTexts.bringBack}</Button></p>}
    </section>
  )
})
