/** Copying a layout against the embedded platform: what is proposed is taken, a refused host gets back what it had, and once is enough. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { Ticks } from '@/lib/domain/copy/part';
import { type LayoutFacts, proposeLayout } from '@/lib/domain/network/copy/layout';
import { type MapWay, mapPorts } from '@/lib/domain/network/copy/ports';
import type { InterfaceCall } from '@/lib/domain/network/interface-calls';
import { newForm, withAeMode, withClass } from '@/lib/domain/network/interface-form';
import { createPlan } from '@/lib/domain/network/interface-plan';
import { reviewInterfaceCalls } from '@/lib/domain/network/interface-review';
import type { StepResult } from '@/lib/domain/steps';

const { orderInterfaceCalls } = await import('./interface-writes');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator');
const { written } = bench;
const [SOURCE, FIRST, SECOND] = ['worker-4', 'worker-0', 'worker-1'];

async function factsOf(name: string): Promise<LayoutFacts> {
  const hosts = await readView(bench.session(), 'hosts', {}, true);
  const host = hosts.value?.data.hosts.find(({ hostname }) => hostname === name);
  if (!host) throw new Error(`no ${name}`);
  const layout = await readView(bench.session(), 'hostLayout', { hostId: host.id }, true);
  const choices = await readView(bench.session(), 'interfaceChoices', {});
  const system = await readView(bench.session(), 'system', {});
  if (!layout.value || !choices.value) throw new Error('not read');
  return { ...layout.value.data, host, choices: choices.value.data, system: system.value?.data ?? null };
}

async function run(facts: LayoutFacts, calls: readonly InterfaceCall[]): Promise<StepResult[]> {
  const begun = await orderInterfaceCalls({ host: facts.host.id, calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}

async function proposed(to: string, ticks: Ticks = new Map(), by: MapWay = 'name') {
  const [source, target] = [await factsOf(SOURCE ?? ''), await factsOf(to)];
  const matches = mapPorts(source, target, by, new Map(), to);
  const proposal = proposeLayout(source, target, matches, ticks);
  return { target, proposal, steps: reviewInterfaceCalls(proposal.calls, target) };
}

const states = (results: readonly StepResult[]) => results.map(({ state }) => state);
const lockForTest = (name = '') =>
  bench.platform().control.patchHost(name, { administrative: 'locked', availability: 'online' });

/** What a person made on the source: a bond of data, a VLAN with a network, virtual functions. */
async function dressSource(): Promise<void> {
  const bond = {
    ...withClass(withAeMode(newForm('ae', ['enp94s0f1']), '802.3ad'), 'data'),
    ...{ name: 'data1', mtu: '9000', dataNetworks: ['midhaul0'], ipv6Mode: 'static' },
  };
  const vlan = { ...newForm('vlan', ['pxeboot0']), name: 'storage0', vlanId: '300', networks: ['storage'] };
  const vf = {
    ...newForm('vf', ['sriov0']),
    ...{ name: 'vf1', mtu: '9000', vfCount: '2', vfDriver: 'vfio', dataNetworks: ['fronthaul0'] },
  };
  const calls = [bond, vlan, vf].flatMap(createPlan);
  expect(states(await run(await factsOf(SOURCE ?? ''), calls))).toEqual(calls.map(() => 'done'));
}

const names = ({ interfaces }: LayoutFacts) => interfaces.map(({ name }) => name).toSorted();

describe('a bond, a VLAN and virtual functions', () => {
  it('are given to two hosts, one of which refuses in the middle', async () => {
    await dressSource();
    for (const name of [FIRST, SECOND]) await lockForTest(name);
    const before = await factsOf(FIRST ?? '');
    const first = await proposed(FIRST ?? '');
    expect(first.steps.every(({ verdict, sent }) => verdict.ok && sent)).toBe(true);
    expect(first.steps.map(({ title }) => title)).toEqual([
      'Create ae interface data1',
      'Put data network midhaul0 on data1',
      'Create vf interface vf1',
      'Put data network fronthaul0 on vf1',
      'Create vlan interface storage0',
      'Put platform network storage on storage0',
    ]);
    await bench.platform().control.fault({
      ...{ service: 'sysinv', method: 'POST', path: '/v1/interface_networks', status: 400, times: 1 },
      body: { error_message: JSON.stringify({ faultstring: 'Not now', faultcode: 'Client' }) },
    });
    const refused = await run(first.target, first.proposal.calls);
    expect(states(refused)).toEqual(['undone', 'undone', 'undone', 'undone', 'undone', 'failed']);
    expect(refused.at(-1)?.failure?.message).toBe('Not now');
    expect(names(await factsOf(FIRST ?? ''))).toEqual(names(before));

    written.length = 0;
    const second = await proposed(SECOND ?? '');
    expect(states(await run(second.target, second.proposal.calls))).toEqual(second.steps.map(() => 'done'));
    expect(written).toHaveLength(6);
    expect(written[0]).toMatchObject({
      action: 'host-interface.create',
      target: `${SECOND}/data1`,
      outcome: 'ok',
    });

    // Once is enough; the refused one still gets all of it.
    expect((await proposed(SECOND ?? '')).proposal.items).toEqual([]);
    const again = await proposed(FIRST ?? '');
    expect(states(await run(again.target, again.proposal.calls))).toEqual(again.steps.map(() => 'done'));
    expect((await proposed(FIRST ?? '')).proposal.items).toEqual([]);
    expect((await factsOf(FIRST ?? '')).interfaces.find(({ name }) => name === 'data1')).toMatchObject({
      ...{ type: 'ae', class: 'data', aeMode: '802.3ad', hashPolicy: 'layer2', mtu: 9000 },
      ...{ uses: ['enp94s0f1'], ipv6Mode: 'static' },
    });
  });

  it('are the same by PCI address, and are not sent to a host that runs', async () => {
    const running = await proposed('worker-5', new Map(), 'pci');
    expect(running.proposal.calls).toHaveLength(6);
    expect(running.steps[0]?.verdict).toMatchObject({ why: expect.stringMatching(/^Lock worker-5 first/) });
    const results = await run(running.target, running.proposal.calls);
    expect(results[0]).toMatchObject({ state: 'failed', failure: { message: 'Host must be locked.' } });
  });

  it('a reader is told before anything is looked up', async () => {
    const { target, proposal } = await proposed('worker-5');
    bench.signIn('reader');
    await bench.platform().control.resetRequests();
    expect((await run(target, proposal.calls))[0]).toMatchObject({
      state: 'failed',
      failure: { kind: 'forbidden' },
    });
    expect(await bench.writes('sysinv')).toBe(0);
  });
});

describe('what the source has otherwise', () => {
  it('a class, virtual functions and an MTU follow; a network comes off where it is ticked', async () => {
    await lockForTest('worker-2');
    const own = await factsOf('worker-2');
    const change = [
      { do: 'interface.delete', name: 'sriov0-dpdk' } as const,
      { do: 'interface.change', name: 'sriov0', to: { vfCount: 4, mtu: 9200 } } as const,
      { do: 'data-network.remove', interface: 'data0', network: 'physnet1' } as const,
    ];
    expect(states(await run(own, change))).toEqual(['done', 'done', 'done']);
    const { target, proposal } = await proposed('worker-2');
    expect(states(await run(target, proposal.calls))).toEqual(proposal.calls.map(() => 'done'));
    expect((await proposed('worker-2')).proposal.calls).toEqual([]);
  });
});
