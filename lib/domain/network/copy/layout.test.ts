import { describe, expect, it } from 'vitest';
import { countTicks, type Proposal, type Ticks } from '@/lib/domain/copy/part';
import { interfaceSteps } from '../interface-call-effect';
import { type InterfaceCall, interfaceCallTitle } from '../interface-calls';
import { formOf, newForm, withClass } from '../interface-form';
import { createPlan, editPlan } from '../interface-plan';
import { testAddress, testRoute } from '../test-interface-facts';
import { testInterface, testPort } from '../test-network';
import { ahead } from './ahead';
import { type LayoutFacts, ownOfHost, proposeLayout } from './layout';
import { mapPorts } from './ports';
import { bareFacts, sourceFacts } from './test-layout';

const NONE: Ticks = new Map();

const propose = (
  source: LayoutFacts,
  target: LayoutFacts,
  ticks = NONE,
  own = new Map<string, string | null>(),
) => proposeLayout(source, target, mapPorts(source, target, 'name', own, 'worker-9'), ticks);
const titles = ({ calls }: Proposal<InterfaceCall>) => calls.map(interfaceCallTitle);
const done = (facts: LayoutFacts, calls: readonly InterfaceCall[]): LayoutFacts => ({
  ...facts,
  ...ahead(facts, calls),
});
const itemOf = ({ items }: Proposal<InterfaceCall>, key: string) => items.find((one) => one.key === key);
const lineOf = (proposal: Proposal<InterfaceCall>, key: string) =>
  proposal.items.flatMap(({ lines }) => lines).find((line) => line.key === key);
const everything = (proposal: Proposal<InterfaceCall>): Ticks =>
  new Map(
    proposal.items
      .flatMap(({ make, lines }) => [...(make ? [make] : []), ...lines])
      .map(({ key }) => [key, true]),
  );

/** The target with some forms carried out on it. */
const edited = (
  facts: LayoutFacts,
  name: string,
  change: (form: ReturnType<typeof newForm>) => ReturnType<typeof newForm>,
) => {
  const own = facts.interfaces.find((one) => one.name === name);
  const form = own && formOf(own, facts);
  if (!own || !form) throw new Error(`no ${name}`);
  return done(facts, editPlan(change(form), own, facts));
};

describe('a host with nothing on its ports', () => {
  const proposal = propose(sourceFacts(), bareFacts());

  it('is given all of it, those below first', () => {
    expect(titles(proposal)).toEqual([
      'Change name of enp81s0f1',
      'Change name, class, MTU, virtual functions of enp81s0f0',
      'Create ae interface bond0',
      'Create vf interface du-fronthaul',
      'Put data network group0-sriov on du-fronthaul',
      'Create vf interface du-midhaul',
      'Put data network group0-mid on du-midhaul',
      'Create vlan interface cluster0',
      'Put platform network cluster-host on cluster0',
      'Create vlan interface mgmt0',
      'Put platform network mgmt on mgmt0',
    ]);
    expect(itemOf(proposal, 'mgmt0')?.make?.words).toBe('VLAN 204 over bond0, platform, MTU 1500');
  });

  it('has nothing left to be given afterwards', () => {
    const again = propose(sourceFacts(), done(bareFacts(), proposal.calls));
    expect(again.items).toEqual([]);
    expect(again.same).toBe(11);
  });

  it('gets nothing of what is not ticked, and of what stands on it neither', () => {
    const less = propose(sourceFacts(), bareFacts(), new Map([['bond0', false]]));
    expect(titles(less).join()).not.toMatch(/bond0|mgmt0|cluster0/);
    expect(itemOf(less, 'mgmt0')?.make).toMatchObject({
      on: false,
      why: 'bond0, which it is over, is not there',
    });
    const noVfs = propose(sourceFacts(), bareFacts(), new Map([['sriov0 class', false]]));
    expect(lineOf(noVfs, 'sriov0 vfCount')?.why).toBe('Goes with class pci-sriov');
    expect(itemOf(noVfs, 'du-midhaul')?.make?.why).toMatch(/sriov0/);
  });

  it('a network that is not ticked stays off an interface that is made', () => {
    const less = propose(
      sourceFacts(),
      bareFacts(),
      new Map([['du-midhaul dataNetworks group0-mid', false]]),
    );
    expect(titles(less)).toContain('Create vf interface du-midhaul');
    expect(titles(less)).not.toContain('Put data network group0-mid on du-midhaul');
  });
});

