/**
 * What a word processor decides by itself when it breaks lines, whatever the file says. The pages of the program are those
 * of Word; those of LibreOffice are for writers who print from it, and for comparison with its PDF (docs/typesetting.md).
 */

export const flavourNames = ['word', 'libreoffice'] as const
export type FlavourName = (typeof flavourNames)[number]

export interface Flavour {
  readonly name: FlavourName
  /** Marks that begin no line, and marks that end none. */
  readonly notFirst: ReadonlySet<string>
  readonly notLast: ReadonlySet<string>
  /** Marks of which one may stand outside the type area. */
  readonly hanging: ReadonlySet<string>
  /** LibreOffice 7.4 takes overflowPunct for its opposite where a file says it outright, as ours do. */
  readonly hangs: 'file' | 'opposite'
  /** Two of them are one sign: ——, ……. */
  readonly pairs: ReadonlySet<string>
  /** Word follows the file; LibreOffice 7.4 always sets the gap. */
  readonly spaceBetweenScripts: 'file' | 'always'
  /** Whether characters are narrowed by the grid's spacing each, or all but the last of a stretch of type. */
  readonly spacing: 'behind' | 'between'
  /** The gap, as a share of the type size. */
  readonly gap: number
  /** LibreOffice sets the whole lines of the grid in the middle of the type area; what is left above and below holds nothing. */
  readonly gridCentred: boolean
  /** Word chooses the face of a sign by the sign, LibreOffice by the script of what stands before it. */
  readonly faceBy: 'sign' | 'context'
}

const marks = (text: string): ReadonlySet<string> => new Set(text)

const hanging = marks('!,.:;?、。！，．：；？')

/** What begins and ends no line in Chinese, as Chinese Word writes it: the Word file names both lists (support-parts.ts). */
export const noLineBreaksBefore = '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠'
export const noLineBreaksAfter = '$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥'

export const wordFlavour: Flavour = {
  name: 'word',
  notFirst: marks(noLineBreaksBefore),
  notLast: marks(noLineBreaksAfter),
  hanging,
  hangs: 'file',
  pairs: marks('—…'),
  spaceBetweenScripts: 'file',
  spacing: 'behind',
  gap: 0.25,
  gridCentred: false,
  faceBy: 'sign',
}

/** The locale data of LibreOffice 7.4 for zh-CN; it takes no notice of the lists in the file. */
export const libreOfficeFlavour: Flavour = {
  name: 'libreoffice',
  notFirst: marks(':!),.:;?]}¢\'"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏､～￠々‖•·ˇˉ―-′’”'),
  notLast: marks('([{£¥\'"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛“‘'),
  hanging,
  hangs: 'opposite',
  pairs: marks('—'),
  spaceBetweenScripts: 'always',
  spacing: 'between',
  gap: 0.2,
  gridCentred: true,
  faceBy: 'context',
}

export const flavours: Readonly<Record<FlavourName, Flavour>> = { word: wordFlavour, libreoffice: libreOfficeFlavour }
