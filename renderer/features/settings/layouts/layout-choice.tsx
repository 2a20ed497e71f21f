/** Which layout a draft is set in. One that is gone is told of, and another offered; none is put in its place unasked. */
import { Button, Select } from 'antd'
import { standardLayoutId } from '../../../../shared/print/layout-names.ts'
import { layoutsText } from '../../../text/layouts.ts'
import { useLayouts } from './layout-store.ts'
import './layout-choice.css'

const text = layoutsText.gone

export function LayoutChoice({ label, value, disabled, onChange }: { readonly label: string; readonly value: string; readonly disabled: boolean; readonly onChange: (layoutId: string) => void }) {
  const { layouts, loaded } = useLayouts()
  const gone = loaded && !layouts.some((layout) => layout.id === value)
  const standard = layouts.find((layout) => layout.id === standardLayoutId) ?? layouts[0]
  const options = [...layouts.map((layout) => ({ value: layout.id, label: layout.name })), ...(gone || !loaded ? [{ value, label: gone ? text.field(value) : '', disabled: true }] : [])]
  return (
    <>
      <label>{label}<Select disabled={disabled} value={value} status={gone ? 'error' : ''} options={options} onChange={onChange} /></label>
      {gone && standard && (
        <p className="layout-gone" role="alert">{text.lead}<Button size="small" disabled={disabled} onClick={() => onChange(standard.id)}>{text.use(standard.name)}</Button></p>
      )}
    </>
  )
}
