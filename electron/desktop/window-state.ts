/** Where the window was and how large its text, kept beside the library. A state that no longer fits is dropped. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const boundsSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(400).max(20_000), height: z.int().min(300).max(20_000) })
const stateSchema = z.object({ bounds: boundsSchema, maximized: z.boolean(), zoom: z.number().min(0.5).max(3) })

export type Bounds = Readonly<z.infer<typeof boundsSchema>>
export type WindowState = Readonly<z.infer<typeof stateSchema>>

/** So much of the title bar must be on a screen that the window can be taken hold of. */
const graspable = { width: 120, height: 40 }

const fileOf = (dataFolder: string): string => join(dataFolder, 'window.json')

export function readWindowState(dataFolder: string): WindowState | undefined {
  try {
    return stateSchema.safeParse(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Never throws: a full disk must not stop a window from closing. */
export function writeWindowState(dataFolder: string, state: WindowState): void {
  try {
    const temporary = `${fileOf(dataFolder)}.tmp`
    writeFileSync(temporary, JSON.stringify(state))
    renameSync(temporary, fileOf(dataFolder))
  } catch {
    // It opens in the usual place next time.
  }
}

/** Whether a window there can be seen and moved on one of the screens of today. */
export function isReachable(bounds: Bounds, screens: readonly Bounds[]): boolean {
  return screens.some((screen) => {
    const width = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x)
    const top = bounds.y >= screen.y && bounds.y + graspable.height <= screen.y + screen.height
    return width >= graspable.width && top
  })
}
