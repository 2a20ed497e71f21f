/** 体例: the style of the whole draft beside the paper. Pointing at a choice shows what it would do; a click does it. */
import { memo, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { App as AntdApp, Button } from 'antd'
import { CloseOutlined } from '@ant-design/icons'
import { REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { applyStyle, previewStyle, readDraftStyle, type StyledBlocks } from '../../../../shared/document/draft-style.ts'
import { APPLY_STYLE_COMMAND } from '../../../editor/extensions/style/style-command.ts'
import { styleText } from '../../../text/style.ts'
import { zh } from '../../../text/zh.ts'
import { useFreeEscape } from '../open-layers.ts'
import { styleSections, type StyleOption, type StyleRow } from './style-rows.ts'
import './style.css'

interface RowProps {
  readonly row: StyleRow
  readonly disabled: boolean
  readonly onShow: (option: StyleOption) => void
  readonly onApply: (option: StyleOption) => void
}

function Row({ row, disabled, onShow, onApply }: RowProps) {
  const watch = (option: StyleOption) => ({ onMouseEnter: () => onShow(option), onFocus: () => onShow(option), onClick: () => onApply(option) })
  return (
    <div className="style-row" role="group" aria-label={row.hint === '' ? row.name : `${row.name}（${row.hint}）`}>
      <div className="style-name">{row.name}{row.hint !== '' && <small>{row.hint}</small>}</div>
      <div className="style-options">
        {row.options.map((option) => (
          <button type="button" key={option.name} aria-pressed={option.chosen} disabled={disabled} {...watch(option)}>{option.name}</button>
        ))}
        {row.note !== undefined && <p className="style-kept">{row.note}</p>}
        {row.mixed && (
          <p className="style-mixed">{row.mixed.text}
            {row.mixed.most && <button type="button" className="style-even" disabled={disabled} {...watch(row.mixed.most)}>{styleText.evenOut(row.mixed.most.name)}</button>}
          </p>
        )}
      </div>
    </div>
  )
}

function Notes({ notes }: { readonly notes: StyledBlocks['notes'] }) {
  return (
    <>
      {notes.numbered > 0 && <p className="style-note">{styleText.keptNumbers(notes.numbered)}</p>}
      {notes.fixed > 0 && <p className="style-note">{styleText.keptFixed(notes.fixed)}</p>}
      {notes.openHeadings > 0 && <p className="style-note">{styleText.openHeadings(notes.openHeadings)}</p>}
    </>
  )
}

/** What the choice would do: how many places, the first of them as it is and as it will be, and what stays. */
function Preview({ draft, option }: { readonly draft: Draft; readonly option: StyleOption | undefined }) {
  const shown = useMemo(() => {
    if (!option) return undefined
    const styled = applyStyle(draft.blocks, option.change)
    return { ...styled, lines: previewStyle(draft.blocks, styled.blocks) }
  }, [draft, option])
  return (
    <footer className="style-preview" aria-live="polite">
      {!shown ? <p className="quiet">{styleText.hint}</p> : (
        <>
          <b>{shown.changed === 0 ? (shown.notes.kinds.length > 0 ? styleText.keptKinds(shown.notes.kinds) : styleText.unchanged) : styleText.willChange(shown.changed)}</b>
          {shown.lines && (
            <dl>
              <dt>{styleText.now}</dt><dd>{shown.lines.before.map((line, index) => <p key={index}>{line}</p>)}</dd>
              <dt>{styleText.then}</dt><dd className="style-then">{shown.lines.after.map((line, index) => <p key={index}>{line}</p>)}</dd>
            </dl>
          )}
          <Notes notes={shown.notes} />
        </>
      )}
    </footer>
  )
}

interface StylePanelProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly onClose: () => void
}

export const StylePanel = memo(function StylePanel({ editor, draft, onClose }: StylePanelProps) {
  const { message } = AntdApp.useApp()
  const panel = useRef<HTMLElement>(null)
  const [option, setOption] = useState<StyleOption>()
  const sections = useMemo(() => styleSections(readDraftStyle(draft.blocks)), [draft])
  useEffect(() => { panel.current?.querySelector<HTMLElement>('.style-options button')?.focus() }, [])
  const leave = () => {
    onClose()
    editor.focus()
  }
  useFreeEscape(true, leave, '.style-panel')

  const apply = (chosen: StyleOption) => {
    // Composed letters belong to no block yet: they are finished first.
    if (editor.isComposing()) return
    const { changed, notes } = applyStyle(draft.blocks, chosen.change)
    editor.dispatchCommand(APPLY_STYLE_COMMAND, chosen.change)
    if (changed > 0) void message.success(styleText.applied(changed))
    else void message.info(notes.kinds.length > 0 ? styleText.keptKinds(notes.kinds) : styleText.unchanged)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const control = event.ctrlKey || event.metaKey
    if (control && !event.altKey && (event.code === 'KeyZ' || event.code === 'KeyY')) {
      event.preventDefault()
      const at = document.activeElement
      editor.dispatchCommand(event.code === 'KeyZ' && !event.shiftKey ? UNDO_COMMAND : REDO_COMMAND, undefined)
      // An earlier state brings its caret along; one stays in the panel.
      requestAnimationFrame(() => { if (at instanceof HTMLElement) at.focus() })
    }
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...(panel.current?.querySelectorAll<HTMLElement>('.style-row button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <section className="style-panel" role="dialog" aria-label={styleText.title} ref={panel} onKeyDown={onKeyDown} onMouseLeave={() => setOption(undefined)}>
      <header><h3>{styleText.title}</h3><Button type="text" size="small" icon={<CloseOutlined />} aria-label={zh.app.close} onClick={leave} /></header>
      <div className="style-rows">
        {sections.length === 0 && <p className="quiet">{styleText.empty}</p>}
        {sections.map(({ title, rows }) => (
          <div key={title}>
            <h4>{title}</h4>
            {rows.map((row) => <Row key={row.key} row={row} disabled={!editor.isEditable()} onShow={setOption} onApply={apply} />)}
          </div>
        ))}
      </div>
      <Preview draft={draft} option={option} />
    </section>
  )
})
