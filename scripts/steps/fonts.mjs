/**
 * Puts the open fonts beside the built pages: fonts/fonts.css, the slices it names, and their licences. The page asks for
 * the style sheet only where pages of a paper are shown, and the browser for a slice only where its characters stand.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { nodeModules } from './places.mjs'

/** `extra`: the same files once more under a name of their own, never lighter than the weights given; stands in for 小标宋. */
const sources = [
  { folder: 'lxgw-wenkai', package: 'lxgw-wenkai-webfont', css: 'lxgwwenkai-regular.css', licence: 'OFL.txt' },
  { folder: 'noto-serif-sc', package: '@fontsource-variable/noto-serif-sc', css: 'wght.css', licence: 'LICENSE', extra: { family: 'Noto Serif SC Heavy', weights: '800 900' } },
  { folder: 'noto-sans-sc', package: '@fontsource-variable/noto-sans-sc', css: 'wght.css', licence: 'LICENSE' },
]

const licenceNote = `本目录的字体按 SIL Open Font License 1.1 随程序附带，保持原名，许可全文见各文件夹的 OFL.txt：
lxgw-wenkai　霞鹜文楷 LXGW WenKai
noto-serif-sc　思源宋体 Noto Serif SC
noto-sans-sc　思源黑体 Noto Sans SC
`

export function copyFonts(outDir) {
  const fonts = join(outDir, 'fonts')
  const sheets = sources.map((source) => {
    const home = join(nodeModules, source.package)
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    // The version is part of the address, so that a browser may keep a slice for good.
    const folder = `${source.folder}-${version}`
    const target = join(fonts, folder)
    mkdirSync(target, { recursive: true })
    copyFileSync(join(home, source.licence), join(target, 'OFL.txt'))
    const css = readFileSync(join(home, source.css), 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/\n\s*/g, '')
      .replace(/url\(['"]?([^'")]+)['"]?\)/g, (_, file) => {
        copyFileSync(join(home, dirname(source.css), file), join(target, basename(file)))
        return `url(${folder}/${basename(file)})`
      })
      .replaceAll('font-display: swap', 'font-display: block')
    if (!css.includes('woff2')) throw new Error(`${source.package}: no font files in ${source.css}`)
    if (source.extra === undefined) return css
    const { family, weights } = source.extra
    return css + css.replace(/font-family: ?'[^']+'/g, `font-family:'${family}'`).replace(/font-weight: ?[\d ]+/g, `font-weight:${weights}`)
  })
  writeFileSync(join(fonts, 'fonts.css'), sheets.join('\n'))
  writeFileSync(join(fonts, 'LICENCES.txt'), licenceNote)
}
