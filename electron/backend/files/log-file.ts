/**
 * The record of what the program did (运行记录), for maintainers. It is small, turns over by itself and holds no text of any
 * document: callers pass codes, ids, counts and durations, and whatever is long is cut as a second line of defence.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../ports.ts'

const fileLimit = 512 * 1024
const filesKept = 3
const valueLimit = 200
const stackLimit = 3000

/** Opens `<folder>/zhenggao.log`; older ones are zhenggao.1.log, zhenggao.2.log. Writing never throws: a full disk must not stop a save. */
export function openLogFile(folder: string, clock: () => Date = () => new Date()): Log {
  const current = join(folder, 'zhenggao.log')
  let size = prepare(folder, current)

  const write = (level: string, message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    const line = `${clock().toISOString()} ${level} ${oneLine(message)}${formatFields(fields)}\n`
    try {
      if (size + line.length > fileLimit) {
        turnOver(folder)
        size = 0
      }
      appendFileSync(current, line, { mode: 0o600 })
      size += line.length
    } catch {
      // Nothing better can be done with a record that cannot be written.
    }
  }
  return {
    info: (message, fields) => write('info', message, fields),
    error: (message, fields) => write('error', message, fields),
  }
}

function prepare(folder: string, current: string): number {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return statSync(current, { throwIfNoEntry: false })?.size ?? 0
  } catch {
    return 0
  }
}

function turnOver(folder: string): void {
  const nameOf = (age: number): string => join(folder, age === 0 ? 'zhenggao.log' : `zhenggao.${age}.log`)
  for (let age = filesKept - 2; age >= 0; age -= 1) {
    try {
      renameSync(nameOf(age), nameOf(age + 1))
    } catch {
      // That age does not exist yet.
    }
  }
}

function formatFields(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields).map(([name, value]) => ` ${name}=${cut(toText(value), name === 'stack' ? stackLimit : valueLimit)}`).join('')
}

function toText(value: unknown): string {
  if (value instanceof Error) return oneLine(value.message)
  return JSON.stringify(value) ?? String(value)
}

const cut = (text: string, limit: number): string => (text.length > limit ? `${text.slice(0, limit)}…` : text)
const oneLine = (text: string): string => cut(text.replace(/\s*[\r\n]+\s*/g, ' ⏎ '), 1000)