describe('ports that stand for each other under other names', () => {
  it('carry the layout, and what stands on them says their names', () => {
    const bare = bareFacts();
    const rename = (name: string) => name.replace('enp24', 'ens7');
    const target = {
      ...bare,
      ports: bare.ports.map((port) => ({ ...port, name: rename(port.name) })),
      interfaces: bare.interfaces.map((one) => ({ ...one, name: rename(one.name) })),
    };
    const own = new Map([
      ['enp24s0f0', 'ens7s0f0'],
      ['enp24s0f1', 'ens7s0f1'],
    ]);
    const { calls } = propose(sourceFacts(), target, NONE, own);
    expect(calls).toContainEqual(expect.objectContaining({ do: 'interface.create', name: 'bond0' }));
    expect(calls.find((call) => 'name' in call && call.name === 'bond0')).toMatchObject({
      fields: { uses: ['ens7s0f0', 'ens7s0f1'] },
    });
    // Interfaces that are called as their ports are keep their names.
    expect(calls.map(interfaceCallTitle).join()).not.toContain('ens7s0f0,');
    const half = propose(sourceFacts(), target, NONE, new Map([['enp24s0f0', 'ens7s0f0']]));
    expect(itemOf(half, 'bond0')?.make).toMatchObject({ on: false, why: null, note: 'Without enp24s0f1' });
    expect(half.left).toContainEqual({ what: 'enp24s0f1', why: 'worker-9 has no port enp24s0f1' });
  });
});

