/** What each role looks like by the layout alone (GB/T 9704-2012 §7.3, word-format.md §1.2). */
import { headingLevel, roles, type TextRole } from '../document/roles.ts'
import type { Layout } from './layout.ts'
import type { CharacterLength, ParagraphFormat, RoleFormat, TypeSetting, TypeStyle } from './print-types.ts'

export const textRoles: readonly TextRole[] = roles.filter((role) => role !== 'table')

export const noLength: CharacterLength = { twips: 0, characters: 0 }

/** A length given in characters of body type: two of them are the layout's indent. */
export function characters(layout: Layout, count: number): CharacterLength {
  return count === 0 ? noLength : { twips: Math.round((count * layout.grid.indent) / 2), characters: count }
}

export function typeStyleOf(role: TextRole): TypeStyle {
  const level = headingLevel(role)
  if (level !== undefined) return `heading${level}`
  if (role === 'title') return 'title'
  return role === 'subtitle' || role === 'byline' ? 'subtitle' : 'body'
}

export function typeSettings(layout: Layout): Readonly<Record<TypeStyle, TypeSetting>> {
  const { body, title, subtitle, heading1, heading2, heading3, heading4 } = layout.styles
  return { body, title: { font: title.font, size: title.size, bold: title.bold }, subtitle, heading1, heading2, heading3, heading4 }
}

function alignmentOf(role: TextRole): ParagraphFormat['alignment'] {
  switch (role) {
    case 'title': case 'subtitle': case 'byline': return 'centre'
    case 'addressee': return 'left'
    case 'signature': case 'date': return 'right'
    default: return 'both'
  }
}

/** 左空二字，回行顶格 (§7.3.3); what is centred, flush or set from the right has no first-line indent. */
function firstLineOf(role: TextRole, layout: Layout): CharacterLength {
  return alignmentOf(role) === 'both' ? characters(layout, 2) : noLength
}

function formatOf(role: TextRole, layout: Layout): ParagraphFormat {
  const level = headingLevel(role)
  return {
    alignment: alignmentOf(role),
    firstLine: firstLineOf(role, layout),
    hanging: noLength,
    left: noLength,
    right: role === 'signature' || role === 'date' ? characters(layout, 2) : noLength,
    linePitch: role === 'title' ? layout.styles.title.linePitch : layout.grid.linePitch,
    // A signature parted from its date by a page break would be worthless.
    keepWithNext: role === 'signature' || (level !== undefined && layout.options.keepHeadingWithNext),
    pageBreakBefore: false,
  }
}

export function roleFormats(layout: Layout): Readonly<Record<TextRole, RoleFormat>> {
  const types = typeSettings(layout)
  const entries = textRoles.map((role): [TextRole, RoleFormat] => {
    const typeStyle = typeStyleOf(role)
    return [role, { typeStyle, type: types[typeStyle], format: formatOf(role, layout) }]
  })
  return Object.fromEntries(entries) as Record<TextRole, RoleFormat>
}
