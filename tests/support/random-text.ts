/** Random papers: pieces of the genre and of everything that goes wrong in files, thrown together. */
import fc from 'fast-check'

const words = ['理论学习', '整改措施', '存在的问题', '党支部', '学得不深', '落实不到位', '制定计划', '关于“学习”问题的整改', '《学习纲要》', '主要表现在', '公众号', '会员', '统计局', '张三', '2023年', '12月底前', '长期坚持', '立即整改', '学思想 强党性', '（送审稿）', '“四个意识”', '××局', '[单位名称]', '【单位名称】']
const starts = ['一、', '二、', '三、', '（一）', '（二）', '(三)', '1.', '2．', '3、', '（1）', '2)', '①', '②', '一是', '二是', '三是', '第一，', '第二、', '其一，', '一要', '1．关于', '⑴', '㈡', '问题1：', '措施2：', '整改措施：', '【整改问题】：', '整改时限:', '责任人：', '原因分析', '附件：1.', '# ', '## ', '- ', '**', '> ']
const marks = ['，', '。', '；', '：', '、', '！', '《', '》', '“', '”', '（', '）', '.', ',', ';', ':', '…', '——']
const odd = [' ', '  ', '　', '\t', '\u00a0', '\u200b', '\ufeff', '\u0007', '\ud800', '\udc00', '\ud83d\ude00', '&nbsp;', '<p>', '</p>', '<br/>', '##paidbegin##', '##paidend##', '|', '---', '— 3 —', '第 2 页', '3', '2.', '仅供学习 禁止外传', '加客服微信：abc12345', '更多资料请关注公众号：某某', '2 0 2 3', '年  月  日', '\u2028', '\\', '\0']

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...marks) },
  { weight: 2, arbitrary: fc.constantFrom(...starts) },
  { weight: 2, arbitrary: fc.constantFrom(...odd) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'binary' }).map((text) => text.replaceAll(/[\n\r]/g, '')) },
)

export const randomLine = fc.tuple(fc.option(fc.constantFrom(...starts), { nil: '' }), fc.array(piece, { maxLength: 14 })).map(([start, pieces]) => start + pieces.join(''))

const tableLine = fc.array(fc.constantFrom('序号', '问题', '整改措施', '责任部门', '整改时限', '学得不深', '1', '2', '2023年底前', '', ' '), { minLength: 3, maxLength: 6 }).map((cells) => cells.join('\t'))
const cellLine = fc.constantFrom('序号', '问题', '整改措施', '责任部门', '时限', '1', '2', '学得不深', '多学', '办公室', '2023年底前', '')

/** Lines of a text file. */
export const randomPaper = fc.array(fc.oneof({ weight: 8, arbitrary: randomLine }, { weight: 1, arbitrary: tableLine }, { weight: 1, arbitrary: cellLine }, { weight: 1, arbitrary: fc.constant('') }), { maxLength: 40 })
