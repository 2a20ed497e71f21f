/** Which drafts the ledger is made of. */
import { useEffect, useState } from 'react'
import { Button, Checkbox, Input, Popover } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import type { DraftSummary } from '../../../shared/contract/procedures.ts'
import { call } from '../../client/client.ts'
import { ledgerText } from '../../text/ledger.ts'
import { kindNames } from '../../text/roles.ts'
import { goTo } from '../shell/route.ts'

interface DraftPickerProps {
  readonly draftIds: readonly string[] | null
  /** Of those that have items. */
  readonly titles: ReadonlyMap<string, string>
}

const pageSize = 500
const enough = 60

/** Drafts whose title holds the words; the library's own search looks into the text as well, so titles are asked for here. */
async function findByTitle(query: string, isCurrent: () => boolean): Promise<readonly DraftSummary[]> {
  const found: DraftSummary[] = []
  for (let offset = 0; isCurrent() && found.length < enough; offset += pageSize) {
    const page = await call('library.list', { folder: 'active', query, kind: null, offset, limit: pageSize })
    if (!page.ok) break
    found.push(...page.value.drafts.filter((draft) => query === '' || draft.title.includes(query)))
    if (offset + pageSize >= page.value.total) break
  }
  return found.slice(0, enough)
}

function PickerPanel({ draftIds, titles }: DraftPickerProps) {
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<readonly DraftSummary[]>([])
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(titles)
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      void findByTitle(typed.trim(), () => current).then((drafts) => {
        if (!current) return
        setFound(drafts)
        setKnown((before) => new Map([...before, ...drafts.map((draft) => [draft.id, draft.title] as const)]))
      })
    }, typed === '' ? 0 : 200)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [typed])
  const chosen = draftIds ?? []
  const choose = (ids: readonly string[]) => goTo({ page: 'ledger', draftIds: ids.length === 0 ? null : ids })
  const others = found.filter((draft) => !chosen.includes(draft.id))
  return (
    <div className="draft-picker">
      <Input autoFocus allowClear value={typed} placeholder={ledgerText.pickSearch} aria-label={ledgerText.pickSearch} onChange={(event) => setTyped(event.target.value)} />
      <div className="picker-list">
        <Checkbox checked={draftIds === null} onChange={() => goTo({ page: 'ledger', draftIds: null })}>{ledgerText.all}</Checkbox>
        {chosen.map((id) => <Checkbox key={id} checked onChange={() => choose(chosen.filter((one) => one !== id))}>{known.get(id) || titles.get(id) || ledgerText.withoutItems}</Checkbox>)}
        {others.map((draft) => (
          <Checkbox key={draft.id} checked={false} onChange={() => choose([...chosen, draft.id])}>
            <span className="value" title={draft.title}>{draft.title === '' ? ledgerText.untitled : draft.title}</span> <small>{kindNames[draft.kind]}</small>
          </Checkbox>
        ))}
        {others.length === 0 && typed !== '' && <p className="quiet">{ledgerText.nothingPicked}</p>}
      </div>
    </div>
  )
}

export function DraftPicker(props: DraftPickerProps) {
  const [open, setOpen] = useState(false)
  const { draftIds, titles } = props
  const label = draftIds === null ? ledgerText.all : ledgerText.some(titles.get(draftIds[0]!) || ledgerText.untitled, draftIds.length - 1)
  return (
    <Popover trigger="click" placement="bottomLeft" arrow={false} open={open} onOpenChange={setOpen} destroyOnHidden content={<PickerPanel {...props} />}>
      <Button className="picker-button" title={draftIds?.map((id) => titles.get(id) ?? '').filter((title) => title !== '').join('、') ?? label} aria-label={`${ledgerText.pick}：${label}`}><span>{label}</span> <DownOutlined /></Button>
    </Popover>
  )
}
