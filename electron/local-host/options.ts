/** What can be said on the command line of the local host. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { packagePathsIn } from '../backend/files/offered-files.ts'

export interface HostOptions {
  readonly dataFolder: string | undefined
  readonly port: number | undefined
  /** False: print the address instead of opening a window. */
  readonly openWindow: boolean
  readonly help: boolean
  /** Packages to open. */
  readonly packages: readonly string[]
}

export const usage = `用法：local-host [--data 文件夹] [--port 端口] [--no-window] [--help] [交换包.zgx…]

  --data 文件夹   资料文件夹（文稿库、备份、运行记录）
  --port 端口     固定端口（1024–65535），默认自动选择空闲端口
  --no-window     不打开窗口，只显示地址
  --help          显示本说明
  交换包.zgx      启动后打开这个交换包，核对后再存入
`

/** @returns the options, or one plain sentence on what is wrong. */
export function parseHostOptions(parameters: readonly string[]): HostOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters], allowPositionals: true,
      options: { data: { type: 'string' }, port: { type: 'string' }, 'no-window': { type: 'boolean' }, help: { type: 'boolean' } },
    })
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && !(Number.isInteger(port) && port >= 1024 && port <= 65_535)) return `端口“${values.port ?? ''}”不对，应为 1024–65535 的整数。`
    if (values.data === '') return '资料文件夹不能为空。'
    const odd = positionals.find((word) => packagePathsIn([word], process.cwd()).length === 0)
    if (odd !== undefined) return `“${odd}”不是交换包（.zgx）。`
    return {
      packages: packagePathsIn(positionals, process.cwd()),
      dataFolder: values.data === undefined ? undefined : resolve(values.data),
      port,
      openWindow: values['no-window'] !== true,
      help: values.help === true,
    }
  } catch (error) {
    return `无法识别的选项：${nameIn(error instanceof Error ? error.message : String(error))}`
  }
}

/** The option that parseArgs' English message is about. */
const nameIn = (message: string): string => /'([^']+)'/.exec(message)?.[1] ?? message
