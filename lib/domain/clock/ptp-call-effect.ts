/** What a change to the configuration of time does to it: what of it is still to do, what takes it back, what is afterwards. */
import type { StepsOf } from '../steps';
import type { ClockCall } from './ptp-calls';
import type { NtpServers, PtpConfig, PtpInstance, PtpInterface, PtpPair, PtpSection } from './ptp-config';

export type ClockState = {
  config: PtpConfig;
  /** null: could not be read, or nothing here asks for it. */
  ntp: NtpServers | null;
  /** What hosts follow, by hostname. */
  follows: Readonly<Record<string, string | null>>;
};

const same = (a: PtpPair, b: PtpPair): boolean => a.name === b.name && a.value === b.value;
const has = (pairs: readonly PtpPair[], pair: PtpPair): boolean => pairs.some((one) => same(one, pair));

type ParametersCall = Extract<ClockCall, { do: 'parameters.add' | 'parameters.remove' }>;

/** Pairs that the owner of a call has in its section; undefined: there is no such owner. */
function pairsOf(
  { config }: ClockState,
  { of, name, section }: ParametersCall,
): readonly PtpPair[] | undefined {
  if (of === 'interface') return config.interfaces.find((one) => one.name === name)?.pairs;
  const instance = config.instances.find((one) => one.name === name);
  return instance && (instance.sections.find((one) => one.section === section)?.pairs ?? []);
}

const isOn = (face: PtpInterface | undefined, host: string, name: string): boolean =>
  face?.members.some((member) => member.host === host && member.interface === name) ?? false;

/**
 * What of a call is still to be sent. What speaks of a thing that is not there is sent as it is: the platform says so
 * better. Removing from it, or deleting it, is done.
 */
function remaining(call: ClockCall, state: ClockState): ClockCall | null {
  const { instances, interfaces, parameters } = state.config;
  const instance = 'name' in call ? instances.find((one) => one.name === call.name) : undefined;
  const face = 'name' in call ? interfaces.find((one) => one.name === call.name) : undefined;
  switch (call.do) {
    case 'instance.create':
      // One of the name but of another service is no success: it is sent, and refused.
      return instance && instance.service === call.service ? null : call;
    case 'interface.create':
      return face && face.instanceName === call.instance ? null : call;
    case 'instance.delete':
      return instance ? call : null;
    case 'interface.delete':
      return face ? call : null;
    case 'parameters.add':
    case 'parameters.remove': {
      const own = pairsOf(state, call);
      const adds = call.do === 'parameters.add';
      if (!own) return adds ? call : null;
      const pairs = call.pairs.filter((pair) => has(own, pair) !== adds);
      return pairs.length > 0 ? { ...call, pairs } : null;
    }
    case 'parameter.change':
      return parameters.find(({ id }) => id === call.id)?.value === call.to ? null : call;
    case 'instance.assign':
      return instance?.hosts.includes(call.host) ? null : call;
    case 'instance.remove':
      return instance?.hosts.includes(call.host) ? call : null;
    case 'interface.assign':
      return isOn(face, call.host, call.interface) ? null : call;
    case 'interface.remove':
      return isOn(face, call.host, call.interface) ? call : null;
    case 'ntp.change':
      return state.ntp?.servers.join() === call.servers.join() ? null : call;
    case 'host.follow':
      return state.follows[call.host] === call.to ? null : call;
    case 'apply':
      return call;
  }
}

/** What takes a call back; null: nothing does. What was deleted had more to it than one call can bring back. */
function inverse(call: ClockCall, before: ClockState): ClockCall | null {
  switch (call.do) {
    case 'instance.create':
      return { do: 'instance.delete', name: call.name };
    case 'interface.create':
      return { do: 'interface.delete', name: call.name };
    case 'parameters.add':
      return { ...call, do: 'parameters.remove' };
    case 'parameters.remove':
      return { ...call, do: 'parameters.add' };
    case 'parameter.change':
      return { ...call, from: call.to, to: call.from };
    case 'instance.assign':
      return { ...call, do: 'instance.remove' };
    case 'instance.remove':
      return { ...call, do: 'instance.assign' };
    case 'interface.assign':
      return { ...call, do: 'interface.remove' };
    case 'interface.remove':
      return { ...call, do: 'interface.assign' };
    case 'ntp.change':
      return before.ntp && before.ntp.servers.length > 0
        ? { do: 'ntp.change', servers: before.ntp.servers }
        : null;
    case 'host.follow': {
      const was = before.follows[call.host];
      return was ? { ...call, to: was } : null;
    }
    case 'instance.delete':
    case 'interface.delete':
    case 'apply':
      return null;
  }
}

const without = (pairs: readonly PtpPair[], gone: readonly PtpPair[]): PtpPair[] =>
  pairs.filter((pair) => !has(gone, pair));

