/**
 * The platform's own watch of an instance, in its section `monitoring`: collectd and PTP notification both read it. Which
 * services have which is of StarlingX's PTP guide.
 */
import type { ParameterHelp } from './ptp-parameter-help';

const of = (name: string, value: string, most: number, unit: string, help: string): ParameterHelp => ({
  ...{ name, section: 'monitoring', kind: 'number', default: value, range: [0, most], unit, help },
});

export const MONITORING_PARAMETERS = {
  HOLDOVER: of(
    'holdover_seconds',
    '14400',
    86_400,
    's',
    'How long the clock is trusted once its source is lost; after that it runs free.',
  ),
  HOLDOVER_AFTER: of(
    'locked_to_holdover_threshold_seconds',
    '300',
    86_400,
    's',
    'A clock has to have been locked for so long before its holdover counts.',
  ),
  THRESHOLD_MINOR: of(
    'offset_threshold_minor_nsec',
    '1000',
    1_000_000_000,
    'ns',
    'From this offset on a minor alarm stands.',
  ),
  THRESHOLD_MAJOR: of(
    'offset_threshold_major_nsec',
    '1000000',
    1_000_000_000,
    'ns',
    'From this offset on a major alarm stands.',
  ),
} as const satisfies Record<string, ParameterHelp>;
