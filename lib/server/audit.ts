/**
 * The audit trail: one line per write on stdout, append-only, the same in the store for /system/audit, and the last
 * few of each person in memory for "your recent actions". Details are masked by allow-list: a value is written only when its name is known to be
 * harmless; everything else shows that it was set, not to what.
 */
import 'server-only';
import { type AuditEntry, REFUSAL } from '@/lib/domain/audit';
import type { Result } from '@/lib/domain/result';
import { leadingRole } from '@/lib/domain/rights';
import { processWide } from '@/lib/process-wide';
import { auditKeeper } from './audit-keeper';
import { refusalToKeep } from './audit-refusal';
import { cloudName } from './cloud';
import { auditLogger } from './log';
import { requestFacts } from './request';
import type { Session } from './session-types';

/** Names of details whose values may be written. Passwords, keys, certificates and free JSON are not among them. */
const PLAIN_DETAILS: readonly string[] = [
  'action',
  'administrative',
  'alarmId',
  'apparmor',
  'applicationUpdated',
  'bmAddress',
  'bmType',
  'boardUsers',
  'bootDevice',
  'chartEnabled',
  'clockSynchronization',
  'console',
  'cpuFunctions',
  'entity',
  'force',
  'helmFlags',
  'hostInterface',
  'hostname',
  'hosts',
  'hwSettle',
  'installOutput',
  'interfaceAddress',
  'interfaceFields',
  'interfaceNetwork',
  'interfaceRoute',
  'kernel',
  'latitude',
  'location',
  'longitude',
  'managementIp',
  'managementMac',
  'maxCpuMhzConfigured',
  'memoryOfNode',
  'name',
  'ntpServers',
  'overridesVersion',
  'personality',
  'ptpFrom',
  'ptpInstance',
  'ptpParameters',
  'ptpSection',
  'ptpService',
  'ptpTo',
  'rootfsDevice',
  'sensorParameters',
  'severity',
  'state',
  'shelvedUntil',
  'storageParameters',
  'storageSize',
  'subfunctions',
  'suppression',
  'ttysDcd',
  'addressPool',
  'controller0Address',
  'controller1Address',
  'dataNetworkType',
  'description',
  'dynamic',
  'networkType',
  'floatingAddress',
  'gatewayAddress',
  'mtu',
  'multicastGroup',
  'poolOrder',
  'poolRanges',
  'subnet',
  'ttl',
  'tunnelMode',
  'udpPort',
  'volumeGroup',
  'kubePhase',
  'kubeVersion',
  'certificateExpiry',
  'certificateSubject',
  'backendKind',
  'deploymentModel',
  'filesystemSizesGib',
  'functions',
  'minReplication',
  'poolQuotasGib',
  'replication',
  'services',
  'sizeGib',
  'tier',
  'appVersion',
  'images',
  'reuseAttributes',
  'reuseUserOverrides',
  'tarfile',
  'tarfileBytes',
  'bitstreamId',
  'deviceEnabled',
  'deviceName',
  'imageBytes',
  'imageFile',
  'imageType',
  'pciDevice',
  'revokeKeyId',
  'labels',
  'overwrite',
];
const MASK = '***';

export type AuditInput = {
  who: string;
  domain: string;
  project: string;
  roles: readonly string[];
  from: string;
  /** What was done, as `room.verb`, e.g. host.lock. */
  action: string;
  /** On what, by its name. */
  target: string;
  /** `ok`, or the kind of failure. */
  outcome: string;
  /** HTTP status of the platform, where it answered. */
  status?: number | undefined;
  requestId: string;
  durationMs: number;
  details?: Record<string, unknown> | undefined;
  /** The platform's words, where it answered and refused. */
  refusal?: string | undefined;
};

const MOST_PEOPLE = 1_000;
const MOST_EACH = 50;
declare global {
  interface RoostProcess {
    /** Newest first, by person. */
    recentActions?: Map<string, AuditEntry[]>;
  }
}

function recent(): Map<string, AuditEntry[]> {
  const shared = processWide();
  shared.recentActions ??= new Map();
  return shared.recentActions;
}

/** Keeps values of harmless names, replaces all others by ***. Nested values never pass. */
export function maskDetails(details: Record<string, unknown>): Record<string, string | number | boolean> {
  const masked: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(details).slice(0, 40)) {
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (!PLAIN_DETAILS.includes(name) || !plain) masked[name] = MASK;
    else masked[name] = typeof value === 'string' ? value.slice(0, 200) : value;
  }
  return masked;
}

