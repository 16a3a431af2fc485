/** One change as one request: names become the ids that the platform wants, and ids of what it made come back. */
import 'server-only';
import { type ClockState, clockSteps } from '@/lib/domain/clock/ptp-call-effect';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Connection } from '@/lib/stx/connection';
import * as writes from '@/lib/stx/sysinv/ptp-writes';
import type { Session } from './session-types';
import { readView } from './views';

type By = { session: Session; connection: Connection };

/** @returns the state afterwards */
export async function sendCall(by: By, call: ClockCall, state: ClockState): Promise<Result<ClockState>> {
  if (call.do === 'instance.create' || call.do === 'interface.create') return make(by, call, state);
  const answer = await change(by, call, state);
  return answer.ok ? ok(clockSteps.after(call, state)) : answer;
}

type Making = Extract<ClockCall, { do: 'instance.create' | 'interface.create' }>;

async function make({ connection }: By, call: Making, state: ClockState): Promise<Result<ClockState>> {
  const after = clockSteps.after(call, state);
  if (call.do === 'instance.create') {
    const made = await writes.createPtpInstance(connection, call.name, call.service);
    if (!made.ok) return made;
    const instances = after.config.instances.map((one) =>
      one.name === call.name ? { ...one, ...made.data } : one,
    );
    return ok({ ...after, config: { ...after.config, instances } });
  }
  const owner = idOf(state.config.instances, call.instance, 'instance');
  if (!owner.ok) return owner;
  const made = await writes.createPtpInterface(connection, call.name, owner.data.id);
  if (!made.ok) return made;
  const interfaces = after.config.interfaces.map((one) =>
    one.name === call.name ? { ...one, ...made.data } : one,
  );
  return ok({ ...after, config: { ...after.config, interfaces } });
}

async function change(
  by: By,
  call: Exclude<ClockCall, Making>,
  { config, ntp }: ClockState,
): Promise<Result<null>> {
  const { connection } = by;
  switch (call.do) {
    case 'apply':
      return writes.applyPtpInstances(connection);
    case 'ntp.change':
      return ntp
        ? writes.patchNtpServers(connection, ntp.id, call.servers)
        : gone('The list of NTP servers could not be read.');
    case 'host.follow': {
      const host = await hostId(by, call.host);
      return host.ok ? writes.patchHostFollows(connection, host.data, call.to) : host;
    }
    case 'parameter.change':
      return writes.patchParameterRow(connection, call.id, call.to);
    case 'instance.delete':
    case 'instance.assign':
    case 'instance.remove': {
      const instance = idOf(config.instances, call.name, 'instance');
      if (!instance.ok) return instance;
      if (call.do === 'instance.delete') return writes.deletePtpInstance(connection, instance.data.id);
      return assignInstance(by, call, instance.data);
    }
    case 'interface.delete':
    case 'interface.assign':
    case 'interface.remove': {
      const face = idOf(config.interfaces, call.name, 'PTP interface');
      if (!face.ok) return face;
      if (call.do === 'interface.delete') return writes.deletePtpInterface(connection, face.data.id);
      return assignInterface(by, call, face.data);
    }
    case 'parameters.add':
    case 'parameters.remove': {
      const op = call.do === 'parameters.add' ? 'add' : 'remove';
      if (call.of === 'interface') {
        const face = idOf(config.interfaces, call.name, 'PTP interface');
        return face.ok ? writes.patchInterfaceParameters(connection, face.data.id, op, call.pairs) : face;
      }
      const instance = idOf(config.instances, call.name, 'instance');
      return instance.ok
        ? writes.patchInstanceParameters(connection, instance.data.id, op, call.section, call.pairs)
        : instance;
    }
  }
}

async function assignInstance(
  by: By,
  call: Extract<ClockCall, { do: 'instance.assign' | 'instance.remove' }>,
  { number }: Identified,
): Promise<Result<null>> {
  if (number === null) return gone(`The platform did not say which number ${call.name} has.`);
  const host = await hostId(by, call.host);
  if (!host.ok) return host;
  return writes.patchHostInstances(by.connection, host.data, opOf(call.do), number);
}

async function assignInterface(
  by: By,
  call: Extract<ClockCall, { do: 'interface.assign' | 'interface.remove' }>,
  { number }: Identified,
): Promise<Result<null>> {
  if (number === null) return gone(`The platform did not say which number ${call.name} has.`);
  const host = await hostId(by, call.host);
  if (!host.ok) return host;
  const reading = await readView(by.session, 'hostInterfaces', { hostId: host.data });
  const found = reading.value?.data.find(({ name }) => name === call.interface);
  if (!found) return fail(reading.error ?? notFound(`${call.host} has no interface ${call.interface}.`));
  return writes.patchInterfacePtp(by.connection, found.id, opOf(call.do), number);
}

const opOf = (verb: string): 'add' | 'remove' => (verb.endsWith('.assign') ? 'add' : 'remove');

type Identified = { id: string; number: number | null };

function idOf(
  list: readonly (Identified & { name: string })[],
  name: string,
  what: string,
): Result<Identified> {
  const found = list.find((one) => one.name === name);
  return found ? ok(found) : fail(notFound(`There is no ${what} ${name}.`));
}

/** The host's uuid, from the reading that everybody shares. */
async function hostId({ session }: By, name: string): Promise<Result<string>> {
  const { value, error } = await readView(session, 'hosts', {});
  const host = value?.data.hosts.find(({ hostname }) => hostname === name);
  return host ? ok(host.id) : fail(error ?? notFound(`There is no host ${name}.`));
}

/** Said by the console: the platform was not asked. */
const notFound = (message: string) => ({ kind: 'invalid', message }) as const;
const gone = (message: string) => fail(notFound(message));
