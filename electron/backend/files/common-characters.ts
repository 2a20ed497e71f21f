/**
 * The most frequent characters of modern Chinese, with those frequent in official papers. In any honest text of some
 * length a good part of all characters is among them; text decoded wrongly has next to none.
 */
export const commonCharacters: ReadonlySet<string> = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边张该交规万取格望觉术领共确传师观清今切院让识候带导争运' +
  '党组委局级改整措施剖析督责任落巡察视问题习近平班廉政纪律监督执群众服务风险防控违规查纠办落贯彻精神思想深刻认真严格努力加强改进存在差距不足原因根源方案台账时限牵头科室支部书成员履职担当' +
  '，。、；：“”（）《》！？—…',
)
