/** Parameters of the services beside ptp4l: linuxptp phc2sys.8 and ts2phc.8, synce4l, and StarlingX's own. */
import { MONITORING_PARAMETERS } from './ptp-monitoring-parameters';
import type { ParameterHelp } from './ptp-parameter-help';

const of = (
  name: string,
  kind: ParameterHelp['kind'],
  value: string | null,
  help: string,
  more: Partial<ParameterHelp> = {},
): ParameterHelp => ({ ...{ name, section: 'global', kind, default: value, help }, ...more });

const COMMAND = of('cmdline_opts', 'text', null, 'Options for the command line of the service, as one text.');
const VERBOSITY = of(
  'logging_level',
  'number',
  '6',
  'How much is logged: 6 is information, 7 is everything.',
  {
    range: [0, 7],
  },
);
const monitoring = { section: 'monitoring' } as const;
const { HOLDOVER, HOLDOVER_AFTER, THRESHOLD_MINOR, THRESHOLD_MAJOR } = MONITORING_PARAMETERS;

export const OTHER_SERVICE_PARAMETERS: Readonly<Record<string, readonly ParameterHelp[]>> = {
  phc2sys: [
    of(
      'cmdline_opts',
      'text',
      null,
      'Options of the command line: -a -r follows ptp4l, -s names a source, -O -37 turns TAI to UTC.',
    ),
    of(
      'uds_address',
      'text',
      '/var/run/ptp4l',
      'Socket of the ptp4l instance to follow: /var/run/ptp4l-NAME.',
    ),
    of('domainNumber', 'number', '0', 'Domain of the ptp4l instance to follow.', { range: [0, 255] }),
    of('ha_enabled', 'flag', '0', 'Several sources: the best one is followed, and the next when it fails.'),
    of(
      'ha_phc2sys_com_socket',
      'text',
      null,
      'Socket where the choice of the source can be asked and changed on the host.',
    ),
    of(
      'ha_max_gm_clockClass',
      'number',
      '6',
      'A source whose grandmaster has a clock class above this is not used.',
      { range: [0, 255] },
    ),
    of(
      'ha_max_gm_clockAccuracy',
      'text',
      null,
      'A source whose grandmaster is less accurate than this is not used.',
    ),
    of(
      'ha_max_gm_offsetScaledLogVar',
      'text',
      null,
      'A source whose grandmaster is less stable than this is not used.',
    ),
    of('ha_gm_timeTraceable', 'flag', null, 'Uses only sources whose time is traceable to a reference.'),
    of(
      'ha_gm_frequencyTraceable',
      'flag',
      null,
      'Uses only sources whose frequency is traceable to a reference.',
    ),
    of(
      'ha_stability_timer',
      'number',
      null,
      'A better source has to stay better for so long before it is followed.',
      { unit: 's', range: [0, 86_400] },
    ),
    of('step_threshold', 'number', '0.0', 'Offsets above this are corrected at once instead of slowly.', {
      unit: 's',
    }),
    VERBOSITY,
    THRESHOLD_MINOR,
    THRESHOLD_MAJOR,
  ],
  ts2phc: [
    of(
      'ts2phc.nmea_serialport',
      'text',
      '/dev/ttyS0',
      'Where the receiver tells the time of day: /dev/gnss0.',
    ),
    of(
      'ts2phc.pulsewidth',
      'number',
      '500000000',
      'Width of the pulse; tells its rising edge from its falling one.',
      { unit: 'ns', range: [1_000_000, 999_000_000] },
    ),
    of('ts2phc.rh_external_pps', 'flag', '0', 'Uses a pulse that comes in by the connectors of the card.'),
    of('leapfile', 'text', null, 'List of leap seconds, to turn UTC of the receiver into TAI.'),
    of('ts2phc.tod_source', 'choice', 'generic', 'Where the time of day comes from.', {
      choices: ['generic', 'nmea', 'phc'],
    }),
    of(
      'cmdline_opts',
      'text',
      null,
      'Options of the command line: -s nmea takes the time of day from a receiver.',
    ),
    VERBOSITY,
    HOLDOVER,
    HOLDOVER_AFTER,
  ],
  clock: [COMMAND, HOLDOVER, HOLDOVER_AFTER],
  synce4l: [
    COMMAND,
    of('global_poll_interval', 'number', '20', 'How often the state of the card is asked.', { unit: 'ms' }),
    of(
      'network_option',
      'choice',
      '1',
      'Quality levels of ITU-T G.781: option 1 in Europe, 2 in North America.',
      { choices: ['1', '2'], section: 'device*' },
    ),
    of('extended_tlv', 'flag', '0', 'Also sends the extended quality level.', { section: 'device*' }),
    of('smc_socket_path', 'text', '/run/synce4l_socket', 'Socket where synce4l is asked.', monitoring),
    of('interface', 'text', null, 'Interface that is watched.', monitoring),
    of('source', 'text', null, 'Source that is watched: an interface, or GNSS.', monitoring),
    of('holdover_ql', 'text', null, 'Quality level that is told in holdover.', monitoring),
    of('freerun_ql', 'text', null, 'Quality level that is told when nothing is followed.', monitoring),
    of('static_ql', 'text', null, 'Quality level that is always told.', monitoring),
    of('holdover_timer', 'number', '300', 'How long holdover lasts.', { ...monitoring, unit: 's' }),
  ],
  'gnss-monitor': [
    of('devices', 'text', null, 'Receivers that are watched, with spaces between: /dev/gnss0.'),
    of('satellite_count', 'number', '5', 'With fewer satellites than this an alarm stands.', {
      range: [0, 64],
    }),
    of('signal_quality_db', 'number', '30', 'With a weaker signal than this an alarm stands.', {
      unit: 'dB-Hz',
      range: [0, 99],
    }),
    COMMAND,
  ],
  'dpll-mgr': [
    of(
      'config_json',
      'text',
      null,
      'The whole configuration of the DPLL as one JSON object; replaces the one before.',
      { section: 'config_json' },
    ),
  ],
};
