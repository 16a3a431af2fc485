/** PATCH of a host's interface: SR-IOV is judged first, then the VLAN, then the lock, then the rest (interface.py). */
import type { Call, Reply } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import type { Caller } from '../../kernel/world';
import { FAMILIES } from '../checks/interface/addressing';
import { checkVlanId } from '../checks/interface/below';
import { type Draft, draftOf, NUMBERS, type Site, TEXTS, withDefaults } from '../checks/interface/draft';
import { judge } from '../checks/interface/judge';
import { checkChannels } from '../checks/interface/rates';
import { checkSriov } from '../checks/interface/vf';
import { checkMtu } from '../checks/network/data-networks';
import { refuse } from '../faults';
import { changeMode, dropAddressing, dropRoutes, handMacUp, layOn, macFor, rename } from '../network/pile';
import { interfaceOf, perHost, showModes, textOf, textsOf } from '../network/rows';
import { type Row, stamp } from '../rows';
import { integerFrom } from './body';
import { notFound } from './collections';
import { columnsOf, named } from './interfaces';
import { type PatchOperation, patchOperations } from './json-patch';
import { placePtpInterfaces } from './ptp-interfaces';
import { ok, wireRow } from './wire';

type Changes = { [column: string]: Json };

const WHOLE: readonly string[] = [...NUMBERS, 'channels', 'sriov_vf_channels'];
const OTHERS = ['usesmodify', 'uses', 'ovs_access', 'schedpolicy', 'ifcapabilities'];
const WRITABLE: readonly string[] = [...TEXTS, ...WHOLE, ...OTHERS];

export function patchInterface(call: Call, { world }: Caller): Reply {
  const kind = perHost('iinterfaces');
  const uuid = call.params.id ?? '';
  const operations = patchOperations(call);
  if (!world.sysinv.row(kind, uuid)) notFound(kind, uuid);
  const { row, host } = interfaceOf(world, uuid);
  const answer = () => ok(wireRow(kind, row, call.origin, 'item'));
  if (placePtpInterfaces(world, row, operations)) return answer();
  const changes = changesOf(operations);
  const given = usesOf(changes);
  const uses = given && named({ world, host }, given);
  const site: Site = { world, host, op: 'modify', draft: draftOf(row, changes), existing: row };
  judgeFirst(site, row, changes);
  site.draft = completed(site.draft);
  if (uses) site.draft.uses = uses;
  judge(site, uses, Object.keys(changes));
  write(site, row, changes, uses);
  return answer();
}

function changesOf(operations: readonly PatchOperation[]): Changes {
  const changes: Changes = {};
  for (const { op, path, value } of operations) {
    const column = path.slice(1);
    // Own words, both.
    if (!WRITABLE.includes(column))
      refuse(400, `Couldn't apply patch: an interface has no ${column} to change`);
    if (op === 'remove') refuse(400, `Couldn't apply patch: ${column} is replaced, not removed`);
    changes[column] = cast(column, value ?? null);
  }
  return changes;
}

function cast(column: string, value: Json): Json {
  if (column === 'ifclass' && value === 'none') return null;
  if (column.endsWith('channels') && (value === 'none' || value === 'default')) return null;
  if (WHOLE.includes(column) && value !== null) return integerFrom(value, column);
  if (column === 'ovs_access') return value === true || String(value).toLowerCase() === 'true';
  return value;
}

/** The interfaces below, as a list of names with commas or a list. Nothing given is no change. */
function usesOf(changes: Changes): string[] | null {
  const given = changes.usesmodify ?? changes.uses ?? null;
  delete changes.usesmodify;
  delete changes.uses;
  const names = typeof given === 'string' ? given.split(',') : textsOf(given ?? undefined);
  return names.filter((name) => name !== '').length > 0 ? names : null;
}

/** What is judged before the lock of the host is. */
function judgeFirst(site: Site, row: Row, changes: Changes): void {
  for (const column of ['channels', 'sriov_vf_channels']) {
    const wanted = changes[column];
    if (wanted !== undefined) checkChannels(site, row, column, typeof wanted === 'number' ? wanted : null);
  }
  const { imtu, vlan_id: vlan } = changes;
  if (typeof imtu === 'number' && imtu !== row.imtu) checkMtu(imtu);
  const { draft } = site;
  const sriov = draft.ifclass === 'pci-sriov';
  // What is left over of another class counts only where the write says it.
  const sriov_numvfs = sriov || 'sriov_numvfs' in changes ? draft.sriov_numvfs : 0;
  const sriov_vf_driver = sriov || 'sriov_vf_driver' in changes ? draft.sriov_vf_driver : null;
  checkSriov({ ...site, draft: { ...draft, sriov_numvfs, sriov_vf_driver } });
  checkVlanId(textOf(row.iftype), typeof vlan === 'number' ? vlan : draft.vlan_id);
}

/** An interface without a class has neither VFs nor addresses; one that is not of a pool has no pool. */
function completed(draft: Draft): Draft {
  const base =
    draft.ifclass === null
      ? { ...draft, sriov_numvfs: 0, sriov_vf_driver: null, ipv4_mode: null, ipv6_mode: null }
      : withDefaults(draft);
  const standby = base.aemode === 'active_standby' ? { txhashpolicy: null } : {};
  return {
    ...base,
    ...standby,
    ipv4_pool: base.ipv4_mode === 'pool' ? base.ipv4_pool : null,
    ipv6_pool: base.ipv6_mode === 'pool' ? base.ipv6_pool : null,
  };
}

function write(site: Site, row: Row, changes: Changes, uses: string[] | null): void {
  const { world, host, draft } = site;
  const before = { ...row };
  const name = String(row.ifname);
  const below = textsOf(row.uses);
  const { ipv4_pool: _four, ipv6_pool: _six, ...plain } = changes;
  Object.assign(row, plain, columnsOf(draft), { imtu: draft.imtu, updated_at: stamp(world.clock.now()) });
  showModes(row);
  if (draft.ifname !== null && draft.ifname !== name) rename(world, host, row, name, draft.ifname);
  if (uses) {
    row.uses = uses;
    row.imac = macFor(world, host, uses) ?? row.imac ?? null;
    handMacUp(world, host, row);
  }
  layOn(world, host, row, uses ? below : textsOf(row.uses));
  if (draft.ifclass === null) {
    const outlive = before.ifclass === 'platform' || before.ifclass === null;
    (outlive ? dropRoutes : dropAddressing)(world, host, row, [4, 6]);
    return;
  }
  for (const { family, mode, pool } of FAMILIES) {
    if (before[mode] === row[mode] && before[pool] === row[pool]) continue;
    if (mode in row) changeMode(world, host, row, family, textOf(before[mode]));
  }
}
