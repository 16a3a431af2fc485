/** Deleting tags of the registry and collecting its garbage, as orders of steps. */
import 'server-only';
import { tagName } from '@/lib/domain/registry/image';
import { gerundOf, nameToType, type RegistryCall, rightOf } from '@/lib/domain/registry/registry-calls';
import { deleteTagVerdict } from '@/lib/domain/registry/registry-rules';
import { type RegistryState, registrySteps } from '@/lib/domain/registry/registry-steps';
import { fail, ok, type Result } from '@/lib/domain/result';
import { isTyped } from '@/lib/domain/typed-name';
import { listTags, sendRegistryCall } from '@/lib/stx/sysinv/registry';
import { invalidateRegistry } from './outdated';
import type { Session } from './session-types';
import { type By, orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

export type RegistryOrder = StepOrder<RegistryCall> & {
  /** What was typed to confirm what nothing takes back. */
  typedName?: string | undefined;
};

const registryActs: StepKind<RegistryCall, RegistryState> = {
  ...{ kit: registrySteps, look, send, rightOf, gerundOf, invalidate: invalidateRegistry },
  auditOf: (call) =>
    call.do === 'delete-tag'
      ? { action: 'registry.delete-tag', target: tagName(call.image, call.tag) }
      : { action: 'registry.collect-garbage', target: 'registry' },
};

export async function orderRegistryCalls({
  typedName = '',
  ...order
}: RegistryOrder): Promise<Result<StepRun>> {
  const name = order.calls.map(nameToType).find((one) => one !== null && !isTyped(typedName, one));
  if (name) {
    const message = `Type ${name} to confirm.`;
    return fail({ kind: 'invalid', message, fields: { typedName: message } });
  }
  return orderSteps(registryActs, order);
}

/** Tags of the images that something is deleted of, read anew. */
async function look(session: Session, calls: readonly RegistryCall[]): Promise<Result<RegistryState>> {
  const images = new Set(calls.flatMap((call) => (call.do === 'delete-tag' ? [call.image] : [])));
  const state: Record<string, readonly string[]> = {};
  for (const image of images) {
    const { value, error } = await readView(session, 'registryTags', { image }, true);
    // An older reading is no basis for a change.
    if (error) return fail(error);
    if (value) state[image] = value.data.tags;
  }
  return ok(state);
}

async function send(
  { connection }: By,
  call: RegistryCall,
  state: RegistryState,
): Promise<Result<RegistryState>> {
  if (call.do === 'delete-tag') {
    const verdict = deleteTagVerdict(call.image, call.tag);
    if (!verdict.ok) return fail({ kind: 'invalid', message: verdict.why });
  }
  const answer = await sendRegistryCall(connection, call);
  if (!answer.ok) return answer;
  if (call.do === 'delete-tag' && (await stillThere(connection, call))) {
    const message = `The platform took the deletion, and its registry still lists ${tagName(call.image, call.tag)}.`;
    return fail({ kind: 'unavailable', message, requestId: connection.requestId });
  }
  return ok(registrySteps.after(call, state));
}

/** The platform says yes too when its registry refuses (conductor/manager.py docker_registry_image_delete logs it, and no more). */
async function stillThere(
  connection: By['connection'],
  { image, tag }: Extract<RegistryCall, { do: 'delete-tag' }>,
): Promise<boolean> {
  const left = await listTags(connection, image);
  return left.ok && left.data.tags.includes(tag);
}
