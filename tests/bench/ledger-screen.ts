/** The ledger screen with ten thousand rows of all drafts, every column shown: first paint, frames while scrolling, an edit. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ledgerFieldFacts, ledgerFields } from '../../shared/ledger/ledger-fields.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { openBrowser, openWindow, removeData, startApp } from '../support/app-window.ts'
import { must, openTestBackend } from '../support/test-backend.ts'
import { figure, type Figure } from './measure.ts'

const rowsPerDraft = 50
const drafts = 200
const names = ['周志远', '李静', '王海生', '赵文清', '陈晓东', '刘敏']
const tails = ['', '遇事等通知、等文件。', '学习停留在读文件、念材料，结合工作实际思考得少，用学到的办法解决难题不多，有的同志甚至以干代学，没有把学习当成一项经常性的任务来抓。']

function paper(draft: number): string {
  const item = (index: number) => [
    ...(index % 10 === 0 ? [`（${'一二三四五'[index / 10]!}）第${'一二三四五'[index / 10]!}方面`] : []),
    `${(index % 10) + 1}.学用结合不够紧${index}。${tails[(index + draft) % 3]!}`,
    `整改措施：1.每月集中学习不少于1次，每次安排一名班子成员领学。2.每季度开展一次学用交流${index % 2 === 0 ? '' : '，形成解决问题的清单，按月通报，纳入年度考核'}。`,
    ...(index % 7 === 0 ? [] : [`整改时限：2026年${(index % 12) + 1}月${(index % 28) + 1}日前完成。`]),
    `责任领导：${names[index % 6]!}`, `责任科室：第${index % 9}科`,
  ]
  return [`青禾县第${draft + 1}单位领导班子整改方案`, '一、整改措施', ...Array.from({ length: rowsPerDraft }, (_, index) => item(index)).flat()].join('\n')
}

async function fill(dataFolder: string): Promise<void> {
  const backend = await openTestBackend({ dataFolder })
  for (let draft = 0; draft < drafts; draft += 1) {
    const { draft: made } = recognise(paragraphsFromText(paper(draft)), { draftId: `d${draft}` })
    await must(backend, 'drafts.copy', { draft: made, title: made.title })
  }
  const columns = ledgerFields.map((field) => ({ field, title: ledgerFieldFacts[field].title }))
  await must(backend, 'settings.write', { clientId: 'bench', setting: { name: 'ledgerColumns', value: { columns } } })
  await backend.close()
}

/** Milliseconds from the rows' arrival in the page to the first frame that shows them. */
async function firstPaint(page: Page): Promise<number> {
  await page.evaluate(() => { location.hash = '#/library' })
  await page.locator('.library-main').waitFor()
  return page.evaluate(() => new Promise<number>((done) => {
    const plain = window.fetch
    let arrived = 0
    window.fetch = async (...input: Parameters<typeof fetch>) => {
      const answer = await plain(...input)
      const read = answer.json.bind(answer)
      answer.json = async () => {
        const value: unknown = await read()
        if (String(input[1]?.body).includes('ledger.rows')) arrived = performance.now()
        return value
      }
      return answer
    }
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll('.grid-row').length < 5) return
      observer.disconnect()
      window.fetch = plain
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => done(performance.now() - arrived)
        channel.port2.postMessage(null)
      })
    })
    observer.observe(document.body, { childList: true, subtree: true })
    location.hash = '#/ledger'
  }))
}

function frames(page: Page, step: number, count: number): Promise<number[]> {
  return page.evaluate(({ step, count }) => new Promise<number[]>((done) => {
    const scroller = document.querySelector('.grid-scroller')!
    const times: number[] = []
    let last = performance.now()
    const tick = () => {
      const now = performance.now()
      times.push(now - last)
      last = now
      if (times.length > count) return done(times.slice(2))
      scroller.scrollTop += step
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  }), { step, count })
}

async function edits(page: Page, count: number): Promise<number[]> {
  await page.locator('.grid-row[data-row] >> nth=2').locator('.grid-cell[data-field="progress"]').click()
  const times: number[] = []
  for (let edit = 0; edit < count; edit += 1) {
    await page.keyboard.type('已办')
    const begin = performance.now()
    await page.keyboard.press('Enter')
    await page.locator('.save-status[data-state="saved"]').waitFor()
    times.push(performance.now() - begin)
  }
  return times
}

export async function measureLedgerScreen(): Promise<Figure[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhenggao-bench-'))
  await fill(dataFolder)
  const app = await startApp(dataFolder)
  const browser = await openBrowser()
  try {
    const { page } = await openWindow(browser, app)
    const paints: number[] = []
    for (let run = 0; run < 4; run += 1) paints.push(await firstPaint(page))
    await page.waitForTimeout(500)
    const rows = `${(drafts * rowsPerDraft).toLocaleString('en-US')} rows of ${ledgerFields.length + 1} columns`
    return [
      figure(`ledger, ${rows}: data to first paint`, paints, { figure: 'p95', below: 1000 }),
      figure(`ledger, ${rows}: frame while scrolling 100 px a frame`, await frames(page, 100, 300), { figure: 'p95', below: 33 }),
      figure(`ledger, ${rows}: frame while scrolling 300 px a frame`, await frames(page, 300, 200), { figure: 'p95', below: 33 }),
      figure(`ledger, ${rows}: frame while the scroll bar is dragged, all rows new`, await frames(page, 5000, 60)),
      figure(`ledger, ${rows}: Enter to saved`, await edits(page, 10)),
    ]
  } finally {
    await browser.close()
    await app.stop()
    removeData(app)
  }
}
