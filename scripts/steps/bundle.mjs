/** How each part is bundled. Runs under Node 24 only. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { copyFonts } from './fonts.mjs'
import { writeLicences } from './licences.mjs'
import { root } from './places.mjs'

/** Native or given by the host; everything else is bundled. */
const external = ['electron', 'better-sqlite3']

export async function bundle(part, outDir) {
  if (part === 'renderer') {
    writeLicences(outDir, [await bundleRenderer(outDir)])
    return copyFonts(outDir)
  }
  const electron = join(root, 'electron')
  const hosts = await bundleForNode(outDir, 'es', '[name].js', {
    'desktop': join(electron, 'desktop', 'main.ts'),
    'local-host': join(electron, 'local-host', 'main.ts'),
    'command-line': join(electron, 'command-line', 'main.ts'),
  })
  // Each in one file of its own: a thread starts outside the archive of an installed program, a sandboxed preload cannot import.
  const worker = await bundleForNode(outDir, 'es', '[name].js', { worker: join(electron, 'backend', 'jobs', 'worker.ts') })
  await bundleForNode(outDir, 'cjs', '[name].cjs', { preload: join(electron, 'desktop', 'preload.ts') })
  writeLicences(outDir, [hosts, worker])
}

async function bundleRenderer(outDir) {
  const { default: react } = await import('@vitejs/plugin-react')
  const config = join(root, 'renderer', 'vite.config.ts')
  const hasConfig = existsSync(config)
  return build({
    root: join(root, 'renderer'),
    configFile: hasConfig ? config : false,
    ...(hasConfig ? {} : { plugins: [react()] }),
    base: '/',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      // The hosts bring or choose a current Chromium.
      target: 'chrome120',
      // The page's policy allows no data: addresses for fonts or scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      chunkSizeWarningLimit: 4000,
    },
  })
}

function bundleForNode(outDir, format, fileNames, input) {
  return build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input,
        external,
        // Flat, so that every file stands as deep as its source folder and finds its neighbours the same way.
        output: { format, entryFileNames: fileNames, chunkFileNames: 'chunk-[hash].js' },
      },
    },
  })
}