describe('what the target has otherwise', () => {
  const same = (more: Partial<LayoutFacts> = {}) => sourceFacts({ host: bareFacts().host, ...more });

  it('is proposed where it is the same thing: by name, by what it is over, by its port', () => {
    const target = edited(same(), 'mgmt0', (form) => ({ ...form, name: 'oldmgmt', mtu: '1400' }));
    const proposal = propose(sourceFacts(), target);
    expect(itemOf(proposal, 'mgmt0')?.lines).toMatchObject([
      { words: 'Name', before: 'oldmgmt', after: 'mgmt0', on: true },
      { words: 'MTU', before: '1400', after: '1500', on: true },
    ]);
    expect(titles(proposal)).toEqual(['Change name, MTU of oldmgmt']);
  });

  it('is never deleted, and said', () => {
    const extra = { ...newForm('vlan', ['bond0']), name: 'storage0', vlanId: '300', networks: ['storage'] };
    const proposal = propose(sourceFacts(), done(same(), createPlan(extra)));
    expect(proposal.extra).toEqual([{ what: 'storage0', why: 'vlan, platform, over bond0, with storage' }]);
    expect(proposal.calls).toEqual([]);
  });

  it('a network that the target alone has comes off only when it is ticked', () => {
    const target = edited(same(), 'du-midhaul', (form) => ({
      ...form,
      dataNetworks: ['group0-mid', 'big'],
      mtu: '9000',
    }));
    const proposal = propose(sourceFacts(), target, new Map([['du-midhaul mtu', false]]));
    expect(proposal.calls).toEqual([]);
    const key = 'du-midhaul dataNetworks big';
    expect(lineOf(proposal, key)).toMatchObject({ on: false, before: 'on it', after: null, why: null });
    const ticked = propose(sourceFacts(), target, new Map([[key, true]]));
    expect(titles(ticked).join()).toContain('Take data network big off du-midhaul');
  });

  it('a class that takes something off is off by itself, and says what goes', () => {
    const target = edited(same(), 'enp81s0f2', (form) => ({
      ...withClass(form, 'pci-passthrough'),
      dataNetworks: ['group0-mid'],
    }));
    const line = lineOf(propose(sourceFacts(), target), 'enp81s0f2 class');
    expect(line).toMatchObject({ on: false, note: 'Take data network group0-mid off enp81s0f2', why: null });
    const cleared = propose(sourceFacts(), target, new Map([['enp81s0f2 class', true]]));
    expect(titles(cleared)).toEqual([
      'Take data network group0-mid off enp81s0f2',
      'Change class of enp81s0f2',
    ]);
  });

  it('a static mode is copied, addresses and routes are not', () => {
    const source = edited(sourceFacts(), 'enp81s0f2', (form) => ({
      ...withClass(form, 'data'),
      ipv4Mode: 'static',
    }));
    const full = {
      ...source,
      addresses: [
        testAddress('i-enp81s0f2', '10.9.0.5', 24),
        { ...testAddress('i-x', '10.9.0.6', 24), poolId: 'p' },
      ],
      routes: [testRoute('i-enp81s0f2', '10.10.0.0', 16, '10.9.0.1')],
    };
    const proposal = propose(full, same());
    expect(titles(proposal)).toEqual(['Change class, IPv4 mode, IPv6 mode of enp81s0f2']);
    expect(ownOfHost(full)).toEqual({ addresses: 1, routes: 1 });
  });

  it('what one change makes room for follows it: a smaller MTU below one that was smaller on top', () => {
    const target = edited(
      edited(same(), 'bond0', (form) => ({ ...form, mtu: '9100' })),
      'mgmt0',
      (form) => ({ ...form, mtu: '9100' }),
    );
    const proposal = propose(sourceFacts(), target);
    expect(titles(proposal)).toEqual(['Change MTU of mgmt0', 'Change MTU of bond0']);
    expect(lineOf(proposal, 'bond0 mtu')).toMatchObject({ on: true, why: null });
    expect(propose(sourceFacts(), done(target, proposal.calls)).items).toEqual([]);
  });

  it('what the platform would refuse cannot be ticked, and says why', () => {
    const narrow = same({
      ports: sourceFacts().ports.map((port) =>
        port.name === 'enp81s0f0'
          ? testPort('enp81s0f0', { interfaceId: 'i-sriov0', vfs: { ...port.vfs, total: 16 } })
          : port,
      ),
      interfaces: sourceFacts().interfaces.map((one) =>
        one.name === 'sriov0' ? { ...one, vfCount: 12 } : one.type === 'vf' ? { ...one, vfCount: 4 } : one,
      ),
    });
    const line = lineOf(
      propose(sourceFacts(), narrow, new Map([['sriov0 vfCount', true]])),
      'sriov0 vfCount',
    );
    expect(line).toMatchObject({ on: false, why: 'Port enp81s0f0 has 16 at most' });
    const strange = same({
      interfaces: sourceFacts().interfaces.map((one) =>
        one.name === 'ptp0' ? { ...one, class: 'new' } : one,
      ),
    });
    expect(lineOf(propose(sourceFacts(), strange), 'ptp0 class')).toMatchObject({
      ...{ before: 'new', after: 'none', on: false, why: 'Type ethernet, class new: not known here' },
    });
    const taken = same({ interfaces: [...same().interfaces, testInterface('odd', { type: 'virtual' })] });
    expect(propose(sourceFacts(), taken).items).toEqual([]);
  });
});

describe('the way of the target to the platform', () => {
  /** mgmt lies on the port that the source has in its bond. */
  const elsewhere = () => {
    const bare = bareFacts();
    return edited(bare, 'enp24s0f0', (form) => ({ ...withClass(form, 'platform'), networks: ['mgmt'] }));
  };

  it('is left as it is where it lies elsewhere, with its reason', () => {
    const proposal = propose(sourceFacts(), elsewhere());
    const why = 'worker-9 has network mgmt on enp24s0f0: left as it is unless you tick this';
    expect(itemOf(proposal, 'mgmt0')?.make).toMatchObject({ on: false });
    expect(lineOf(proposal, 'enp24s0f0 class')).toMatchObject({ on: false, note: why, why: null });
    expect(titles(proposal).join()).not.toMatch(/mgmt/);
    // What does not touch it is proposed all the same.
    expect(titles(proposal)).toContain('Create vf interface du-fronthaul');
  });

  it('moves when it is ticked: off there first', () => {
    const target = edited(bareFacts(), 'enp81s0f2', (form) => ({
      ...withClass(form, 'platform'),
      networks: ['mgmt'],
    }));
    const key = 'mgmt0 networks mgmt';
    const still = propose(sourceFacts(), target, new Map([['mgmt0', true]]));
    expect(lineOf(still, key)).toMatchObject({
      ...{ on: false, why: null, note: 'On enp81s0f2 here: it is taken off there first' },
    });
    const moved = propose(
      sourceFacts(),
      target,
      new Map([
        ['mgmt0', true],
        [key, true],
      ]),
    );
    const calls = titles(moved);
    expect(calls.indexOf('Take platform network mgmt off enp81s0f2')).toBeGreaterThan(-1);
    expect(calls.indexOf('Put platform network mgmt on mgmt0')).toBeGreaterThan(
      calls.indexOf('Take platform network mgmt off enp81s0f2'),
    );
  });
});

