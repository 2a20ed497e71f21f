/** 按 Word、WPS 分行 or 按 LibreOffice 分行. */
import { Select, Tooltip } from 'antd'
import { flavourNames } from '../../../shared/typeset/flavour.ts'
import { flavourText } from '../../text/page-flavour.ts'
import { keepFlavour, useFlavour } from './flavour-setting.ts'

const options = flavourNames.map((value) => ({ value, label: flavourText.options[value] }))

export function FlavourField() {
  return (
    <Tooltip title={flavourText.hint} placement="bottom" mouseEnterDelay={0.4} styles={{ root: { maxWidth: 420 } }}>
      <span className="flavour-field">
        <Select value={useFlavour()} options={options} aria-label={flavourText.name} popupMatchSelectWidth={false} onChange={keepFlavour} />
      </span>
    </Tooltip>
  )
}
