/** Swact and delete: the checks that need more than the host list. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hostName } from '../host';
import type { PreflightFacts } from '../host-facts';
import { otherController } from './context';
import { activeController, fromFact, isDeployed, isDeployPending, isTransientDeploy } from './facts';
import { rootcaChecks } from './unlock-facts';
import { storageBackendChecks } from './unlock-personality';

const swact = checksOf('swact', 'sysinv host.py check_swact');
const software = { kind: 'page', page: 'software', label: 'Open software' } as const;

/** Alarms that do not count: service groups, redundancy, licence, communication (fm_constants.FM_ALARM_ID_HA_*). */
const IGNORED: readonly string[] = ['400.001', '400.002', '400.003', '400.005'];

function degraded(other: Host, facts: PreflightFacts): Check[] {
  const name = hostName(other);
  if (other.availability !== 'degraded') return [];
  return fromFact(facts.alarms, swact.unknown, 'peer-degraded', `why ${name} is degraded`, 'fm', (alarms) => {
    // The platform looks for the name anywhere in the entity, suppressed alarms included.
    const found = alarms.filter(
      (alarm) =>
        alarm.degradeAffecting &&
        alarm.entity.includes(other.hostname ?? '') &&
        !IGNORED.includes(alarm.alarmId),
    );
    const ids = [...new Set(found.map((alarm) => alarm.alarmId))].join(', ');
    if (found.length === 0) {
      return swact.pass('peer-degraded', {
        title: `${name} is degraded by nothing that forbids a swact`,
        source: 'fm',
      });
    }
    return swact.block('peer-degraded', {
      title: `${name} is degraded`,
      detail: `Alarm ${ids} stands there. The standby controller must be available.`,
      source: 'fm',
      wayOut: { kind: 'page', page: 'alarms', label: 'Open alarms' },
    });
  });
}

function deploy(host: Host, other: Host, facts: PreflightFacts): Check[] {
  const check = checksOf('swact', 'sysinv host.py _semantic_check_swact_upgrade');
  const what = 'whether a software deployment forbids it';
  return fromFact(facts.deploy, check.unknown, 'deploy', what, 'usm', ({ state, hosts }) => {
    if (state === null)
      return check.pass('deploy', { title: 'No software deployment is under way', source: 'usm' });
    if (isTransientDeploy(state)) {
      const title = `A software deployment is in state ${state}`;
      return check.block('deploy', {
        title,
        detail: 'Wait until that step is over.',
        source: 'usm',
        wayOut: software,
      });
    }
    const here = hosts.find((row) => row.hostname === host.hostname)?.state;
    const there = hosts.find((row) => row.hostname === other.hostname)?.state;
    if (!here || !there) {
      const words = cannotTell(
        'how far the deployment is on both controllers',
        'USM did not list them.',
        'usm',
      );
      return check.unknown('deploy', words);
    }
    if (isDeployed(there) || (isDeployPending(here) && isDeployPending(there))) {
      return check.pass('deploy', { title: `The software of ${hostName(other)} is ${there}`, source: 'usm' });
    }
    const title = `The new release is not deployed to ${hostName(other)}`;
    return check.block('deploy', {
      title,
      detail: `Its state is ${there}.`,
      source: 'usm',
      wayOut: software,
    });
  });
}

function resizing(facts: PreflightFacts): Check[] {
  const what = 'whether a controller filesystem is being resized';
  return fromFact(facts.controllerFs, swact.unknown, 'controllerfs', what, 'sysinv', (all) => {
    const busy = all.find((fs) => fs.replicated && fs.status === 'drbd_fs_resizing_in_progress');
    if (!busy) return swact.pass('controllerfs', { title: 'No controller filesystem is being resized' });
    return swact.block('controllerfs', {
      title: `Controller filesystem ${busy.name} is being resized`,
      detail: 'Wait until it is done.',
      wayOut: { kind: 'wait', label: 'Wait for the filesystem' },
    });
  });
}

function applying(facts: PreflightFacts): Check[] {
  return fromFact(
    facts.apps,
    swact.unknown,
    'apps',
    'whether an application is being applied',
    'sysinv',
    (apps) => {
      const busy = apps.find((app) => app.status === 'applying');
      if (!busy) return swact.pass('apps', { title: 'No application is being applied' });
      return swact.block('apps', {
        title: `Application ${busy.name} is being applied`,
        detail: 'Swact when it has finished.',
        wayOut: { kind: 'page', page: 'applications', label: 'Open applications' },
      });
    },
  );
}

/** After the list-level checks, in the order of the platform. */
export function swactFactChecks(facts: PreflightFacts): Check[] {
  const { host, context } = facts;
  const other = otherController(host, context);
  const sm = checksOf('swact', 'sysinv host.py check_swact, sm_api.swact_pre_check');
  return [
    ...(other ? [...degraded(other, facts), ...rootcaChecks('swact', facts)] : []),
    ...(other ? [...storageBackendChecks('swact', other, facts), ...deploy(host, other, facts)] : []),
    ...resizing(facts),
    sm.unknown(
      'services',
      cannotTell('whether the services can move', 'Service management is asked at that moment.'),
    ),
    ...applying(facts),
  ];
}

const remove = checksOf('delete', 'sysinv host.py delete');

/** With Rook a host that still carries a monitor or an OSD stays. */
function rookFilesystem(facts: PreflightFacts): Check[] {
  const what = 'whether Rook Ceph uses this host';
  return fromFact(facts.storageBackends, remove.unknown, 'rook', what, 'sysinv', (backends) => {
    if (!backends.some((backend) => backend.backend === 'ceph-rook')) return [];
    return fromFact(facts.hostFs, remove.unknown, 'rook', what, 'sysinv', (all) => {
      const fs = all.find((candidate) => candidate.name === 'ceph');
      if (!fs || (fs.functions.length === 0 && fs.state !== 'Reconfigure with App')) {
        return remove.pass('rook', { title: 'Rook Ceph does not use this host' });
      }
      const used =
        fs.functions.length > 0 ? `It carries ${fs.functions.join(' and ')}.` : `Its state is ${fs.state}.`;
      const title = 'Host filesystem ceph is in use by Rook Ceph';
      return remove.block('rook', {
        title,
        detail: used,
        wayOut: { kind: 'page', page: 'storage', label: 'Open storage' },
      });
    });
  });
}

function duringDeploy(facts: PreflightFacts): Check[] {
  const check = checksOf('delete', 'sysinv host.py _check_host_delete_during_upgrade');
  const what = 'whether a software deployment forbids it';
  return fromFact(facts.deploy, check.unknown, 'deploy', what, 'usm', ({ state, hosts }) => {
    if (state === null)
      return check.pass('deploy', { title: 'No software deployment is under way', source: 'usm' });
    const active = activeController(facts.context);
    const row = hosts.find((candidate) => candidate.hostname === active?.hostname);
    if (!active)
      return check.unknown('deploy', cannotTell(what, 'No controller is known to be active.', 'usm'));
    if (!row || isDeployed(row.state)) {
      return check.pass('deploy', { title: 'The software deployment permits it', source: 'usm' });
    }
    const title = `The software of ${hostName(active)} is not deployed yet`;
    return check.block('deploy', {
      title,
      detail: 'Delete hosts after that.',
      source: 'usm',
      wayOut: software,
    });
  });
}

export function deleteFactChecks(facts: PreflightFacts): Check[] {
  const volumes = cannotTell('whether its volumes can be removed', 'The platform removes them one by one.');
  return [...rookFilesystem(facts), ...duringDeploy(facts), remove.unknown('volumes', volumes)];
}
