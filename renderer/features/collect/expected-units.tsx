/** The units that are to report: pasted or written, kept for the next time. */
import { useEffect, useRef, useState } from 'react'
import { App as AntdApp, Button, Input } from 'antd'
import { expectedUnits } from '../../../shared/collect/names.ts'
import { mostExpectedUnits } from '../../../shared/settings/expected-units.ts'
import { collectText } from '../../text/collect.ts'
import { currentSettings, useSettings, writeSetting } from '../settings/use-settings.ts'

const text = collectText.expected

/** What can be kept of it: lines without control characters, blank ones at the end left out. */
const linesOf = (typed: string) => typed.replace(/\s+$/u, '').split('\n').map((line) => line.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, ' ').slice(0, 400).toWellFormed())

export function ExpectedUnits({ onSaved }: { readonly onSaved?: () => void }) {
  const { message, modal } = AntdApp.useApp()
  const { settings, loaded } = useSettings()
  const stored = settings.expectedUnits.lines.join('\n')
  const [typed, setTyped] = useState(stored)
  const before = useRef(stored)
  // Another window's list replaces one that was not touched here.
  useEffect(() => {
    setTyped((now) => (now === before.current ? stored : now))
    before.current = stored
  }, [stored, loaded])
  const lines = linesOf(typed)
  const count = expectedUnits(lines).length
  const changed = lines.join('\n') !== stored && !(typed.trim() === '' && stored === '')
  const save = async () => {
    if (lines.length > mostExpectedUnits) void message.warning(text.tooMany(mostExpectedUnits), 6)
    const saved = await writeSetting('expectedUnits', { lines: typed.trim() === '' ? [] : lines.slice(0, mostExpectedUnits) }, currentSettings().expectedUnits)
    if (saved.ok) onSaved?.()
    else modal.error({ title: saved.error.message })
  }
  return (
    <section className="collect-expected" aria-label={text.title}>
      <h3>{text.title}<small>{count === 0 ? text.none : text.count(count)}</small></h3>
      <p className="settings-keys">{text.hint}</p>
      <Input.TextArea value={typed} aria-label={text.title} placeholder={text.placeholder} autoSize={{ minRows: 5, maxRows: 11 }} spellCheck={false} onChange={(event) => setTyped(event.target.value)} onBlur={() => { if (changed) void save() }} />
      {changed && <Button size="small" type="primary" onMouseDown={(event) => event.preventDefault()} onClick={() => void save()}>{text.save}</Button>}
    </section>
  )
}
