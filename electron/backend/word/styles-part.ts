/** word/styles.xml */
import { headingLevel } from '../../../shared/document/roles.ts'
import { officialParts, type PrintDocument, type RoleFormat, type TypeSetting } from '../../../shared/print/print-types.ts'
import { noLength, textRoles } from '../../../shared/print/role-formats.ts'
import { alignmentElement, indentElement, runProperties, spacingElement, typeProperties } from './formats.ts'
import { blankStyle, cellHeadStyle, cellStyle, footerStyle, officialStyles, partStyles, roleStyles, typeCharacterStyles, type StyleName } from './word-names.ts'
import { element, part, toggle, value } from './xml.ts'

const flush = { firstLine: noLength, hanging: noLength, left: noLength, right: noLength }

/**
 * The base of all: widow control off, or pages lose a line; the grid does not bind, or LibreOffice and Word count lines
 * differently; the type size stands here and not only in the defaults (word-format.md §0 points 2, 3, 6; §3).
 */
function normalStyle({ grid, options, typeStyles }: PrintDocument): string {
  return element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    value('w:name', 'Normal'), '<w:qFormat/>',
    element('w:pPr', {},
      toggle('w:widowControl', false),
      toggle('w:overflowPunct', options.hangingPunctuation),
      toggle('w:autoSpaceDE', options.autoSpace), toggle('w:autoSpaceDN', options.autoSpace),
      toggle('w:snapToGrid', false), spacingElement(grid.linePitch), value('w:jc', 'both')),
    runProperties({ font: typeStyles.body.font, bold: typeStyles.body.bold, spacing: grid.characterSpacing, size: typeStyles.body.size, language: true }))
}

interface ParagraphStyle extends StyleName {
  readonly type: TypeSetting
  readonly paragraph: string
  readonly next?: string
}

function paragraphStyle({ id, name, type, paragraph, next }: ParagraphStyle): string {
  return element('w:style', { 'w:type': 'paragraph', ...(name.startsWith('整稿') ? { 'w:customStyle': 1 } : {}), 'w:styleId': id },
    value('w:name', name), value('w:basedOn', 'Normal'), next === undefined ? '' : value('w:next', next), '<w:qFormat/>',
    element('w:pPr', {}, paragraph), typeProperties(type, { bold: type.bold }))
}

function roleStyle(role: keyof typeof roleStyles, { type, format }: RoleFormat): string {
  const level = headingLevel(role)
  return paragraphStyle({
    ...roleStyles[role], type,
    ...(level !== undefined || role === 'title' ? { next: roleStyles.paragraph.id } : {}),
    paragraph: [
      format.keepWithNext ? '<w:keepNext/>' : '', spacingElement(format.linePitch), indentElement(format),
      alignmentElement(format.alignment), level === undefined ? '' : value('w:outlineLvl', level - 1),
    ].join(''),
  })
}

function characterStyle({ id, name }: StyleName, properties: string): string {
  return element('w:style', { 'w:type': 'character', 'w:customStyle': 1, 'w:styleId': id },
    value('w:name', name), value('w:basedOn', 'DefaultParagraphFont'), '<w:qFormat/>', properties)
}

/** Bold here is a toggle against the paragraph's own style; the writer evens it out run by run. */
function characterStyles(document: PrintDocument): string[] {
  const types = (Object.keys(typeCharacterStyles) as (keyof typeof typeCharacterStyles)[])
    .map((style) => characterStyle(typeCharacterStyles[style], typeProperties(document.typeStyles[style])))
  return [characterStyle(partStyles.number, ''), characterStyle(partStyles.label, ''), ...types]
}

/** What Word takes for granted in every file: it repairs a file without them. */
const builtIn = [
  element('w:style', { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' }, value('w:name', 'Default Paragraph Font'), value('w:uiPriority', 1), '<w:semiHidden/>'),
  element('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, value('w:name', 'Normal Table'), value('w:uiPriority', 99), '<w:semiHidden/>',
    element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }))),
  element('w:style', { 'w:type': 'numbering', 'w:default': 1, 'w:styleId': 'NoList' }, value('w:name', 'No List'), value('w:uiPriority', 99), '<w:semiHidden/>'),
]

/** Only of the parts that are there: a plain paper's list of styles stays short. */
function officialParagraphStyles({ parts, typeStyles }: PrintDocument): string[] {
  const paragraphs = parts.flatMap((part) => (part.kind === 'paragraph' ? [part] : part.kind === 'colophon' ? part.lines : []))
  return officialParts.flatMap((official) => {
    const first = paragraphs.find((one) => one.official === official)
    if (first === undefined) return []
    const { font, size, bold } = first.runs.find((run) => run.part === 'text') ?? first.runs[0] ?? typeStyles.body
    return [paragraphStyle({ ...officialStyles[official], type: { font, size, bold }, paragraph: spacingElement(first.linePitch) + indentElement(flush) + alignmentElement(first.alignment) })]
  })
}

export function stylesPart(document: PrintDocument): string {
  const { typeStyles, table, grid, pageNumber } = document
  const plain = (linePitch: number, alignment: 'left' | 'centre') => spacingElement(linePitch) + indentElement(flush) + alignmentElement(alignment)
  return part('w:styles',
    element('w:docDefaults', {},
      element('w:rPrDefault', {}, runProperties({ font: typeStyles.body.font, size: typeStyles.body.size, language: true })),
      '<w:pPrDefault/>'),
    normalStyle(document), ...builtIn,
    ...textRoles.map((role) => roleStyle(role, document.roleFormats[role])),
    paragraphStyle({ ...blankStyle, type: typeStyles.body, paragraph: plain(grid.linePitch, 'left') }),
    paragraphStyle({ ...cellStyle, type: table.text, paragraph: plain(table.linePitch, 'left') }),
    paragraphStyle({ ...cellHeadStyle, type: table.head, paragraph: plain(table.linePitch, 'centre') }),
    paragraphStyle({ ...footerStyle, type: pageNumber.type, paragraph: plain(pageNumber.type.size * 10, 'centre') }),
    ...officialParagraphStyles(document),
    ...characterStyles(document))
}
