/** An interface as it would be after a write: what the rules of this room judge (sysinv api/controllers/v1/interface.py). */
import type { Json } from '../../../kernel/json';
import type { World } from '../../../kernel/world';
import type { Host } from '../../host';
import { numberOf, rowsOn, textOf, textsOf } from '../../network/rows';
import type { Row } from '../../rows';

export type Draft = {
  /** Empty for one that is not there yet. */
  uuid: string;
  ifname: string | null;
  iftype: string | null;
  ifclass: string | null;
  imtu: number;
  aemode: string | null;
  txhashpolicy: string | null;
  primary_reselect: string | null;
  vlan_id: number | null;
  sriov_numvfs: number | null;
  sriov_vf_driver: string | null;
  ipv4_mode: string | null;
  ipv6_mode: string | null;
  ipv4_pool: string | null;
  ipv6_pool: string | null;
  ptp_role: string | null;
  max_tx_rate: number | null;
  max_rx_rate: number | null;
  ovs_access: boolean;
  uses: string[];
  used_by: string[];
};

/** Where a draft is judged: the host, and what is on it now. */
export type Site = {
  world: World;
  host: Host;
  op: 'add' | 'modify';
  draft: Draft;
  /** The interface before the write. */
  existing?: Row;
};

export const TEXTS = [
  'ifname',
  'iftype',
  'ifclass',
  'aemode',
  'txhashpolicy',
  'primary_reselect',
  'sriov_vf_driver',
  'ipv4_mode',
  'ipv6_mode',
  'ipv4_pool',
  'ipv6_pool',
  'ptp_role',
] as const;
export const NUMBERS = ['imtu', 'vlan_id', 'sriov_numvfs', 'max_tx_rate', 'max_rx_rate'] as const;

type Columns = { [column: string]: Json };

/** The draft of a row, with columns that a write changes; `uses` among them where it changes. */
export function draftOf(row: Columns, changed: Columns = {}): Draft {
  const columns = { ...row, ...changed };
  const text = (column: (typeof TEXTS)[number]) => textOf(columns[column]);
  const number = (column: (typeof NUMBERS)[number]) => numberOf(columns[column]);
  const ifclass = text('ifclass');
  return {
    uuid: textOf(columns.uuid) ?? '',
    ifname: text('ifname'),
    iftype: text('iftype'),
    ifclass: ifclass === 'none' ? null : ifclass,
    imtu: number('imtu') ?? 1500,
    aemode: text('aemode'),
    txhashpolicy: text('txhashpolicy'),
    primary_reselect: text('primary_reselect'),
    vlan_id: number('vlan_id'),
    sriov_numvfs: number('sriov_numvfs'),
    sriov_vf_driver: text('sriov_vf_driver'),
    ipv4_mode: text('ipv4_mode'),
    ipv6_mode: text('ipv6_mode'),
    ipv4_pool: text('ipv4_pool'),
    ipv6_pool: text('ipv6_pool'),
    ptp_role: text('ptp_role') ?? 'none',
    max_tx_rate: number('max_tx_rate'),
    max_rx_rate: number('max_rx_rate'),
    ovs_access: columns.ovs_access === true,
    uses: textsOf(columns.uses),
    used_by: textsOf(columns.used_by),
  };
}

/** What nobody said: a bond is active_standby, a data interface has addresses of neither family. */
export function withDefaults(draft: Draft): Draft {
  const modeless = draft.ifclass === 'data' ? 'disabled' : null;
  return {
    ...draft,
    aemode: draft.iftype === 'ae' ? (draft.aemode ?? 'active_standby') : draft.aemode,
    sriov_numvfs: draft.sriov_numvfs ?? 0,
    ipv4_mode: draft.ipv4_mode ?? modeless,
    ipv6_mode: draft.ipv6_mode ?? modeless,
  };
}

/** The other interfaces of the host. */
export function othersOf({ world, host, draft }: Site): Row[] {
  return rowsOn(world, 'iinterfaces', host).filter(({ uuid }) => uuid !== draft.uuid);
}

/** The interfaces on top of this one. */
export function uppersOf(site: Site): Row[] {
  return othersOf(site).filter(({ ifname }) => site.draft.used_by.includes(String(ifname)));
}
