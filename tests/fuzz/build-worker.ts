/** A worker thread is started from one bundled file, as the program's own is: Node must not strip types in threads. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** @param folder where the bundle goes; removed by who made it. @returns the address to start the thread from. */
export async function buildFuzzWorker(folder: string): Promise<URL> {
  await build({
    root: join(import.meta.dirname, '../..'), configFile: false, logLevel: 'error', publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true, outDir: folder, emptyOutDir: false, target: 'node22', minify: false,
      rolldownOptions: { input: { 'fuzz-worker': join(import.meta.dirname, 'fuzz-worker.ts') }, output: { format: 'es', entryFileNames: '[name].mjs' } },
    },
  })
  return pathToFileURL(join(folder, 'fuzz-worker.mjs'))
}
