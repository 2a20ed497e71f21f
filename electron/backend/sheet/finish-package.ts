/** Last touches on a workbook the library wrote: what it always says and cannot be told not to. The same workbook gives the same bytes. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

/** As in our Word files: by it a file nobody has saved since is known (files/is-own-office-file.ts). */
const entryTime = () => new Date(2000, 0, 1, 12, 0, 0)

type Touch = (xml: string) => string

/** A part without what is to be changed is another library's: better no file than one that is not what was tested. */
function exchange(pattern: RegExp, text: string): Touch {
  return (xml) => {
    if (!pattern.test(xml)) throw new Error(`the workbook has no ${pattern.source}`)
    return xml.replace(pattern, text)
  }
}

const touches: Readonly<Record<string, readonly Touch[]>> = {
  // “Calculate all when opened” makes Excel ask whether to save when a file is only looked at. There is no formula.
  'xl/workbook.xml': [exchange(/<calcPr [^>]*\/>/, '')],
  // A row of custom height stays as it is when its text grows; without the mark Excel and WPS fit it on the next edit.
  'xl/worksheets/sheet1.xml': [exchange(/ customHeight="1"/g, ''), exchange(/<sheetView /, '<sheetView tabSelected="1" ')],
  'docProps/app.xml': [exchange(/<Application>[^<]*<\/Application>/, '<Application>整稿</Application>')],
}

export function finishPackage(bytes: Uint8Array): Uint8Array {
  const mtime = entryTime()
  const entries: Zippable = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => {
    const own = touches[name]
    return [name, [own === undefined ? content : strToU8(own.reduce((xml, touch) => touch(xml), strFromU8(content))), { mtime, level: 6 }]]
  }))
  return zipSync(entries)
}
