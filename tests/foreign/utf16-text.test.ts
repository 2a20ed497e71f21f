/** The fault of Node this keeps away from ends the process, so it is tried where it would show: thousands of times over. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { utf16Text } from '../../electron/backend/foreign/doc/utf16-text.ts'
import { projectFolder } from '../support/test-backend.ts'

it('W26 D5 an odd number of bytes at an odd address is read up to its last whole character', () => {
  const bytes = Buffer.alloc(4003)
  Buffer.from('整改措施'.repeat(500), 'utf16le').copy(bytes, 1)
  for (let round = 0; round < 5000; round += 1) {
    expect(utf16Text(bytes, 1, 4002 - (round % 4)).length).toBe(Math.floor((4001 - (round % 4)) / 2))
  }
  expect(utf16Text(bytes, 1, 10)).toBe('整改措施')
  expect(utf16Text(bytes, 9000, 9003)).toBe('')
})

it('W26 no reader turns bytes into UTF-16 text by itself', () => {
  const files = readdirSync(join(projectFolder, 'electron/backend'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('utf16-text.ts'))
  const found = files.filter((name) => /toString\('(?:utf16le|utf-16le|ucs2|ucs-2)'/u.test(readFileSync(join(projectFolder, 'electron/backend', name), 'utf8')))
  expect(found).toEqual([])
})
