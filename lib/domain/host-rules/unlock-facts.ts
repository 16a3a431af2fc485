/** Unlock and force unlock: the checks that need more than the host list, for every personality. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hostName, isController, isStorage, isWorker } from '../host';
import type { PreflightFacts } from '../host-facts';
import { isSimplex } from '../system';
import { simplexMode } from './context';
import { bothFacts, fromFact, isDeployed } from './facts';
import { unlockControllerChecks, unlockStorageChecks, unlockWorkerChecks } from './unlock-personality';

const BUSY_APPS: readonly string[] = ['applying', 'updating', 'recovering', 'removing'];

function applications(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py check_unlock_application');
  const simplex = simplexMode(facts.context);
  return fromFact(
    facts.apps,
    check.unknown,
    'apps',
    'whether an application is in transition',
    'sysinv',
    (apps) => {
      const busy = apps.find(
        (app) => BUSY_APPS.includes(app.status) || (simplex === true && app.status === 'uploading'),
      );
      if (!busy) return check.pass('apps', { title: 'No application is in transition' });
      return check.block('apps', {
        title: `Application ${busy.name} is ${busy.status}`,
        detail: 'Unlock when it has finished.',
        wayOut: { kind: 'page', page: 'applications', label: 'Open applications' },
      });
    },
  );
}

const ROOTCA_PODS: readonly string[] = ['updating-pods-trust-both-cas', 'updating-pods-trust-new-ca'];
const ROOTCA_HOST: readonly string[] = [
  'updating-host-trust-both-cas',
  'updating-host-update-certs',
  'updating-host-trust-new-ca',
];

/** Shared with swact, which has the same condition: a phase of the Kubernetes root CA update is running. */
export function rootcaChecks(prefix: 'unlock' | 'swact', facts: PreflightFacts): Check[] {
  const check = checksOf(prefix, `sysinv host.py _semantic_check_${prefix}_kube_rootca_update`);
  const what = 'whether the Kubernetes root CA is being updated';
  return fromFact(facts.kubeRootca, check.unknown, 'rootca', what, 'sysinv', ({ state, hostState }) => {
    const running = [state, hostState].find(
      (word) => word !== null && [...ROOTCA_PODS, ...ROOTCA_HOST].includes(word),
    );
    if (!running)
      return check.pass('rootca', { title: 'No phase of a Kubernetes root CA update is running' });
    return check.block('rootca', {
      title: 'A phase of the Kubernetes root CA update is running',
      detail: `State ${running}. Wait until it is over.`,
      wayOut: { kind: 'wait', label: 'Wait for the phase' },
    });
  });
}

function kubelet(facts: PreflightFacts): Check[] {
  const { host, context } = facts;
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_unlock_kube_upgrade');
  // Workers are asked on a standard system only; there are none elsewhere but on an all-in-one duplex.
  if (!isController(host) && (!isWorker(host) || context.system?.type === 'All-in-one')) return [];
  const what = 'whether the kubelet is being upgraded';
  return fromFact(facts.kubeHostUpgrade, check.unknown, 'kubelet', what, 'sysinv', ({ status }) =>
    status === 'upgrading-kubelet'
      ? check.block('kubelet', {
          title: `The kubelet of ${hostName(host)} is being upgraded`,
          detail: 'Wait until it is done.',
          wayOut: { kind: 'wait', label: 'Wait for the upgrade' },
        })
      : check.pass('kubelet', { title: 'The kubelet is not being upgraded' }),
  );
}

function volumeGroup(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_cgts_vg');
  return fromFact(
    facts.physicalVolumes,
    check.unknown,
    'cgts-vg',
    'the volumes of cgts-vg',
    'sysinv',
    (volumes) =>
      volumes.some((volume) => volume.volumeGroup === 'cgts-vg')
        ? check.pass('cgts-vg', { title: 'Volume group cgts-vg has a physical volume' })
        : check.block('cgts-vg', {
            title: 'Volume group cgts-vg has no physical volume',
            detail: 'Add a disk or partition to it.',
            wayOut: { kind: 'page', page: 'storage', label: 'Open storage' },
          }),
  );
}

