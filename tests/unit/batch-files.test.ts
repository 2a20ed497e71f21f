import { describe, expect, it } from 'vitest'
import { byPath, skipByName } from '../../shared/importing/batch-files.ts'

describe('W41 which files of a folder are documents, and their order', () => {
  it('W41 lock and system files are passed over by name, nothing else is', () => {
    for (const path of ['~$方案.docx', '一科/~$案.doc', '.~lock.方案.odt#', '~WRL0003.tmp', 'C:\\资料\\~$方案.docx']) expect([path, skipByName(path)]).toEqual([path, 'lock'])
    for (const path of ['.DS_Store', '一科/Thumbs.db', 'desktop.ini', '__MACOSX/a.docx', '.git/config', '资料/.隐藏/方案.docx']) expect([path, skipByName(path)]).toEqual([path, 'system'])
    for (const path of ['方案.docx', '无扩展名', '图.png', '~方案.docx', './方案.docx', '../方案.txt', 'a~$b.docx', '缩略图thumbs.db.docx']) expect([path, skipByName(path)]).toEqual([path, undefined])
  })
  it('W41 folder by folder, numbers as a person counts', () => {
    const paths = ['资料/方案10.docx', '资料/方案2.docx', '资料/二科/甲.docx', '单个.docx', '资料/二科/三级/乙.docx', '资料/方案1.docx']
    expect(paths.toSorted(byPath)).toEqual(['单个.docx', '资料/方案1.docx', '资料/方案2.docx', '资料/方案10.docx', '资料/二科/甲.docx', '资料/二科/三级/乙.docx'])
  })
})