/** Numbers that look random and are the same each time (Park and Miller, 1988). */
function dice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

/** A host with the source's ports on which something else was done, by the same editor. */
function anyTarget(roll: (sides: number) => number): LayoutFacts {
  let facts = roll(2) === 0 ? bareFacts() : sourceFacts({ host: bareFacts().host });
  const one = <T>(list: readonly T[]): T => {
    const found = list[roll(list.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  for (let n = roll(6); n >= 0; n -= 1) {
    const name = one(facts.interfaces).name;
    const own = facts.interfaces.find((each) => each.name === name);
    if (!own || own.class === 'platform') continue;
    facts = edited(facts, name, (form) => {
      const kind = roll(4);
      if (
        kind === 0 &&
        form.type === 'ethernet' &&
        facts.interfaces.every(({ uses }) => !uses.includes(name))
      )
        return { ...withClass(form, one(['none', 'data', 'pci-passthrough'])), dataNetworks: [] };
      if (kind === 1) return { ...form, mtu: one(['1400', '1500', '9000']) };
      if (kind === 2 && own.class !== null)
        return { ...form, dataNetworks: [one(['group0-mid', 'group0-sriov'])] };
      return { ...form, name: `${form.name.slice(0, 10)}-x` };
    });
  }
  const base = facts.interfaces.find(({ type, class: word }) => type === 'ethernet' && word === null);
  if (base && roll(2) === 0) {
    const vlan = { ...newForm('vlan', [base.name]), name: `own${roll(9)}`, vlanId: String(10 + roll(200)) };
    facts = done(facts, createPlan(vlan));
  }
  return facts;
}

describe('any host', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
    '%i: once is enough, and it can be undone',
    (seed) => {
      const target = anyTarget(dice(seed * 7919));
      for (const ticks of [NONE, everything(propose(sourceFacts(), target))]) {
        const first = propose(sourceFacts(), target, ticks);
        expect(first.calls.filter(({ do: verb }) => verb === 'interface.delete')).toEqual([]);
        if (ticks === NONE) expect(titles(first).filter((title) => /^(Take|Delete)/.test(title))).toEqual([]);
        let state = target;
        const undo: InterfaceCall[] = [];
        for (const call of first.calls) {
          expect(interfaceSteps.remaining(call, state), interfaceCallTitle(call)).not.toBeNull();
          const back = interfaceSteps.inverse(call, state);
          if (!back) throw new Error(`nothing undoes ${call.do}`);
          undo.unshift(back);
          state = done(state, [call]);
        }
        expect(titles(propose(sourceFacts(), state, ticks)), 'proposed again').toEqual([]);
        expect(plain(done(state, undo)), 'undone').toEqual(plain(target));
        expect(countTicks(first).on).toBeLessThanOrEqual(countTicks(first).all);
      }
    },
  );
});

const plain = ({ interfaces, networks, dataNetworks }: LayoutFacts) => ({
  interfaces: interfaces.map((one) => ({
    ...one,
    maxTxRate: one.maxTxRate || null,
    maxRxRate: one.maxRxRate || null,
    vfCount: one.vfCount || null,
  })),
  networks: networks.map(({ name, interface: on }) => `${name} ${on}`).toSorted(),
  dataNetworks: dataNetworks.map(({ name, interface: on }) => `${name} ${on}`).toSorted(),
});