/** check_unlock_interfaces: management and cluster-host for all, admin for controllers, PTP where PTP is used. */
function interfaces(facts: PreflightFacts): Check[] {
  const { host, context } = facts;
  const check = checksOf('unlock', 'sysinv host.py check_unlock_interfaces');
  const wayOut = { kind: 'page', page: 'network', label: 'Open network' } as const;
  return fromFact(
    facts.interfaces,
    check.unknown,
    'interfaces',
    'the interfaces of the host',
    'sysinv',
    (all) => {
      const checks: Check[] = [];
      for (const network of ['mgmt', 'cluster-host']) {
        const carrier = all.find((candidate) => candidate.networks.includes(network));
        const id = `network-${network}`;
        if (!carrier) {
          checks.push(check.block(id, { title: `No interface carries the ${network} network`, wayOut }));
        } else if (carrier.type === 'virtual' && context.system && !isSimplex(context.system)) {
          const title = `The ${network} network is on virtual interface ${carrier.name}`;
          checks.push(check.block(id, { title, detail: 'Only a simplex may do that.', wayOut }));
        } else checks.push(check.pass(id, { title: `${carrier.name} carries the ${network} network` }));
      }
      const admin = facts.networkTypes?.ok === true && facts.networkTypes.data.includes('admin');
      if (isController(host) && admin && !all.some((candidate) => candidate.networks.includes('admin'))) {
        checks.push(
          check.block('network-admin', { title: 'No interface carries the admin network', wayOut }),
        );
      }
      if (isController(host) && facts.networkTypes?.ok === false) {
        const words = cannotTell(
          'whether an admin network needs an interface',
          facts.networkTypes.error.message,
          'sysinv',
        );
        checks.push(check.unknown('network-admin', words));
      }
      const ptp = all.flatMap(({ name, ptpRole }) => (ptpRole !== null && ptpRole !== 'none' ? [name] : []));
      return [...checks, ...clock(facts, ptp)];
    },
  );
}

/** PTP over UDP: every interface with a role of the older PTP has an address. */
function ptpAddresses(facts: PreflightFacts, roles: readonly string[]): Check[] {
  const check = checksOf('unlock', 'sysinv host.py check_unlock_interfaces');
  const what = 'whether PTP interfaces need addresses';
  const read = bothFacts(facts.ptpTransport, facts.addresses);
  return fromFact(read, check.unknown, 'ptp-addresses', what, 'sysinv', ([transport, addresses]) => {
    const without = roles.find((name) => !addresses.some((address) => address.interface === name));
    if (transport !== 'udp' || without === undefined) {
      return check.pass('ptp-addresses', { title: 'PTP interfaces have the addresses that they need' });
    }
    return check.block('ptp-addresses', {
      title: `PTP interface ${without} has no address`,
      detail: 'PTP goes over UDP here.',
      wayOut: { kind: 'page', page: 'network', label: 'Open network' },
    });
  });
}

function clock(facts: PreflightFacts, ptpInterfaces: readonly string[]): Check[] {
  if (facts.host.clockSynchronization !== 'ptp') return [];
  const check = checksOf('unlock', 'sysinv host.py check_unlock_interfaces');
  if (ptpInterfaces.length > 0) {
    return [check.pass('ptp', { title: 'A PTP interface is set up' }), ...ptpAddresses(facts, ptpInterfaces)];
  }
  return fromFact(
    facts.ptpInstances,
    check.unknown,
    'ptp',
    'the PTP instances of the host',
    'sysinv',
    (instances) =>
      instances.length > 0
        ? check.pass('ptp', { title: 'A PTP instance is assigned' })
        : check.block('ptp', {
            title: 'The clock is set to PTP, and no PTP instance or interface is assigned',
            detail: 'Assign one, or set the clock of the host to NTP.',
            wayOut: { kind: 'page', page: 'clock', label: 'Open clock' },
          }),
  );
}

/** constants.PARTITION_CREATE_IN_SVC_STATUS, PARTITION_DELETING_STATUS, PARTITION_MODIFYING_STATUS */
const PARTITION_BUSY: ReadonlyMap<number, string> = new Map([
  [2, 'being created'],
  [4, 'being deleted'],
  [5, 'being modified'],
]);

