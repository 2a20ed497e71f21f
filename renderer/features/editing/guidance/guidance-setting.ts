/** Whether the guidance of templates is shown in papers. */
import { machineSwitch } from '../../shell/machine-switch.ts'

export const { set: setGuidanceShown, use: useGuidanceShown } = machineSwitch('guidance')
