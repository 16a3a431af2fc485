import { describe, expect, it } from 'vitest';
import { bulkPlan, bulkPlans, notInBulk } from './bulk';
import { HOST_ACTIONS } from './host-actions';
import {
  testActive,
  testContext,
  testHost,
  testLocked,
  testStandby,
  testSystem,
  testViewer,
} from './test-facts';

const w1 = testHost({ id: 'w1', hostname: 'worker-1' });
const w2 = testHost({ id: 'w2', hostname: 'worker-2' });
const locked = testLocked({ id: 'w3', hostname: 'worker-3' });
const s0 = testHost({
  id: 's0',
  hostname: 'storage-0',
  personality: 'storage',
  subfunctions: ['storage'],
  peerGroup: 'group-0',
});
const s1 = { ...s0, id: 's1', hostname: 'storage-1' };
const everyone = [testActive(), testStandby(), s0, s1, w1, w2, locked, testHost()];
const context = testContext({ hosts: everyone });

describe('bulk', () => {
  it('says who can and who cannot, and counts only those that can', () => {
    const plan = bulkPlan('lock', [w1, locked, testActive(), w2], context);
    expect(plan.label).toBe('Lock 2');
    expect(plan.able.map((host) => host.hostname)).toEqual(['worker-1', 'worker-2']);
    expect(plan.rows.map((row) => row.verdict.ok)).toEqual([true, false, false, true]);
    expect(plan.rows[2]?.verdict).toMatchObject({
      why: expect.stringContaining('active controller'),
      cite: expect.any(String),
    });
    expect(plan.verdict.ok).toBe(true);
  });

  it('takes workers out first and controllers last, and brings them back the other way round', () => {
    const names = (action: 'lock' | 'unlock', hosts: typeof everyone) =>
      bulkPlan(action, hosts, context).able.map((host) => host.hostname);
    expect(names('lock', [testStandby(), s0, w1])).toEqual(['worker-1', 'storage-0', 'controller-1']);
    const down = (host: typeof w1) => ({
      ...testLocked(),
      id: host.id,
      hostname: host.hostname,
      personality: host.personality,
    });
    expect(names('unlock', [down(w1), down(s0), down(testStandby())])).toEqual([
      'controller-1',
      'storage-0',
      'worker-1',
    ]);
  });

  it('with nobody able the button says why', () => {
    expect(bulkPlan('lock', [locked], context)).toMatchObject({
      label: 'Lock',
      verdict: { ok: false, why: 'worker-3 is already locked.' },
    });
    expect(bulkPlan('lock', [locked, testActive()], context).verdict).toMatchObject({
      why: 'None of 2 hosts can. worker-3: worker-3 is already locked.',
    });
    const reader = testContext({ hosts: everyone, viewer: testViewer('reader') });
    expect(bulkPlan('lock', [w1, w2], reader).verdict).toMatchObject({
      why: 'Your role is reader. Locking needs operator, configurator or admin.',
    });
    expect(bulkPlan('lock', [], context).verdict).toMatchObject({ why: 'Nothing is selected.' });
  });

  it('force variants, swact and edit are for one host', () => {
    expect(HOST_ACTIONS.filter((action) => notInBulk(action) !== null)).toEqual([
      'edit',
      'swact',
      'force-lock',
      'force-unsafe-lock',
      'force-unlock',
      'force-swact',
    ]);
    expect(bulkPlan('force-lock', [w1, w2], context).verdict).toMatchObject({
      why: 'Force locking is for one host at a time: its name has to be typed.',
    });
    expect(bulkPlans([w1], context).map((plan) => plan.action)).not.toContain('force-lock');
  });

  it('warns of what only the selection as a whole does', () => {
    expect(bulkPlan('lock', [s0, s1], context).cautions).toEqual([
      'All hosts of group-0 in service are selected: its data would be out of reach.',
    ]);
    expect(bulkPlan('lock', [w1, w2, testHost()], context).cautions).toHaveLength(1);
    expect(bulkPlan('lock', [w1, w2], context).cautions).toEqual([]);
    expect(bulkPlan('unlock', [s0, s1], context).cautions).toEqual([]);
  });

  it('on a simplex nothing can be rebooted, for one reason', () => {
    const simplex = testContext({ hosts: [locked], system: testSystem({ mode: 'simplex' }) });
    expect(bulkPlan('reboot', [locked], simplex).verdict).toMatchObject({
      ok: false,
      why: expect.stringMatching(/simplex/),
    });
  });
});
