/** What sysinv refuses of labels of hosts (api/controllers/v1/label.py), in its words and its order. */
import type { World } from '../../../kernel/world';
import { python } from '../../api/json-patch';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { rowsOn } from '../../network/rows';
import { hasWorker } from '../../seed/context';

export type Labels = { [key: string]: string };

/** _check_host_locked: keys that change what a host is configured for. */
const NEED_LOCK = [
  'openstack-control-plane',
  'openstack-compute-node',
  'disable-nohz-full',
  'openvswitch',
  'remote-storage',
  'sriovdp',
  'sriovdp-isrdma',
  'sriovdp-vhostnet',
  'kube-topology-mgr-policy',
  'kube-cpu-mgr-policy',
  'kube-memory-mgr-policy',
];
const TOPOLOGY = ['none', 'best-effort', 'restricted', 'single-numa-node'];
const STALLD = 'starlingx.io/stalld';
const STALLD_FUNCTIONS = `${STALLD}_cpu_functions`;
const STALLD_VALUES = ['disabled', 'enabled'];
const STALLD_CPUS = ['application', 'application-isolated', 'all'];

export function checkLocked(host: Host, keys: readonly string[]): void {
  if (host.row.administrative === 'locked') return;
  const found = keys.filter((key) => NEED_LOCK.includes(key));
  if (found.length > 0)
    refuse(400, `Host ${host.row.hostname} must be locked for label(s)=${python(found)}.`);
}

/** _semantic_check_worker_labels, evaluate_case_agnostic_policy_name */
export function checkPolicies(labels: Labels): void {
  for (const [key, value] of Object.entries(labels)) {
    const said = value.toLowerCase();
    if ((key === 'power-management' || key === 'lvm-csi') && value !== 'enabled') invalid(key);
    if (key === 'kube-topology-mgr-policy' && !TOPOLOGY.includes(said)) invalid(key);
    if (key === 'kube-cpu-mgr-policy' && said === 'none') {
      refuse(400, "Setting kube-cpu-mgr-policy to 'none' is not supported");
    }
    if (key === 'kube-cpu-mgr-policy' || key === 'kube-memory-mgr-policy') {
      if (said !== 'none' && said !== 'static') invalid(key);
    }
  }
}

const invalid = (key: string): never => refuse(400, `Invalid value for ${key} label.`);

/** _semantic_check_stalld_labels */
export function checkStalld(world: World, host: Host, labels: Labels): void {
  const keys = Object.keys(labels).filter((key) => key.includes(STALLD));
  if (keys.length === 0) return;
  if (!hasWorker(host)) refuse(400, `${python(keys)} can only be modified on worker nodes.`);
  checkStalldValue(host, labels, STALLD, STALLD_VALUES);
  checkStalldValue(host, labels, STALLD_FUNCTIONS, STALLD_CPUS);
  checkStalldCpus(world, host, labels);
  for (const key of keys) {
    if (key === STALLD || key === STALLD_FUNCTIONS || /^starlingx\.io\/stalld\.(\w+)/.test(key)) continue;
    refuse(
      400,
      `${host.row.hostname} '${key}' invalid format, format example 'starlingx.io/stalld.<paramater>'`,
    );
  }
}

function checkStalldValue(host: Host, labels: Labels, key: string, values: readonly string[]): void {
  const value = labels[key]?.toLowerCase();
  if (!value || values.includes(value)) return;
  refuse(
    400,
    `${host.row.hostname} invalid value ${key}=${value}. Supported values are ${python([...values])}`,
  );
}

/** stalld is not started over no processors. */
function checkStalldCpus(world: World, host: Host, labels: Labels): void {
  const kept = (key: string) =>
    rowsOn(world, 'labels', host).find(({ label_key }) => label_key === key)?.label_value;
  if ((labels[STALLD] ?? kept(STALLD)) !== 'enabled') return;
  const over = String(labels[STALLD_FUNCTIONS] ?? kept(STALLD_FUNCTIONS) ?? 'application').toLowerCase();
  if (over === 'all') return;
  const functions =
    over === 'application' ? ['Application', 'Application-isolated'] : ['Application-isolated'];
  const found = rowsOn(world, 'icpus', host).some((cpu) =>
    functions.includes(String(cpu.allocated_function)),
  );
  if (found) return;
  const set = `{${functions.map((one) => python(one)).join(', ')}}`;
  refuse(400, `${host.row.hostname} stalld cpu list empty, update cpu core assignments for ${set}`);
}
