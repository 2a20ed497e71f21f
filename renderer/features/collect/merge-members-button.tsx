/** Members' drafts, chosen in the library or received in a package, become one of their 班子. */
import { useState } from 'react'
import { App as AntdApp, Button, Modal, Radio } from 'antd'
import type { ProcedureInput, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { call } from '../../client/client.ts'
import { collectText } from '../../text/collect.ts'
import { zh } from '../../text/zh.ts'
import { goTo } from '../shell/route.ts'

const text = collectText.merge
const mostMembers = 60
const mostTold = 8

type Merged = ProcedureOutput<'collect.mergeMembers'>
type Kind = ProcedureInput<'collect.mergeMembers'>['kind']

/** What the writer is to look at in the new draft. */
function Told({ merged: { duplicates, told } }: { readonly merged: Merged }) {
  return (
    <>
      {duplicates.length > 0 && <p>{text.duplicates(duplicates.length)}</p>}
      {duplicates.length > 0 && <ul>{duplicates.slice(0, mostTold).map((one, index) => <li key={index}>{one.members.join('、')}：{one.text.slice(0, 60)}</li>)}</ul>}
      {duplicates.length > mostTold && <p>{text.more(duplicates.length - mostTold)}</p>}
      {told.length > 0 && <p>{text.told(told.length)}</p>}
    </>
  )
}

/** @param onMerged before the new draft is shown: what lies over the screen leaves. */
export function MergeMembersButton({ draftIds, onMerged }: { readonly draftIds: readonly string[]; readonly onMerged?: () => void }) {
  const { message, modal } = AntdApp.useApp()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [kind, setKind] = useState<'auto' | NonNullable<Kind>>('auto')
  const start = () => {
    if (draftIds.length > mostMembers) void message.info(text.tooMany(mostMembers), 5)
    else setAsking(true)
  }
  const merge = async () => {
    setBusy(true)
    const merged = await call('collect.mergeMembers', { draftIds: [...draftIds], kind: kind === 'auto' ? null : kind })
    setBusy(false)
    if (!merged.ok) return void modal.error({ title: merged.error.message })
    setAsking(false)
    const { value } = merged
    modal.success({
      title: text.done(value.members.length, value.problems), content: <Told merged={value} />, okText: text.open, width: 520, closable: true, maskClosable: true,
      onOk: () => { onMerged?.(); goTo({ page: 'draft', draftId: value.draftId }) },
    })
  }
  return (
    <>
      <Button size="small" onClick={start}>{text.action}</Button>
      {asking && (
        <Modal open title={text.title} okText={text.ok} cancelText={zh.app.cancel} confirmLoading={busy} onCancel={() => setAsking(false)} onOk={() => void merge()}>
          <p>{text.hint(draftIds.length)}</p>
          <Radio.Group value={kind} onChange={(event) => setKind(event.target.value as typeof kind)} aria-label={text.kind} options={[{ value: 'auto', label: text.auto }, { value: 'team-plan', label: text.kinds['team-plan'] }, { value: 'self-examination', label: text.kinds['self-examination'] }]} vertical />
        </Modal>
      )}
    </>
  )
}