function partitions(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py check_unlock_partitions');
  return fromFact(
    facts.partitions,
    check.unknown,
    'partitions',
    'the partitions of the host',
    'sysinv',
    (all) => {
      const busy = all.find((partition) => PARTITION_BUSY.has(partition.status));
      if (!busy) return check.pass('partitions', { title: 'No partition is being changed' });
      return check.block('partitions', {
        title: `Partition ${busy.device} is ${PARTITION_BUSY.get(busy.status)}`,
        detail: 'Wait until it is done.',
        wayOut: { kind: 'wait', label: 'Wait for the partition' },
      });
    },
  );
}

/** Refused only if this host is the next one of the deployment, which USM decides: a pending host may be unlocked. */
function deploy(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py check_unlock_patching');
  const what = 'whether a software deployment to this host is unfinished';
  return fromFact(facts.deploy, check.unknown, 'deploy', what, 'usm', ({ hosts }) => {
    const row = hosts.find((candidate) => candidate.hostname === facts.host.hostname);
    if (!row)
      return check.pass('deploy', { title: 'No software is being deployed to this host', source: 'usm' });
    if (isDeployed(row.state))
      return check.pass('deploy', { title: `Software is ${row.state} here`, source: 'usm' });
    return check.warn('deploy', {
      title: `Software deployment to this host is ${row.state}`,
      detail: 'The platform refuses when it is the next host of the deployment.',
      source: 'usm',
      wayOut: { kind: 'page', page: 'software', label: 'Open software' },
    });
  });
}

/** Only for two minutes after a kernel was chosen, and that instant is not in any answer. */
function kernel(facts: PreflightFacts): Check[] {
  if (!isWorker(facts.host)) return [];
  const check = checksOf('unlock', 'sysinv host.py check_unlock_kernel_config_status');
  return fromFact(
    facts.kernel,
    check.unknown,
    'kernel',
    'whether the kernel is being changed',
    'sysinv',
    (kernels) => {
      const { provisioned, running } = kernels;
      if (provisioned === null || running === null) {
        const words = cannotTell(
          'whether the kernel is being changed',
          'The platform did not say.',
          'sysinv',
        );
        return check.unknown('kernel', words);
      }
      if (provisioned === running) return check.pass('kernel', { title: `Kernel ${running} stays` });
      return check.warn('kernel', {
        title: `Kernel changes from ${running} to ${provisioned}`,
        detail: 'The platform refuses within 2 minutes after the kernel was chosen.',
      });
    },
  );
}

/** Looked at by the platform, reported by no resource. All three are skipped by force. */
function unseen(host: Host): Check[] {
  const manifests = checksOf('unlock', 'sysinv host.py check_unlock_runtime_manifests');
  const appArmor = checksOf('unlock', 'sysinv host.py check_unlock_apparmor_config_status');
  const apps = checksOf('unlock', 'sysinv host.py mtc_action_apps_semantic_checks');
  const name = hostName(host);
  return [
    manifests.unknown(
      'manifests',
      cannotTell(
        'whether configuration is being applied',
        `No resource lists what ${name} still has to apply.`,
      ),
    ),
    appArmor.unknown(
      'apparmor',
      cannotTell('whether an AppArmor change is pending', 'No resource reports it.'),
    ),
    apps.unknown(
      'applications',
      cannotTell('whether an application objects', 'Each may refuse by its own rules.'),
    ),
  ];
}

/** After the list-level checks, in the order of the platform. Force leaves out what it skips. */
export function unlockFactChecks(facts: PreflightFacts, forced: boolean): Check[] {
  const { host } = facts;
  return [
    ...(forced ? [] : [...applications(facts), ...rootcaChecks('unlock', facts)]),
    ...volumeGroup(facts),
    ...(forced ? [] : kubelet(facts)),
    ...(isController(host) ? unlockControllerChecks(facts, forced) : []),
    ...(isWorker(host) ? unlockWorkerChecks(facts, forced) : []),
    ...(isStorage(host) && !isWorker(host) ? unlockStorageChecks(facts) : []),
    ...interfaces(facts),
    ...partitions(facts),
    ...(forced ? [] : [...deploy(facts), ...kernel(facts), ...unseen(host)]),
  ];
}
