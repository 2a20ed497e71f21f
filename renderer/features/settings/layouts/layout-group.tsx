/** A group of fields: rows of type as a table, single fields in two columns. */
import { valueAt } from '../../../../shared/print/layout-paths.ts'
import { layoutsText } from '../../../text/layouts.ts'
import { FieldNotes, WayBack } from './field-notes.tsx'
import { statusAt, type FormContext } from './form-context.ts'
import { LayoutFieldInput } from './layout-field.tsx'
import { typeFields, type FieldGroup, type LayoutField, type TypeRow } from './layout-fields.ts'

const { form: text, labels, types, groups } = layoutsText

function FieldInput({ field, label, context, bare = false }: { readonly field: LayoutField; readonly label: string; readonly context: FormContext; readonly bare?: boolean }) {
  const value = valueAt(context.edit.edited, field.path)
  if (value === undefined) return null
  return (
    <LayoutFieldInput
      layoutId={context.edit.base.id} path={field.path} kind={field.kind} value={value} typed={context.edit.typed.get(field.path)?.text} label={label}
      disabled={context.readOnly} bare={bare} status={statusAt(context, field.path)}
    />
  )
}

function SingleField({ field, context }: { readonly field: LayoutField; readonly context: FormContext }) {
  const label = labels[field.path] ?? field.path
  if (valueAt(context.edit.edited, field.path) === undefined) return null
  const box = field.kind === 'switch'
  return (
    <div className={box ? 'layout-switch' : 'layout-field'} data-path={field.path}>
      <label>
        {box && <FieldInput field={field} label={label} context={context} />}
        <span>{label}</span>
        {!box && <FieldInput field={field} label={label} context={context} />}
      </label>
      <WayBack field={field} context={context} name={label} />
      <FieldNotes paths={[field.path]} context={context} />
    </div>
  )
}

const columnNames = [text.chinese, text.latin, text.sizeHead, text.bold, text.pitchHead]

function TypeLine({ row, context, pitched }: { readonly row: TypeRow; readonly context: FormContext; readonly pitched: boolean }) {
  const name = types[row.type]
  const fields = typeFields(row)
  const paths = fields.map((field) => field.path)
  return (
    <>
      <tr data-type={row.type}>
        <th scope="row">{name}</th>
        {fields.map((field, index) => (
          <td key={field.path} data-path={field.path}>
            <span className="type-cell"><FieldInput field={field} label={`${name} ${columnNames[index]!}`} context={context} bare /><WayBack field={field} context={context} name={`${name} ${columnNames[index]!}`} /></span>
          </td>
        ))}
        {pitched && fields.length < columnNames.length && <td />}
      </tr>
      {context.findings.some((one) => paths.includes(one.path)) && <tr className="type-notes"><td /><td colSpan={pitched ? 5 : 4}><FieldNotes paths={paths} context={context} /></td></tr>}
    </>
  )
}

function TypeTable({ rows, context }: { readonly rows: readonly TypeRow[]; readonly context: FormContext }) {
  const pitched = rows.some((row) => row.pitch)
  return (
    <table className="type-table">
      <thead><tr><th scope="col">{text.type}</th>{(pitched ? columnNames : columnNames.slice(0, 4)).map((column) => <th scope="col" key={column}>{column}</th>)}</tr></thead>
      <tbody>{rows.map((row) => <TypeLine key={row.type} row={row} context={context} pitched={pitched} />)}</tbody>
    </table>
  )
}

export function LayoutGroup({ group, context }: { readonly group: FieldGroup; readonly context: FormContext }) {
  return (
    <fieldset className="layout-group" data-group={group.name}>
      <legend>{groups[group.name]}</legend>
      {group.types.length > 0 && <TypeTable rows={group.types} context={context} />}
      {group.fields.length > 0 && <div className="layout-fields">{group.fields.map((field) => <SingleField key={field.path} field={field} context={context} />)}</div>}
    </fieldset>
  )
}
