import { describe, expect, it } from 'vitest';
import type { Cpu } from '../host-parts';
import { testHost } from '../test-facts';
import { isOfKubernetes, KNOWN_LABELS, labelDoes } from './known-labels';
import { type LabelCall, labelCli, labelSteps, labelTitle } from './label-calls';
import { pairsIn, pairsOf, rowErrors } from './label-draft';
import { type LabelFacts, labelVerdict } from './label-rules';
import { keyError, valueError } from './label-syntax';

const locked = testHost({ administrative: 'locked' });
const cpu = (use: string): Cpu => ({ id: use, number: 0, core: 0, thread: 0, node: 0, use, model: null });
const facts = (more: Partial<LabelFacts> = {}): LabelFacts => ({
  host: testHost(),
  labels: [{ id: 'l1', key: 'rack', value: 'r4' }],
  cpus: [cpu('Application')],
  ...more,
});
const assign = (labels: Record<string, string>, overwrite = false): LabelCall => ({
  do: 'labels.assign',
  labels: Object.entries(labels).map(([key, value]) => ({ key, value })),
  overwrite,
});
const remove = (key: string): LabelCall => ({ do: 'label.remove', key });

describe('a label is written', () => {
  it.each([
    ['rack', null],
    ['starlingx.io/stalld', null],
    ['', /needed/],
    ['bad key!', /Letters, digits/],
    ['-rack', /first and last/],
    ['a/b/c', /One \//],
    ['Example.com/rack', /domain/],
    ['/rack', /domain/],
    ['example.com/', /Letters, digits/],
    ['k'.repeat(64), /At most 63/],
  ])('key %s', (key, wrong) => {
    if (wrong === null) expect(keyError(key)).toBeNull();
    else expect(keyError(key)).toMatch(wrong);
  });

  it.each([
    ['', null],
    ['r4_a.b-c', null],
    ['bad value!', /Letters, digits/],
    ['v'.repeat(64), /At most 63/],
  ])('value %s', (value, wrong) => {
    if (wrong === null) expect(valueError(value)).toBeNull();
    else expect(valueError(value)).toMatch(wrong);
  });
});

describe('labels that are pasted', () => {
  it.each([
    ['rack=r4\nrow=b', 'rack=r4 row=b'],
    ['# of site A\n"rack": "r4",\n\nrow: b', 'rack=r4 row=b'],
    ['sriovdp=enabled rack=r4', 'sriovdp=enabled rack=r4'],
    ['rack r4', 'rack=r4'],
    ['rack\r\nrow=', 'rack= row='],
    ['a=b=c', 'a=b=c'],
  ])('%j', (text, pairs) => {
    expect(
      pairsIn(text)
        .map(({ key, value }) => `${key}=${value}`)
        .join(' '),
    ).toBe(pairs);
  });
});

describe('what the platform will say', () => {
  it.each<[string, LabelCall, LabelFacts, RegExp | null]>([
    ['any label on a host that runs', assign({ site: 'oslo' }), facts(), null],
    ['sriovdp on one', assign({ sriovdp: 'enabled' }), facts(), /Lock worker-0 first: sriovdp needs/],
    ['removing it there', remove('sriovdp'), facts(), /Lock worker-0 first/],
    ['sriovdp on a locked host', assign({ sriovdp: 'enabled' }), facts({ host: locked }), null],
    [
      'two of that kind',
      assign({ sriovdp: 'enabled', openvswitch: 'enabled' }),
      facts(),
      /sriovdp, openvswitch need/,
    ],
    ['a policy', assign({ 'kube-topology-mgr-policy': 'Restricted' }), facts({ host: locked }), null],
    [
      'an unknown policy',
      assign({ 'kube-topology-mgr-policy': 'x' }),
      facts({ host: locked }),
      /one of none, best-effort/,
    ],
    [
      'cpu policy none',
      assign({ 'kube-cpu-mgr-policy': 'none' }),
      facts({ host: locked }),
      /static or not there/,
    ],
    ['lvm-csi off', assign({ 'lvm-csi': 'Enabled' }), facts(), /enabled or not there/],
    ['one that is there', assign({ rack: 'r5' }), facts(), /is there already, as r4/],
    ['overwriting it', assign({ rack: 'r5' }, true), facts(), null],
    ['stalld', assign({ 'starlingx.io/stalld': 'enabled' }), facts(), null],
    [
      'stalld over nothing',
      assign({ 'starlingx.io/stalld': 'enabled' }),
      facts({ cpus: [cpu('Platform')] }),
      /no processor of function application/,
    ],
    [
      'stalld over all',
      assign({ 'starlingx.io/stalld': 'enabled', 'starlingx.io/stalld_cpu_functions': 'all' }),
      facts({ cpus: [cpu('Platform')] }),
      null,
    ],
    [
      'stalld where processors are not known',
      assign({ 'starlingx.io/stalld': 'enabled' }),
      facts({ cpus: null }),
      null,
    ],
    [
      'stalld on storage',
      assign({ 'starlingx.io/stalld': 'enabled' }),
      facts({ host: testHost({ personality: 'storage', subfunctions: ['storage'] }) }),
      /worker function/,
    ],
    ['a setting of it', assign({ 'starlingx.io/stalld.boost_period': '1' }), facts(), null],
    ['a wrong one', assign({ 'starlingx.io/stalldx': '1' }), facts(), /is called/],
  ])('%s', (_, call, seen, refusal) => {
    const verdict = labelVerdict(call, seen);
    if (refusal === null) expect(verdict).toEqual({ ok: true });
    else expect(verdict).toMatchObject({ ok: false, why: expect.stringMatching(refusal) });
  });

  it('is told beside the row', () => {
    const rows = [
      { row: 0, key: 'rack', value: 'r5' },
      { row: 1, key: 'bad key!', value: 'bad value!' },
      { row: 2, key: 'rack', value: 'r6' },
      { row: 3, key: ' ', value: '' },
      { row: 4, key: 'power-management', value: 'on' },
    ];
    expect(rows.map((row) => rowErrors(row, rows, true, facts()))).toEqual([
      { key: null, value: null },
      { key: expect.stringMatching(/Letters/), value: expect.stringMatching(/Letters/) },
      { key: 'rack is above already', value: null },
      { key: null, value: null },
      { key: null, value: expect.stringMatching(/enabled or not there/) },
    ]);
    expect(rowErrors(rows[0] ?? { row: 0, key: '', value: '' }, rows, false, facts()).key).toMatch(
      /there already/,
    );
    expect(pairsOf(rows)).toHaveLength(4);
  });
});

describe('a change of labels', () => {
  it.each<[LabelCall, string, string]>([
    [
      assign({ rack: 'r5', site: '' }),
      'Assign rack=r5, site=',
      'system host-label-assign worker-0 rack=r5 site=',
    ],
    [assign({ rack: 'r5' }, true), 'Set rack=r5', 'system host-label-assign worker-0 rack=r5 --overwrite'],
    [remove('rack'), 'Remove rack', 'system host-label-remove worker-0 rack'],
  ])('%j has words and a command, and is done once it is carried out', (call, title, command) => {
    expect([labelTitle(call), labelCli(call, 'worker-0')]).toEqual([title, command]);
    expect(labelSteps.remaining(call, facts())).toEqual(call);
    expect(labelSteps.remaining(call, labelSteps.after(call, facts()))).toBeNull();
  });

  it('sends only what is not so already, and gives a removed label back', () => {
    expect(labelSteps.remaining(assign({ rack: 'r4', site: 'x' }), facts())).toEqual(assign({ site: 'x' }));
    expect(labelSteps.inverse(remove('rack'), facts())).toEqual(assign({ rack: 'r4' }, true));
    expect(labelSteps.inverse(remove('gone'), facts())).toBeNull();
    expect(labelSteps.inverse(assign({ site: 'x' }), facts())).toBeNull();
  });
});

it('tells what labels do', () => {
  expect(new Set(KNOWN_LABELS.map(({ key }) => key)).size).toBe(KNOWN_LABELS.length);
  expect(labelDoes('sriovdp')).toMatch(/SR-IOV/);
  expect(labelDoes('rack')).toBeNull();
  expect(
    ['kubernetes.io/hostname', 'node-role.kubernetes.io/worker', 'x.io/kubernetes'].map(isOfKubernetes),
  ).toEqual([true, true, false]);
});
