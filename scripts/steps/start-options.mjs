import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { callerFolder } from './places.mjs'

export const usage = `用法：npm start -- [--browser | --desktop] [--data 文件夹] [--port 端口] [交换包.zgx…]

  --browser       在浏览器窗口中使用
  --desktop       用 Electron 桌面程序；取不到时说明原因并结束
  --data 文件夹   资料文件夹（文稿库、备份、运行记录）
  --port 端口     浏览器方式的固定端口（1024–65535）
  --help          显示本说明
  交换包.zgx      打开这个交换包，核对后再存入

两种方式用同一个文稿库。不指定时：有桌面程序就用桌面程序，否则用浏览器；
没有图形界面时只显示地址，按 Ctrl+C 结束。
`

/** @returns the options, or `{ problem }` with one sentence. */
export function parseStartOptions(args) {
  let values
  let positionals
  try {
    ({ values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: { browser: { type: 'boolean' }, desktop: { type: 'boolean' }, data: { type: 'string' }, port: { type: 'string' }, help: { type: 'boolean' } },
    }))
  } catch (error) {
    return { problem: `无法识别的选项：${nameIn(error.message)}` }
  }
  const { browser = false, desktop = false, help = false, data, port } = values
  if (browser && desktop) return { problem: '--browser 和 --desktop 只能选一个。' }
  if (port !== undefined && desktop) return { problem: '--port 只用于浏览器方式。' }
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) >= 1024 && Number(port) <= 65_535)) return { problem: `端口“${port}”不对，应为 1024–65535 的整数。` }
  if (data === '') return { problem: '资料文件夹不能为空。' }
  const odd = positionals.find((word) => !/\.zgx$/iu.test(word))
  if (odd !== undefined) return { problem: `“${odd}”不是交换包（.zgx）。` }
  return {
    help,
    packages: positionals.map((path) => resolve(callerFolder('start'), path)),
    // A port only makes sense there.
    host: desktop ? 'desktop' : browser || port !== undefined ? 'browser' : 'either',
    data: data === undefined ? undefined : resolve(callerFolder('start'), data),
    port,
  }
}

/** The option that parseArgs' English message is about. */
const nameIn = (message) => /'([^']+)'/.exec(message)?.[1] ?? message
