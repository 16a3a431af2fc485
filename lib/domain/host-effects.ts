/** "What it affects": only what can be known or counted; what cannot is said to be unknown. */
import type { CheckSource } from './check';
import { type Host, hostName, isController, isStorage, isWorker } from './host';
import type { HostAction } from './host-actions';
import type { PreflightFacts } from './host-facts';
import { otherController, simplexMode } from './host-rules/context';
import { counted } from './words';

export type Effect = {
  id: string;
  /** What it is about, for the icon. */
  kind: 'alarm' | 'hosts' | 'network' | 'pods' | 'storage' | 'console' | 'clock' | 'services';
  title: string;
  detail?: string;
  source: CheckSource;
  /** No source tells: shown dashed. */
  unknown: boolean;
};

const effect = (
  kind: Effect['kind'],
  id: string,
  source: CheckSource,
  title: string,
  detail?: string,
): Effect => ({
  ...{ id, kind, title, source, unknown: source === 'none' },
  ...(detail ? { detail } : {}),
});

const inService = (host: Host): boolean =>
  host.administrative === 'unlocked' && host.operational === 'enabled';
const standing = (facts: PreflightFacts, alarmId: string): boolean =>
  facts.alarms?.ok === true &&
  facts.alarms.data.some(
    (alarm) => alarm.alarmId === alarmId && alarm.entity === `host=${facts.host.hostname}`,
  );

/** Peers that stay in service: storage by replication group, workers as a whole. */
function peers({ host, context }: PreflightFacts): Effect[] {
  if (!inService(host)) return [];
  const left = (others: readonly Host[]): number =>
    others.filter((other) => other.id !== host.id && inService(other)).length;
  if (isStorage(host)) {
    const group = context.hosts.filter((other) => isStorage(other) && other.peerGroup === host.peerGroup);
    const title = `${host.peerGroup ?? 'Its group'} has ${counted(left(group), 'host')} left in service`;
    return [effect('storage', 'peers', 'sysinv', title, 'Data there has fewer copies until it is back.')];
  }
  if (isController(host)) {
    if (simplexMode(context) === true) return [];
    const other = otherController(host, context);
    const title = other ? `${hostName(other)} runs without a standby` : 'The platform runs without a standby';
    return [effect('services', 'peers', 'sysinv', title, 'Alarm 400.002 follows for its service groups.')];
  }
  const workers = context.hosts.filter((other) => other.personality === host.personality);
  const noun = `${host.personality ?? 'such'} host`;
  return [
    effect(
      'hosts',
      'peers',
      'sysinv',
      `${counted(left(workers), noun)} ${left(workers) === 1 ? 'stays' : 'stay'} in service`,
    ),
  ];
}

/** How many hosts still serve each data network of this one. */
function dataNetworks(facts: PreflightFacts): Effect[] {
  const { host, context } = facts;
  if (!isWorker(host) || !facts.dataNetworks) return [];
  if (!facts.dataNetworks.ok) {
    return [
      effect(
        'network',
        'data-networks',
        'none',
        'Cannot tell: data networks',
        facts.dataNetworks.error.message,
      ),
    ];
  }
  const rows = facts.dataNetworks.data;
  const serving = new Set(context.hosts.filter(inService).map((other) => other.number));
  const names = [
    ...new Set(rows.filter((row) => row.hostNumber === host.number).map((row) => row.name)),
  ].sort();
  return names.flatMap((name) => {
    const hosts = new Set(
      rows.filter((row) => row.name === name && serving.has(row.hostNumber)).map((row) => row.hostNumber),
    );
    if (host.number === null || !hosts.has(host.number)) return [];
    const title = `Data network ${name} drops from ${counted(hosts.size, 'host')} to ${hosts.size - 1}`;
    return [effect('network', `data-network-${name}`, 'sysinv', title)];
  });
}

