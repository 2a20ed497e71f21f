/**
 * What makes an official document of a paper (GB/T 9704-2012 §7.2, §7.3.5, §7.4): 版头, seal, 版记. All optional; a paper
 * without any of it prints its text alone. 密级 stands in `meta.classification` (“机密★1年”).
 */
import { z } from 'zod'
import { parseIsoDate } from '../time-limit/calendar.ts'

const plain = (most: number) => z.string().min(1).max(most).refine((text) => !/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/.test(text) && text.isWellFormed(), 'control character, line break or broken character')

/** How 署名 and 成文日期 stand: without seal §7.3.5.2, with seal §7.3.5.1, above a signature stamp §7.3.5.3. */
export const endPlaces = ['plain', 'seal', 'stamp'] as const
export type EndPlace = (typeof endPlaces)[number]

export const officialSchema = z.strictObject({
  /** 份号, six digits as a rule. */
  copyNumber: plain(10).exactOptional(),
  /** 紧急程度: 特急、加急. */
  urgency: plain(10).exactOptional(),
  /** 版头, printed where there is at least one mark. */
  head: z.strictObject({
    /** 发文机关标志, one line each: “测试区档案局文件”, or the organs of a joint paper. */
    marks: z.array(plain(60)).max(10).readonly(),
    /** 发文字号: “测档发〔2024〕3号”. */
    documentNumber: plain(60).exactOptional(),
    /** 签发人, papers to superiors only. */
    signers: z.array(plain(30)).max(10).readonly().exactOptional(),
  }).exactOptional(),
  end: z.strictObject({
    place: z.enum(endPlaces),
    /** Post of who signs by stamp: “局长”. */
    post: plain(40).exactOptional(),
  }).exactOptional(),
  /** 附注, printed in brackets below the date. */
  remark: plain(200).exactOptional(),
  /** 版记, at the foot of the last page. */
  colophon: z.strictObject({
    /** 抄送机关, without “抄送：” and the full stop. */
    copies: plain(500).exactOptional(),
    /** 印发机关 */
    printer: plain(60).exactOptional(),
    /** 印发日期, ISO. */
    printedOn: z.string().refine((text) => parseIsoDate(text) !== undefined, 'no date').exactOptional(),
  }).exactOptional(),
})
export type Official = Readonly<z.infer<typeof officialSchema>>
