/** Parameters of PTP interfaces, by the service of their instance. */
import type { ParameterHelp } from './ptp-parameter-help';
import { PORT } from './ptp4l-parameters';

const of = (
  name: string,
  kind: ParameterHelp['kind'],
  value: string | null,
  help: string,
  more: Partial<ParameterHelp> = {},
): ParameterHelp => ({ ...{ name, section: 'global', kind, default: value, help }, ...more });

const PIN = ['enabled', 'disabled'];
const CONNECTOR = ['input', 'output', 'disabled'];

export const INTERFACE_PARAMETERS: Readonly<Record<string, readonly ParameterHelp[]>> = {
  ptp4l: [
    of('masterOnly', 'flag', '0', 'This port only gives time. Newer linuxptp calls it serverOnly.'),
    of('serverOnly', 'flag', '0', 'This port only gives time. Older linuxptp calls it masterOnly.'),
    of(
      'unicast_master_table',
      'number',
      '0',
      'Number of the table of sources that this port asks by unicast. 0 is none.',
      { range: [0, 255] },
    ),
    ...Object.entries(PORT).map(([name, rest]) => ({ name, section: 'global', ...rest })),
  ],
  phc2sys: [
    of('ha_priority', 'number', '0', 'Among sources that are equally good the highest number is followed.', {
      range: [0, 254],
    }),
    of(
      'ha_uds_address',
      'text',
      null,
      'Socket of the ptp4l instance behind this source: /var/run/ptp4l-NAME.',
    ),
    of('ha_domainNumber', 'number', '0', 'Domain of that instance.', { range: [0, 255] }),
    of(
      'ha_phc2sys_com_socket',
      'text',
      null,
      'Socket where the choice of the source can be asked on the host.',
    ),
  ],
  ts2phc: [
    of('ts2phc.extts_polarity', 'choice', 'rising', 'Edge of the pulse that counts.', {
      choices: ['rising', 'falling', 'both'],
    }),
    of('ts2phc.extts_correction', 'number', '0', 'Delay of the cable that the pulse comes by.', {
      unit: 'ns',
    }),
    of('ts2phc.pin_index', 'number', '0', 'Pin of the card that the pulse comes in by.', { range: [0, 31] }),
    of('ts2phc.channel', 'number', '0', 'Channel of that pin.', { range: [0, 31] }),
  ],
  clock: [
    of('sma1', 'choice', null, 'What the first connector of the card does.', { choices: CONNECTOR }),
    of('sma2', 'choice', null, 'What the second connector of the card does.', { choices: CONNECTOR }),
    of('u.fl1', 'choice', null, 'What the first inner connector does; it is an output.', {
      choices: ['output', 'disabled'],
    }),
    of('u.fl2', 'choice', null, 'What the second inner connector does; it is an input.', {
      choices: ['input', 'disabled'],
    }),
    of('synce_rclka', 'choice', null, 'Hands the frequency recovered from this port to the card.', {
      choices: PIN,
    }),
    of('synce_rclkb', 'choice', null, 'The same by the second line.', { choices: PIN }),
  ],
  synce4l: [
    of('input_ext_QL', 'text', null, 'Extended quality level of what comes in.'),
    of('input_QL', 'text', null, 'Quality level of what comes in.'),
    of('allowed_qls', 'text', null, 'Quality levels that are accepted, with commas between.'),
    of('tx_heartbeat_msec', 'number', '1000', 'How often the quality level is told.', { unit: 'ms' }),
  ],
  'gnss-monitor': [],
};
