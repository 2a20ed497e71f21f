/** Titles of the screens beside library, paper, ledger and settings, and of their parts. */
export const screensText = {
  templates: '模板', templatesTitle: '模板与素材', templateTabs: { templates: '模板', snippets: '素材' },
  exchange: '交换', exchangeTitle: '交换', exchangeTabs: { packages: '交换包', collect: '汇总' },
} as const
