import { useId, useState } from 'react'
import { Button, Input, Popover } from 'antd'
import { CalendarOutlined } from '@ant-design/icons'
import type { LexicalEditor } from 'lexical'
import { ledgerFieldFacts } from '../../../../shared/ledger/ledger-fields.ts'
import { parseTimeLimit, type TimeLimitContext } from '../../../../shared/time-limit/parse-time-limit.ts'
import { describeLimit } from '../../../editor/extensions/time-limit/describe-limit.ts'
import { LimitPicker } from '../../../editor/extensions/time-limit/limit-layer.tsx'
import { recordText } from '../../../text/record.ts'
import { zh } from '../../../text/zh.ts'
import { Labelled, recordHint } from './form-fields.tsx'
import { useField, type Commit } from './use-field.ts'

interface LimitFieldProps {
  readonly editor: LexicalEditor
  readonly value: string
  readonly context: TimeLimitContext
  readonly disabled: boolean
  readonly inRecord: boolean
  readonly commit: Commit
}

/** The limit in words as they are typed, what they mean below, and the picker beside. */
export function LimitField({ editor, value, context, disabled, inRecord, commit }: LimitFieldProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const { typed, change, choose, input } = useField(editor, value, commit)
  const limits = typed.split('\n').filter((line) => line.trim() !== '').map((line) => parseTimeLimit(line, context))
  const meant = limits.map((limit) => {
    const { text, inferred } = describeLimit(limit)
    return limit.kinds.length === 0 ? '' : inferred ? `${text} · ${zh.limits.inferred}` : text
  }).filter((text) => text !== '')
  const picker = (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden open={open} onOpenChange={(shown) => setOpen(shown && !disabled)} content={(
      <LimitPicker limit={limits[0] ?? parseTimeLimit('', context)} onApply={(text) => { setOpen(false); choose(text) }} />
    )}>
      <Button type="text" size="small" icon={<CalendarOutlined />} disabled={disabled} aria-label={recordText.pickLimit} title={recordText.pickLimit} />
    </Popover>
  )
  return (
    <Labelled id={id} label={ledgerFieldFacts.timeLimit.title} extra={picker} inRecord={inRecord && value !== ''} note={meant.length > 0 ? recordText.understood(meant.join('；')) : undefined}>
      <Input.TextArea id={id} aria-label={ledgerFieldFacts.timeLimit.title} placeholder={recordHint(inRecord)} rows={1} spellCheck={false} disabled={disabled} value={typed} onChange={(event) => change(event.target.value)} {...input} />
    </Labelled>
  )
}
