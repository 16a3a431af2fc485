/** Changes to the filesystems of a host, as orders of steps. */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import {
  type HostFilesystems,
  type HostFsCall,
  hostFsSteps,
} from '@/lib/domain/storage/host-fs/host-fs-calls';
import { HOST_FS_DEED, HOST_FS_RIGHT } from '@/lib/domain/storage/host-fs/host-fs-rules';
import { unreadStorage } from '@/lib/domain/storage/host-storage';
import * as writes from '@/lib/stx/sysinv/storage/host-fs-writes';
import { guard } from './guard';
import { nameOfHost } from './host-name';
import { invalidateStorage } from './outdated';
import type { Session } from './session-types';
import { type By, notThere, orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { auditOfHostFs } from './storage-audit';
import { readView } from './views';

/** @property host uuid */
export type HostFsOrder = StepOrder<HostFsCall> & { host: string };

export async function orderHostFsCalls({ host, ...order }: HostFsOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  return orderSteps(hostFsChanges(host, await nameOfHost(session.data, host)), order);
}

const hostFsChanges = (host: string, hostname: string): StepKind<HostFsCall, HostFilesystems> => ({
  kit: hostFsSteps,
  rightOf: () => HOST_FS_RIGHT,
  gerundOf: () => HOST_FS_DEED,
  auditOf: (call) => auditOfHostFs(call, hostname),
  look: (session) => look(session, host),
  send: (by, call, state) => send(by, host, call, state),
  invalidate: invalidateStorage,
});

async function look(session: Session, host: string): Promise<Result<HostFilesystems>> {
  const { value, error } = await readView(session, 'hostStorage', { hostId: host }, true);
  // An older reading is no basis for a change.
  if (error) return fail(error);
  const message = value ? unreadStorage(value.data, 'filesystems') : 'The filesystems could not be read.';
  return value && message === null
    ? ok({ filesystems: value.data.filesystems })
    : fail({
        kind: 'unavailable',
        message: message ?? 'The filesystems could not be read.',
        service: 'sysinv',
      });
}

async function send(
  { connection }: By,
  host: string,
  call: HostFsCall,
  state: HostFilesystems,
): Promise<Result<HostFilesystems>> {
  const answer = await sendOne(connection, host, call, state);
  return answer.ok ? ok(hostFsSteps.after(call, state)) : answer;
}

async function sendOne(
  connection: By['connection'],
  host: string,
  call: HostFsCall,
  { filesystems }: HostFilesystems,
): Promise<Result<null>> {
  switch (call.do) {
    case 'hostfs.resize':
      return writes.resizeHostFs(connection, host, call.sizes);
    case 'hostfs.add':
      return writes.addHostFs(connection, host, call.name, call.sizeGib);
    case 'hostfs.delete': {
      const found = filesystems.find(({ name }) => name === call.name);
      return found
        ? writes.deleteHostFs(connection, found.id)
        : notThere(`There is no filesystem ${call.name}.`);
    }
    case 'hostfs.functions':
      return writes.setCephFunctions(connection, host, call.functions);
  }
}
