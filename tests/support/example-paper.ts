/** The small plan the editing tests write in, and how they open it and ask about its blocks. */
import type { AppWindow } from './app-window.ts'
import type { Page } from 'playwright-core'

export const examplePaper = `青禾县水务局党组班子整改方案
一、整改措施
（一）理论学习方面
一是学用结合不紧。学习停留在读文件。
整改措施：1.每月集中学习1次。
2.每季度交流1次。
整改时限：11月底前完成。
（二）工作作风方面
一是调研不深。
整改措施：每季度到基层不少于2次。
整改时限：立行立改，长期坚持。
青禾县水务局党组
2023年10月20日`

export const block = (text: string) => `.block:has-text("${text}")`

/** @param held the window of the running test; its page changes from test to test. */
export function paperActions(held: { readonly window: AppWindow; readonly page: Page }) {
  return {
    /** A draft of the text, pasted, stored and open. */
    openPaper: async (text = examplePaper): Promise<void> => {
      await held.page.locator('.rail button').first().click()
      await held.page.getByRole('button', { name: '粘贴文本' }).first().click()
      await held.page.locator('.ant-modal textarea').fill(text)
      await held.page.locator('.ant-modal').getByRole('button', { name: '识别' }).click()
      await held.page.getByRole('button', { name: '存入文稿库' }).click()
      await held.page.locator('.paper-content .block').first().waitFor()
    },
    roleOf: (text: string) => held.page.locator(block(text)).first().getAttribute('data-role'),
    prefixOf: (text: string) => held.page.locator(block(text)).first().getAttribute('data-prefix'),
    /** Moves the caret. The browser tells the page of it a moment later; nobody types faster than that. */
    move: async (key: string): Promise<void> => {
      await held.page.keyboard.press(key)
      await held.page.waitForTimeout(40)
    },
  }
}
