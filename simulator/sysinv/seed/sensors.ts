/** Hardware sensors, as the board management controller of one host reports them. */

import type { Json } from '../../kernel/json';
import type { Host } from '../host';
import { type Row, rowUuid } from '../rows';
import { beginHostUuid, isInventoried, type Seeder } from './context';

type Group = {
  name: string;
  type: string;
  analog: boolean;
  unit: string;
  sensors: string[];
  limits: string[];
};

const GROUPS: Group[] = [
  {
    name: 'server temperature',
    type: 'temperature',
    analog: true,
    unit: 'celsius',
    sensors: ['Inlet_Temp', 'CPU1_Temp', 'CPU2_Temp', 'Exhaust_Temp'],
    limits: ['85.000', '90.000', '95.000'],
  },
  {
    name: 'server voltage',
    type: 'voltage',
    analog: true,
    unit: 'volts',
    sensors: ['CPU1_Vcore', 'CPU2_Vcore', 'DIMM_12V'],
    limits: ['13.200', '13.800', '14.400'],
  },
  {
    name: 'server fans',
    type: 'fan',
    analog: true,
    unit: 'rpm',
    sensors: ['Fan_1', 'Fan_2', 'Fan_3', 'Fan_4'],
    limits: ['18000.000', '19000.000', '20000.000'],
  },
  { name: 'server power', type: 'power', analog: false, unit: '', sensors: ['PSU_1', 'PSU_2'], limits: [] },
];

/** Only a host with a board management controller has sensors. */
function hasSensors(host: Host): boolean {
  return isInventoried(host) && host.row.bm_type !== null && host.row.bm_type !== 'none';
}

export const isensorgroups: Seeder = (host, context) =>
  !hasSensors(host)
    ? []
    : GROUPS.map((group, n): Row => {
        const analog: { [key: string]: Json } = group.analog
          ? {
              unit_base_group: group.unit,
              unit_modifier_group: '1',
              unit_rate_group: '',
              t_minor_lower_group: '',
              t_minor_upper_group: '',
              t_major_lower_group: '',
              t_major_upper_group: '',
              t_critical_lower_group: '',
              t_critical_upper_group: '',
            }
          : {};
        return {
          ...beginHostUuid('isensorgroups', host, n, context),
          updated_at: null,
          sensorgroupname: group.name,
          path: null,
          sensortype: group.type,
          datatype: group.analog ? 'analog' : 'discrete',
          state: 'enabled',
          possible_states: '',
          algorithm: '',
          audit_interval_group: 120,
          actions_critical_choices: 'alarm,ignore,log,reset,powercycle',
          actions_major_choices: 'alarm,ignore,log',
          actions_minor_choices: 'alarm,ignore,log',
          actions_minor_group: 'ignore',
          actions_major_group: 'log',
          actions_critical_group: 'alarm',
          ...analog,
          capabilities: {},
          suppress: false,
          sensors: null,
        };
      });

export const isensors: Seeder = (host, context) => {
  if (!hasSensors(host)) return [];
  const rows: Row[] = [];
  for (const [g, group] of GROUPS.entries()) {
    for (const name of group.sensors) {
      const [minor, major, critical] = group.limits;
      const analog: { [key: string]: Json } = group.analog
        ? {
            unit_base: group.unit,
            unit_modifier: '1',
            unit_rate: '',
            t_minor_lower: 'na',
            t_minor_upper: minor ?? 'na',
            t_major_lower: 'na',
            t_major_upper: major ?? 'na',
            t_critical_lower: 'na',
            t_critical_upper: critical ?? 'na',
          }
        : {};
      rows.push({
        ...beginHostUuid('isensors', host, rows.length, context),
        updated_at: null,
        sensorname: name,
        path: null,
        sensortype: group.type,
        datatype: group.analog ? 'analog' : 'discrete',
        status: statusOf(host, name),
        state: 'enabled',
        state_requested: null,
        audit_interval: 120,
        algorithm: 'threshold',
        actions_minor: 'ignore',
        actions_major: 'log',
        actions_critical: 'alarm',
        suppress: false,
        ...analog,
        capabilities: {},
        sensorgroup_uuid: rowUuid('isensorgroups', host.row.id, g),
      });
    }
  }
  return rows;
};

/** A degraded host has a fan that turns too fast: something to look at. */
function statusOf(host: Host, name: string): string {
  if (host.row.availability === 'degraded' && name === 'Fan_2') return 'major';
  return 'ok';
}
