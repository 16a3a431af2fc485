/** May the functions of a host's cores be changed, and so? As the platform checks it (sysinv cpu.py, cpu_utils.py). */
import { type Host, isController, isLocked, type Unknown } from '../host';
import { allowed, denied, type Verdict } from '../result';
import { type CpuPlan, type CpuSite, coresLeft, type GivenUse, threadsOf } from './cpu-plan';
import { hasWorkerFunction, NEEDS_LOCK, unlockedSimplex } from './host-rules';

/** @property simplex null: not known; @property vswitch the cloud's vswitch_type, null: not known */
export type CpuFacts = { host: Host; site: CpuSite; simplex: Unknown<boolean>; vswitch: Unknown<string> };

const HOST = 'sysinv cpu.py _check_host';
const COUNTS = 'sysinv cpu_utils.py check_core_allocations';

/** VSWITCH_MAX_CORES */
export const MOST_VSWITCH_CORES = 8;

export function cpuHostVerdict({ host, simplex }: Pick<CpuFacts, 'host' | 'simplex'>): Verdict {
  if (unlockedSimplex(host, simplex)) return denied(NEEDS_LOCK, HOST);
  // A controller of a simplex that is being provisioned is let through.
  if (!isLocked(host) && !(simplex === true && isController(host))) return denied(NEEDS_LOCK, HOST);
  return hasWorkerFunction(host)
    ? allowed
    : denied('Cores of hosts with the worker function can be assigned. Here all are for the platform.', HOST);
}

/** Has the cloud a vswitch, or the host still cores for one? Otherwise there is nothing to ask about it. */
export const offersVswitch = ({ site, vswitch }: Pick<CpuFacts, 'site' | 'vswitch'>): boolean =>
  (vswitch !== null && vswitch !== 'none') || site.cpus.some(({ use }) => use === 'Vswitch');

const cores = (plan: CpuPlan, use: GivenUse): number =>
  plan.counts[use].reduce((sum, count) => sum + count, 0);

/** What is wrong with the number of one field: of a function on a NUMA node. null: nothing */
export function countFault(plan: CpuPlan, use: GivenUse, node: number, facts: CpuFacts): string | null {
  const count = plan.counts[use][node] ?? 0;
  if (use === 'Shared' && count > 1) return 'At most 1 per NUMA node';
  if (use === 'Vswitch' && count > 0 && facts.vswitch === 'none') return 'This cloud has no vSwitch';
  return null;
}

/** The whole of a plan, in the platform's order. */
export function cpuPlanVerdict(plan: CpuPlan, facts: CpuFacts): Verdict {
  const host = cpuHostVerdict(facts);
  if (!host.ok) return host;
  const { site, vswitch } = facts;
  const isolated = plan.isolated ?? [];
  if (isolated.some((cpu) => !site.cpus.some(({ number }) => number === cpu)))
    return denied('The list has processors that the host does not have.', 'sysinv host.py host_cpus_modify');
  for (let node = 0; node < site.nodes; node += 1) {
    const left = coresLeft(site, plan, node);
    if (left < 0) {
      const has = threadsOf(site, node) / site.threads;
      return denied(`NUMA node ${node} has ${has} cores, ${has - left} are asked for.`, COUNTS);
    }
  }
  const platform = cores(plan, 'Platform');
  if (platform === 0) return denied('The platform needs at least one core.', COUNTS);
  if (isController(facts.host) && platform * site.threads < 2)
    return denied('The platform needs at least two logical processors on an all-in-one.', COUNTS);
  if (plan.counts.Shared.some((count) => count > 1))
    return denied('Shared cores are limited to 1 per NUMA node.', COUNTS);
  const forVswitch = cores(plan, 'Vswitch');
  if (forVswitch > 0 && vswitch === 'none')
    return denied('vSwitch cores need a cloud with a vSwitch, and this one has none.', COUNTS);
  if (forVswitch > MOST_VSWITCH_CORES)
    return denied(`The vSwitch can have up to ${MOST_VSWITCH_CORES} cores.`, COUNTS);
  const given = (platform + forVswitch) * site.threads;
  const alone = plan.isolated?.length ?? cores(plan, 'Application-isolated') * site.threads;
  // Shared cores are not counted here: the platform does not either.
  return site.cpus.length - given - alone <= 0
    ? denied('At least one core has to be left for applications.', COUNTS)
    : allowed;
}
