/**
 * (PrintDocument, Metrics) → pages, line by line, as the Word file has them. Pure: preview, PDF, print and page counts all
 * draw from it. What is known of Word and LibreOffice, and how far pages agree: docs/typesetting.md.
 */
import type { PrintDocument } from '../print/print-types.ts'
import { wordFlavour, type Flavour } from './flavour.ts'
import { putParts, shapeOf } from './flow.ts'
import type { TextSetting } from './glyphs.ts'
import { firstSheet, roomLeft, type OpenPage } from './open-page.ts'
import { pageNumberItem } from './page-number.ts'
import type { Metrics, TypesetDocument, TypesetPage } from './typeset-types.ts'

function settingOf({ options, grid }: PrintDocument, metrics: Metrics, flavour: Flavour): TextSetting {
  return {
    metrics, flavour, characterSpacing: grid.characterSpacing, hangingPunctuation: options.hangingPunctuation,
    compressPunctuation: options.compressPunctuation, autoSpace: options.autoSpace,
  }
}

function closed(document: PrintDocument, page: OpenPage, number: number, setting: TextSetting): TypesetPage {
  const item = page.numbered ? pageNumberItem(document, page, number, setting) : undefined
  return {
    number, width: page.page.width, height: page.page.height, items: item === undefined ? page.items : [...page.items, item],
    lines: page.lines, blocks: page.blocks,
  }
}

function filled(document: PrintDocument, setting: TextSetting) {
  const sheets = firstSheet(shapeOf(document, document.grid.linePitch, setting.flavour))
  putParts(sheets, document, setting)
  return sheets
}

/** @param flavour whose habits decide where the file leaves a choice; Word's, unless pages are compared with another program's. */
export function typeset(document: PrintDocument, metrics: Metrics, flavour: Flavour = wordFlavour): TypesetDocument {
  const setting = settingOf(document, metrics, flavour)
  return { pages: filled(document, setting).pages.map((page, index) => closed(document, page, index + 1, setting)) }
}

/** Where the text ends, 版记 left out: how many pages it takes, and the room left on the last in twips. */
export function endOfText(document: PrintDocument, metrics: Metrics, flavour: Flavour = wordFlavour): { readonly pages: number; readonly room: number } {
  const sheets = filled({ ...document, parts: document.parts.filter((part) => part.kind !== 'colophon') }, settingOf(document, metrics, flavour))
  return { pages: sheets.pages.length, room: Math.floor(roomLeft(sheets)) }
}
