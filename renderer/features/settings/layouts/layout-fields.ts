/** The fields of the form: every number of a layout, in groups, each in the unit people use for it. */
import { millimetresOf, pointsOf, readSize, shortNumber, sizeName, twipsOfMillimetres, twipsOfPoints } from '../../../../shared/print/layout-units.ts'
import type { LayoutValue } from '../../../../shared/print/layout-paths.ts'
import { layoutsText, typedUnits } from '../../../text/layouts.ts'

export type FieldKind = 'millimetres' | 'points' | 'size' | 'lines' | 'characters' | 'switch' | 'place' | 'signs' | 'chinese' | 'latin'

export interface LayoutField {
  readonly path: string
  readonly kind: FieldKind
}

export interface TypeRow {
  readonly type: keyof typeof layoutsText.types
  readonly pitch: boolean
}

export type GroupName = keyof typeof layoutsText.groups

export interface FieldGroup {
  readonly name: GroupName
  readonly types: readonly TypeRow[]
  readonly fields: readonly LayoutField[]
}

const field = (kind: FieldKind) => (path: string): LayoutField => ({ path, kind })
const type = (name: TypeRow['type'], pitch = false): TypeRow => ({ type: name, pitch })

export const fieldGroups: readonly FieldGroup[] = [
  { name: 'page', types: [], fields: ['width', 'height', 'top', 'bottom', 'left', 'right', 'header', 'footer'].map((side) => field('millimetres')(`page.${side}`)) },
  {
    name: 'grid', types: [],
    fields: [{ path: 'grid.linesPerPage', kind: 'lines' }, { path: 'grid.charactersPerLine', kind: 'characters' }, ...['linePitch', 'characterSpacing', 'indent'].map((name) => field('points')(`grid.${name}`))],
  },
  { name: 'headings', types: [type('title', true), type('subtitle'), type('heading1'), type('heading2'), type('heading3'), type('heading4')], fields: [] },
  { name: 'body', types: [type('body')], fields: [{ path: 'styles.label.bold', kind: 'switch' }] },
  { name: 'table', types: [type('table', true), type('tableHead')], fields: [{ path: 'ledger.size', kind: 'size' }, { path: 'ledger.smallestSize', kind: 'size' }] },
  {
    name: 'number', types: [type('pageNumber')],
    fields: [{ path: 'pageNumber.place', kind: 'place' }, { path: 'pageNumber.before', kind: 'signs' }, { path: 'pageNumber.after', kind: 'signs' }, { path: 'pageNumber.indent', kind: 'millimetres' }],
  },
  { name: 'spacing', types: [], fields: ['hangingPunctuation', 'compressPunctuation', 'autoSpace', 'keepHeadingWithNext'].map((name) => field('switch')(`options.${name}`)) },
]

/** The fields of a row of type, in their columns. */
export function typeFields({ type: name, pitch }: TypeRow): readonly LayoutField[] {
  const at = (rest: string) => `styles.${name}.${rest}`
  return [
    { path: at('font.chinese'), kind: 'chinese' }, { path: at('font.latin'), kind: 'latin' }, { path: at('size'), kind: 'size' }, { path: at('bold'), kind: 'switch' },
    ...(pitch ? [{ path: at('linePitch'), kind: 'points' as const }] : []),
  ]
}

/** All fields of the form, in their order. */
export const allFields: readonly LayoutField[] = fieldGroups.flatMap(({ types, fields }) => [...types.flatMap(typeFields), ...fields])

const { form, places } = layoutsText

/** As it stands in the field. */
export function shownValue(kind: FieldKind, value: LayoutValue): string {
  switch (kind) {
    case 'millimetres': return shortNumber(millimetresOf(value as number))
    case 'points': return shortNumber(pointsOf(value as number))
    case 'size': return sizeName(value as number) ?? shortNumber((value as number) / 2)
    case 'switch': return value === true ? form.on : form.off
    case 'place': return places[value as keyof typeof places]
    default: return String(value)
  }
}

/** With its unit, as a sentence tells it. */
export function toldValue(kind: FieldKind, value: LayoutValue): string {
  if (kind === 'millimetres' || kind === 'points' || kind === 'lines' || kind === 'characters') return `${shownValue(kind, value)} ${form.units[kind]}`
  const shown = shownValue(kind, value)
  return shown === '' ? form.blank : shown
}

/** What was typed as a value, or what is wrong with it. */
export function readValue(kind: FieldKind, typed: string): { readonly value: LayoutValue } | { readonly problem: string } {
  const text = typed.normalize('NFKC').replaceAll(/\s/gu, '').replace(/^[−–—]/u, '-').replace(typedUnits, '')
  const number = /^-?\d{1,6}(?:\.\d{1,4})?$/u.test(text) ? Number(text) : undefined
  switch (kind) {
    case 'millimetres': return number === undefined ? { problem: form.number } : { value: twipsOfMillimetres(number) }
    case 'points': return number === undefined ? { problem: form.number } : { value: twipsOfPoints(number) }
    case 'lines': case 'characters': return number === undefined || !Number.isInteger(number) ? { problem: form.whole } : { value: number }
    case 'size': {
      const size = readSize(typed)
      return size === undefined ? { problem: form.size } : { value: size }
    }
    default: return { value: typed }
  }
}

/** One step of the arrow keys, in the unit shown. */
export function stepOf(kind: FieldKind): number {
  switch (kind) {
    case 'millimetres': return 0.5
    case 'points': return 0.05
    default: return 1
  }
}
