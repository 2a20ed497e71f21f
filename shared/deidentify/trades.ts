/** What units are for (审计, 档案, …) and what they are called (局, 馆, …). */

const trades = `市场监督管理 人力资源和社会保障 住房和城乡建设 机关事务管理 工业和信息化 文化和旅游 退役军人事务 农业农村 自然资源 生态环境 交通运输 卫生健康 应急管理 市场监管 医疗保障 发展和改革 科学技术 乡村振兴 机关事务 行政审批 政务服务 广播电视 综合执法 城市管理 民族宗教 消防救援 投资促进 食品药品 安全生产 公共资源交易 大数据 审计 档案 财政 教育 公安 民政 司法 统计 水务 水利 农业 住建 交通 卫健 卫生 文旅 文化 旅游 应急 税务 人社 医保 发改 工信 商务 科技 林业 林草 气象 信访 城管 数据 体育 粮食 能源 供销 地震 残联 图书 博物 规划 国资 金融 园林 房管 外事 侨务 烟草 邮政 方志 史志 党史 公积金 公路 招商 环保 环卫 安监 国土 畜牧 渔业 农机 物价 质监 移民 老干部 殡葬 救助 疾控 血防`
  .split(/\s+/u)

/** Longest first: 市场监督管理 before 市场监管. */
export const tradePattern = trades.toSorted((a, b) => b.length - a.length).join('|')

export const unitEndingPattern = '集团有限责任公司|集团股份有限公司|集团有限公司|有限责任公司|股份有限公司|有限公司|委员会|分局|局|厅|档案馆|博物馆|图书馆|文化馆|馆|委|中心|办公室|研究院|学院|医院|学校|院|总站|站|所|支队|大队|总队|集团|公司|协会|学会|校'

export const ownEndings = ['医院', '学校', '幼儿园', '中学', '小学', '学院', '大学', '社区', '馆', '局', '厅', '院', '校', '中心', '站', '所', '委', '社', '公司', '集团', '镇', '乡', '街道'] as const

export function tradeIn(name: string): string | undefined {
  return new RegExp(`(${tradePattern})(?:${unitEndingPattern})$`, 'u').exec(name)?.[1]
}

/** “柳溪镇” of 中共柳溪镇委员会, 柳溪镇人民政府: the name the unit's kind is read from. */
export function bareName(name: string): string {
  const party = /^中共(.{3,}?)(?:总支部|支部)?委员会$/u.exec(name)?.[1]
  return (party ?? name.replace(/^中共/u, '')).replace(/(?<=.)(?:人民政府|办事处)$/u, '')
}

export function endingOf(name: string): string | undefined {
  const bare = bareName(name)
  return ownEndings.find((ending) => bare.endsWith(ending))
}

const families = [['公司', '集团'], ['学校', '中学', '小学', '学院', '大学', '幼儿园', '校', '园'], ['医院', '院']]

/** 院 in a hospital's paper, 集团 in a company's are the unit's own word as well. */
export function isOwnKind(word: string, ownKinds: ReadonlySet<string>): boolean {
  return ownKinds.has(word) || families.some((family) => family.includes(word) && family.some((kind) => ownKinds.has(kind)))
}
