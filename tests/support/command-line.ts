/** The built command line as a script would use it: streams, exit codes, a folder of its own for each test. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { makeTempFolder, projectFolder } from './test-backend.ts'

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface CommandLine {
  readonly folder: string
  readonly run: (args: readonly string[], options?: { uid?: number }) => Ran
  /** Writes a file into the folder. @returns its path. */
  readonly file: (name: string, content: string | Buffer) => string
}

export function useCommandLine(): CommandLine {
  let temp: ReturnType<typeof makeTempFolder>
  beforeEach(() => { temp = makeTempFolder() })
  afterEach(() => temp.remove())
  return {
    get folder() { return temp.folder },
    run: (args, options = {}) => {
      const result = spawnSync(process.execPath, [join(projectFolder, 'dist/electron/command-line.js'), ...args], {
        encoding: 'utf8', cwd: temp.folder, maxBuffer: 1 << 28, env: { ...process.env, XDG_DATA_HOME: join(temp.folder, 'xdg') }, ...options,
      })
      return { code: result.status, out: result.stdout, err: result.stderr }
    },
    file: (name, content) => {
      const path = join(temp.folder, name)
      writeFileSync(path, content)
      return path
    },
  }
}

export const paper = `仅供学习 禁止外传
青禾县水务局党组班子整改方案

一、整改措施
（一）理论学习方面
一是学用结合不紧。学习停留在读文件。
整改措施：每月集中学习 1 次。
整改时限：11月底前完成。
责任人：王某某
（三）工作作风方面
一是调研不深。
整改措施：每季度到基层不少于2次。
整改时限：立行立改，长期坚持。
青禾县水务局党组
2023年10月20日
`