/** What was set, masked, and what the platform answered, without the values that are masked. */
function detailsOf({ details, refusal }: AuditInput): Pick<AuditEntry, 'details'> {
  if (!refusal) return details ? { details: maskDetails(details) } : {};
  const secrets = Object.entries(details ?? {}).flatMap(([name, value]) =>
    PLAIN_DETAILS.includes(name) ? [] : [value],
  );
  return { details: { ...maskDetails(details ?? {}), [REFUSAL]: refusalToKeep(refusal, secrets) } };
}

/** The line as it is written. Picks every field by name, so that nothing rides along. */
export function auditEntry(input: AuditInput, cloud: string, at: Date): AuditEntry {
  return {
    at: at.toISOString(),
    who: input.who.slice(0, 255),
    domain: input.domain.slice(0, 64),
    project: input.project.slice(0, 64),
    role: leadingRole({ roles: input.roles }) ?? 'none',
    from: input.from,
    cloud,
    action: input.action,
    target: input.target.slice(0, 255),
    outcome: input.outcome,
    status: input.status ?? null,
    requestId: input.requestId,
    durationMs: Math.round(input.durationMs),
    ...detailsOf(input),
  };
}

/** Writes one audit line, at any log level, hands it to the store, and remembers it for its author. */
export function audit(input: AuditInput): void {
  const entry = auditEntry(input, cloudName(), new Date());
  auditLogger().info({ audit: entry }, 'audit');
  auditKeeper().add(entry);
  const people = recent();
  const key = personKey(entry.domain, entry.who);
  const mine = people.get(key) ?? [];
  people.delete(key);
  people.set(key, [entry, ...mine].slice(0, MOST_EACH));
  for (const oldest of people.keys()) {
    if (people.size <= MOST_PEOPLE) break;
    people.delete(oldest);
  }
}

/** The last actions of a person in this process, newest first. */
export function recentActions(viewer: { userName: string; domainName: string }): readonly AuditEntry[] {
  return recent().get(personKey(viewer.domainName, viewer.userName)) ?? [];
}

const personKey = (domain: string, who: string) => JSON.stringify([domain, who]);

type Written = {
  action: string;
  /** Named values of the write; masked by allow-list. */
  details?: Record<string, unknown>;
};

/** Runs a write and audits it, whatever its outcome; a throw is audited too and passed on. */
export async function auditedWrite<T>(
  session: Session,
  { target, ...what }: Written & { target: string },
  run: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const write = await lineWriter(session, what);
  let result: Result<T> | undefined;
  try {
    result = await run();
    return result;
  } finally {
    write(target, result);
  }
}

/**
 * The same for one write on several targets. A line for each: the trail is searched by target, a line holds 255
 * characters of it, and each may have ended differently; the request id, which they share, says that it was one write.
 * What was refused or failed as a whole touched none of them and is one line, on `together`.
 * @param what.together all targets in a word, e.g. "12 alarms"
 * @param run gives the outcome of each target, in their order
 */
export async function auditedWrites<T>(
  session: Session,
  { targets, together, ...what }: Written & { targets: readonly string[]; together: string },
  run: () => Promise<Result<Result<T>[]>>,
): Promise<Result<Result<T>[]>> {
  const write = await lineWriter(session, what);
  let result: Result<Result<T>[]> | undefined;
  try {
    result = await run();
    return result;
  } finally {
    if (result?.ok) for (const [index, target] of targets.entries()) write(target, result.data[index]);
    else write(together, result);
  }
}

/** Writes lines of one write that begins now. Without a result it threw. */
async function lineWriter(session: Session, what: Written) {
  const { requestId, from } = await requestFacts();
  const started = performance.now();
  return (target: string, result: Result<unknown> | undefined): void =>
    audit({
      who: session.viewer.userName,
      domain: session.viewer.domainName,
      project: session.viewer.projectName,
      roles: session.viewer.roles,
      from,
      ...what,
      target,
      outcome: result === undefined ? 'threw' : result.ok ? 'ok' : result.error.kind,
      status: result && !result.ok ? result.error.status : undefined,
      // Without a status the platform said nothing: the words are the console's own.
      refusal: result && !result.ok && result.error.status ? result.error.message : undefined,
      requestId,
      durationMs: performance.now() - started,
    });
}
