/**
 * Writes on hosts. Each is: session, right, audit, one request that is never repeated, and word to the shared
 * reads that what they hold of hosts is outdated. Refusals come back as values, in the platform's own words.
 */
import 'server-only';
import { type Host, hostName } from '@/lib/domain/host';
import { actionSpec, type HostAction } from '@/lib/domain/host-actions';
import type { HostField } from '@/lib/domain/host-fields';
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import { isTyped, nameToType } from '@/lib/domain/typed-name';
import type { WriteDone } from '@/lib/domain/write-done';
import type { Connection } from '@/lib/stx/connection';
import { type FieldValue, fieldPatch } from '@/lib/stx/sysinv/host-fields';
import { deleteHost, patchHost } from '@/lib/stx/sysinv/hosts';
import { auditedWrite } from './audit';
import { guard, guardRight } from './guard';
import { invalidateHosts } from './outdated';
import { connect } from './platform';
import { requestFacts } from './request';
import type { Session } from './session-types';
import { once } from './submissions';
import { readView } from './views';

export type ActionOrder = {
  /** Host uuid. */
  host: string;
  action: Exclude<HostAction, 'edit'>;
  /** What was typed where the host's name is asked for. */
  typedName?: string | undefined;
  /** Id of this press of the button. */
  submission: string;
};

/**
 * Asks the platform for an action. The outer Result comes at once, after the session was checked; the platform's
 * answer follows in `accepted` (an unlock takes it three to six seconds), so that reads do not queue behind it.
 */
export async function orderAction(
  order: ActionOrder,
): Promise<Result<{ accepted: Promise<Result<WriteDone>> }>> {
  const session = await guard();
  if (!session.ok) return session;
  return ok({ accepted: once(session.data, order.submission, () => act(session.data, order)) });
}

async function act(session: Session, order: ActionOrder): Promise<Result<WriteDone>> {
  const spec = actionSpec(order.action);
  const host = await knownHost(session, order.host);
  const forced = spec.danger === 'force';
  return auditedWrite(
    session,
    {
      action: `host.${order.action}`,
      target: host.ok ? hostName(host.data) : order.host,
      details: { action: order.action, force: forced },
    },
    async () => {
      const may = await guardRight(spec.right, spec.gerund);
      if (!may.ok) return may;
      const confirmed = confirmation(order, host);
      if (confirmed) return fail(confirmed);
      return write(session, (connection) => send(connection, order, spec.platformWord));
    },
  );
}

function send(
  connection: Connection,
  { host }: ActionOrder,
  platformWord: string | null,
): Promise<Result<Host | null>> {
  // Of the actions that come here only "delete" has no word of its own.
  return platformWord === null
    ? deleteHost(connection, host)
    : patchHost(connection, host, [{ path: '/action', value: platformWord }]);
}

export type EditOrder = {
  /** Host uuid. */
  host: string;
  /** What changed, and nothing else. */
  changes: readonly FieldValue[];
  submission: string;
};

/** Changes fields of a host: one request with what changed. Answers as `orderAction` does. */
export async function orderEdit(order: EditOrder): Promise<Result<{ accepted: Promise<Result<WriteDone>> }>> {
  const session = await guard();
  if (!session.ok) return session;
  return ok({ accepted: once(session.data, order.submission, () => edit(session.data, order)) });
}

async function edit(session: Session, { host: id, changes }: EditOrder): Promise<Result<WriteDone>> {
  const { right, gerund } = actionSpec('edit');
  const host = await knownHost(session, id);
  return auditedWrite(
    session,
    {
      action: 'host.edit',
      target: host.ok ? hostName(host.data) : id,
      // Which of them may be written in the clear is the audit's own list; a password is not on it.
      details: Object.fromEntries(changes.map(({ field, value }) => [AUDIT_NAMES[field] ?? field, value])),
    },
    async () => {
      const may = await guardRight(right, gerund);
      if (!may.ok) return may;
      return write(session, (connection) => patchHost(connection, id, fieldPatch(changes)));
    },
  );
}

/** Where the audit's names differ from the form's. */
const AUDIT_NAMES: Partial<Record<HostField, string>> = {
  maxCpuMhz: 'maxCpuMhzConfigured',
  serialDcd: 'ttysDcd',
  appArmor: 'apparmor',
  mgmtMac: 'managementMac',
};

/** Why the typed name does not count, or undefined. The browser checks too, but a browser can be talked to. */
function confirmation({ action, typedName = '' }: ActionOrder, host: Result<Host>): Failure | undefined {
  const asks = actionSpec(action).danger === 'force' || action === 'delete';
  if (!asks) return undefined;
  if (!host.ok) return host.error;
  const name = nameToType(action, host.data);
  if (name === null || isTyped(typedName, name)) return undefined;
  const message = `Type ${name} to confirm.`;
  return { kind: 'invalid', message, fields: { typedName: message } };
}

/**
 * One request to the platform on behalf of a session. Whatever came of it, readings of hosts are outdated: a
 * write without an answer may have been carried out.
 */
export async function write(
  session: Session,
  run: (connection: Connection) => Promise<Result<Host | null>>,
): Promise<Result<WriteDone>> {
  const { requestId } = await requestFacts();
  const connection = await connect(session, requestId);
  if (!connection.ok) return connection;
  try {
    const host = await run(connection.data);
    return host.ok ? ok({ at: Date.now(), host: host.data }) : host;
  } finally {
    invalidateHosts();
  }
}

/** The host as the shared reading of all hosts has it: usually a second old and no request at all. */
export async function knownHost(session: Session, id: string): Promise<Result<Host>> {
  const reading = await readView(session, 'hosts', {});
  const host = reading.value?.data.hosts.find((each) => each.id === id);
  if (host) return ok(host);
  return fail(
    reading.error ?? { kind: 'not-found', service: 'sysinv', message: `No host has the id ${id}.` },
  );
}