function changedSections(sections: readonly PtpSection[], call: ParametersCall): PtpSection[] {
  const own = sections.find(({ section }) => section === call.section)?.pairs ?? [];
  const pairs = call.do === 'parameters.add' ? [...own, ...call.pairs] : without(own, call.pairs);
  const others = sections.filter(({ section }) => section !== call.section);
  return pairs.length > 0 ? [...others, { section: call.section, pairs }] : others;
}

const replaced = <T extends { name: string }>(list: readonly T[], name: string, next: (one: T) => T): T[] =>
  list.map((one) => (one.name === name ? next(one) : one));

/** The configuration afterwards. Ids of what was made are empty: the platform gives them. */
function after(call: ClockCall, state: ClockState): ClockState {
  const { config } = state;
  const instances = (next: readonly PtpInstance[]): ClockState => ({
    ...state,
    config: { ...config, instances: next },
  });
  const interfaces = (next: readonly PtpInterface[]): ClockState => ({
    ...state,
    config: { ...config, interfaces: next },
  });
  switch (call.do) {
    case 'instance.create': {
      const { name, service } = call;
      return instances([
        ...config.instances,
        { id: '', number: null, name, service, hosts: [], sections: [] },
      ]);
    }
    case 'instance.delete': {
      const gone = config.instances.find(({ name }) => name === call.name);
      return {
        ...state,
        config: {
          ...config,
          instances: config.instances.filter((one) => one !== gone),
          interfaces: config.interfaces.filter(({ instanceName }) => instanceName !== call.name),
        },
      };
    }
    case 'interface.create': {
      const owner = config.instances.find(({ name }) => name === call.instance);
      const made: PtpInterface = {
        ...{ id: '', number: null, name: call.name, members: [], pairs: [] },
        instanceId: owner?.id ?? null,
        instanceName: call.instance,
      };
      return interfaces([...config.interfaces, made]);
    }
    case 'interface.delete':
      return interfaces(config.interfaces.filter(({ name }) => name !== call.name));
    case 'parameters.add':
    case 'parameters.remove':
      return call.of === 'instance'
        ? instances(
            replaced(config.instances, call.name, (one) => ({
              ...one,
              sections: changedSections(one.sections, call),
            })),
          )
        : interfaces(
            replaced(config.interfaces, call.name, (one) => ({
              ...one,
              pairs:
                call.do === 'parameters.add' ? [...one.pairs, ...call.pairs] : without(one.pairs, call.pairs),
            })),
          );
    case 'parameter.change':
      return changedRow(call, state);
    case 'instance.assign':
      return instances(
        replaced(config.instances, call.name, (one) => ({ ...one, hosts: [...one.hosts, call.host] })),
      );
    case 'instance.remove':
      return instances(
        replaced(config.instances, call.name, (one) => ({
          ...one,
          hosts: one.hosts.filter((host) => host !== call.host),
        })),
      );
    case 'interface.assign':
      return interfaces(
        replaced(config.interfaces, call.name, (one) => ({
          ...one,
          members: [...one.members, { host: call.host, interface: call.interface }],
        })),
      );
    case 'interface.remove':
      return interfaces(
        replaced(config.interfaces, call.name, (one) => ({
          ...one,
          members: one.members.filter(
            (member) => member.host !== call.host || member.interface !== call.interface,
          ),
        })),
      );
    case 'ntp.change':
      return { ...state, ntp: { id: state.ntp?.id ?? '', servers: call.servers } };
    case 'host.follow':
      return { ...state, follows: { ...state.follows, [call.host]: call.to } };
    case 'apply':
      return state;
  }
}

function changedRow(call: Extract<ClockCall, { do: 'parameter.change' }>, state: ClockState): ClockState {
  const { config } = state;
  const owners = config.parameters.find(({ id }) => id === call.id)?.owners ?? [];
  const change = (pairs: readonly PtpPair[]): PtpPair[] =>
    pairs.map((pair) =>
      same(pair, { name: call.name, value: call.from }) ? { name: call.name, value: call.to } : pair,
    );
  return {
    ...state,
    config: {
      ...config,
      parameters: config.parameters.map((row) => (row.id === call.id ? { ...row, value: call.to } : row)),
      instances: config.instances.map((one) =>
        owners.includes(one.id)
          ? {
              ...one,
              sections: one.sections.map((part) =>
                part.section === call.section ? { ...part, pairs: change(part.pairs) } : part,
              ),
            }
          : one,
      ),
      interfaces: config.interfaces.map((one) =>
        owners.includes(one.id) ? { ...one, pairs: change(one.pairs) } : one,
      ),
    },
  };
}

/** Parameters are taken one by one, and those before a refused one stay. All of them were missing before: see `remaining`. */
const partOf = (call: ClockCall, before: ClockState): ClockCall | null =>
  call.do === 'parameters.add' || call.do === 'parameters.remove' ? inverse(call, before) : null;

export const clockSteps: StepsOf<ClockCall, ClockState> = { remaining, inverse, partOf, after };
