/** Adding a host: session, right, audit, one request that is never repeated, and word to the shared reads. */
import 'server-only';
import type { NewHostAttribute, NewHostValues } from '@/lib/domain/new-host/order';
import { ok, type Result } from '@/lib/domain/result';
import type { WriteDone } from '@/lib/domain/write-done';
import { addHost, claimNode } from '@/lib/stx/sysinv/new-host';
import { auditedWrite } from './audit';
import { guard, guardRight } from './guard';
import { write } from './host-writes';
import type { Session } from './session-types';
import { once } from './submissions';

export type AddHostOrder = {
  /** uuid of the node that was heard of; null for one that nobody heard of yet. */
  node: string | null;
  values: NewHostValues;
  bmPassword?: string | undefined;
  /** Id of this press of the button. */
  submission: string;
};

/** Adds a host, or makes one of a discovered node. The platform's answer follows in `accepted`. */
export async function orderNewHost(
  order: AddHostOrder,
): Promise<Result<{ accepted: Promise<Result<WriteDone>> }>> {
  const session = await guard();
  if (!session.ok) return session;
  return ok({ accepted: once(session.data, order.submission, () => add(session.data, order)) });
}

async function add(session: Session, { node, values, bmPassword }: AddHostOrder): Promise<Result<WriteDone>> {
  const order = { values, bmPassword };
  return auditedWrite(
    session,
    {
      action: 'host.add',
      target: values.hostname ?? values.mgmt_mac ?? node ?? 'a host',
      // Which of them may be written in the clear is the audit's own list; a password is not on it.
      details: {
        ...Object.fromEntries(Object.entries(values).map(([name, value]) => [auditName(name), value])),
        ...(bmPassword ? { bmPassword } : {}),
      },
    },
    async () => {
      const may = await guardRight(node === null ? 'host.provision' : 'host.operate', 'Adding hosts');
      if (!may.ok) return may;
      return write(session, (connection) =>
        node === null ? addHost(connection, order) : claimNode(connection, node, order),
      );
    },
  );
}

const AUDIT_NAMES: Record<NewHostAttribute, string> = {
  mgmt_mac: 'managementMac',
  personality: 'personality',
  hostname: 'hostname',
  subfunctions: 'subfunctions',
  location: 'location',
  bm_type: 'bmType',
  bm_ip: 'bmAddress',
  bm_username: 'bmUserName',
  boot_device: 'bootDevice',
  rootfs_device: 'rootfsDevice',
  install_output: 'installOutput',
  console: 'console',
  hw_settle: 'hwSettle',
};
const auditName = (name: string): string =>
  new Map<string, string>(Object.entries(AUDIT_NAMES)).get(name) ?? name;
