/** Official faces the machine lacks, said once: what is drawn instead, that Word files are right, and how to get them. */
import { useEffect, useState } from 'react'
import { Button } from 'antd'
import type { TypesetDocument } from '../../../shared/typeset/typeset-types.ts'
import { missingFonts } from '../../preview/page-fonts.ts'
import { printingText } from '../../text/printing.ts'

const key = 'zhenggao-missing-fonts-seen'

function seen(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : []
  } catch {
    return []
  }
}

export function MissingFonts({ document }: { readonly document: TypesetDocument | undefined }) {
  const [names, setNames] = useState<readonly string[]>([])
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!document) return undefined
    let current = true
    const families = new Set(document.pages.flatMap((page) => page.items.flatMap((item) => (item.kind === 'text' ? [item.family] : []))))
    void missingFonts(families).then((fonts) => { if (current) setNames(fonts.map((font) => font.title)) })
    return () => { current = false }
  }, [document])
  // Once a notice was read it comes again only for a face it did not name.
  const known = seen()
  if (names.every((name) => known.includes(name))) return null
  const dismiss = () => {
    localStorage.setItem(key, JSON.stringify([...new Set([...known, ...names])]))
    setNames([])
  }
  return (
    <aside className="missing-fonts" role="note">
      <div>{printingText.fonts.title(names)}{open ? <p>{printingText.fonts.detail}</p> : <Button type="link" size="small" onClick={() => setOpen(true)}>{printingText.fonts.more}</Button>}</div>
      <Button size="small" onClick={dismiss}>{printingText.fonts.dismiss}</Button>
    </aside>
  )
}