/** Hosts whose time comes from this one, by configuration and cabling. */
function clocks({ host, timeTakers }: PreflightFacts): Effect[] {
  if (host.clockSynchronization !== 'ptp' || !timeTakers) return [];
  const unknown = (detail: string) => [
    effect('clock', 'clock', 'none', 'Cannot tell: who takes the time from this host', detail),
  ];
  if (!timeTakers.ok) return unknown(timeTakers.error.message);
  const { placed, direct, further, unplaced } = timeTakers.data;
  if (!placed) return unknown('Configuration and cabling do not show where it stands among the clocks.');
  const elsewhere =
    unplaced > 0
      ? `Of ${counted(unplaced, 'host')} on PTP nobody can tell where the time comes from.`
      : undefined;
  if (direct.length === 0) {
    return [effect('clock', 'clock', 'sysinv', 'No host is seen to take its time from this one', elsewhere)];
  }
  const more =
    further > 0 ? `So do ${counted(further, 'host')} behind ${direct.length === 1 ? 'it' : 'them'}. ` : '';
  const verb = direct.length === 1 ? 'takes its time' : 'take their time';
  return [
    effect(
      'clock',
      'clock',
      'sysinv',
      `${listed(direct)} ${verb} from this host`,
      `${more}Without another source that is holdover, and alarm 100.119.${elsewhere ? ` ${elsewhere}` : ''}`,
    ),
  ];
}

/** `a and b`; of many the first three and how many more. */
function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function leaving(facts: PreflightFacts): Effect[] {
  const { host, context } = facts;
  const effects = [...peers(facts), ...dataNetworks(facts)];
  if (isWorker(host)) {
    effects.push(
      simplexMode(context) === true
        ? effect('pods', 'pods', 'sysinv', 'All pods of this cloud stop until it is unlocked')
        : effect(
            'pods',
            'pods',
            'none',
            'Cannot tell: which pods leave, and where they go',
            'The platform API does not list pods.',
          ),
    );
  }
  effects.push(...clocks(facts));
  if (!standing(facts, '200.001')) {
    const detail = 'Management-affecting: it blocks orchestration meanwhile.';
    effects.push(effect('alarm', 'alarm', 'fm', 'Raises 1 warning, 200.001, until it is unlocked', detail));
  }
  return effects;
}

function returning(facts: PreflightFacts): Effect[] {
  const { host, context } = facts;
  const effects: Effect[] = [];
  if (simplexMode(context) === true) {
    const detail = 'The page waits and comes back by itself.';
    effects.push(
      effect(
        'console',
        'console',
        'sysinv',
        `This console goes away while ${hostName(host)} reboots`,
        detail,
      ),
    );
  }
  if (host.configTarget !== null && host.configTarget !== host.configApplied) {
    effects.push(effect('services', 'config', 'sysinv', 'Applies the configuration that is out of date'));
  }
  const clears = ['200.001', '250.001'].filter((id) => standing(facts, id));
  if (clears.length > 0)
    effects.push(effect('alarm', 'alarm', 'fm', `Clears ${clears.join(' and ')} when it is done`));
  return effects;
}

function moving(facts: PreflightFacts): Effect[] {
  const { host, context } = facts;
  const other = otherController(host, context);
  const to = other ? hostName(other) : 'the other controller';
  return [
    effect(
      'services',
      'services',
      'sysinv',
      `Active services move to ${to}`,
      'The floating address moves with them.',
    ),
    effect(
      'console',
      'console',
      'sysinv',
      'This console loses its connection for a moment',
      'It reconnects by itself.',
    ),
  ];
}

function removing(facts: PreflightFacts): Effect[] {
  const { host } = facts;
  const effects = [
    effect('hosts', 'inventory', 'sysinv', 'Its configuration is removed: interfaces, storage, labels'),
  ];
  if (!facts.alarms?.ok || !host.hostname) return effects;
  const here = facts.alarms.data.filter(
    (alarm) => alarm.entity.split('.')[0] === `host=${host.hostname}`,
  ).length;
  if (here > 0)
    effects.push(effect('alarm', 'alarm', 'fm', `${counted(here, 'alarm')} on it will be cleared`));
  return effects;
}

/** In order of weight. An empty list means: nothing beyond the host itself. */
export function actionEffects(action: HostAction, facts: PreflightFacts): Effect[] {
  switch (action) {
    case 'lock':
    case 'force-lock':
    case 'force-unsafe-lock':
      return leaving(facts);
    case 'unlock':
    case 'force-unlock':
      return returning(facts);
    case 'swact':
    case 'force-swact':
      return moving(facts);
    case 'delete':
      return removing(facts);
    case 'power-off':
      return [effect('hosts', 'reach', 'sysinv', 'The host cannot be reached until it is powered on')];
    case 'reinstall':
      return [
        effect(
          'storage',
          'disk',
          'sysinv',
          'The root disk is erased',
          'Configuration in the inventory stays.',
        ),
      ];
    case 'reboot':
    case 'reset':
    case 'power-on':
    case 'edit':
      return [];
  }
}
