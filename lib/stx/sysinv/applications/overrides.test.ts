/** What is sent to change overrides, and what sysinv says of order and Kubernetes, as recorded (simulator/recordings). */
import { expect, it } from 'vitest';
import { namesOnly } from '@/lib/domain/application/order';
import { overrideBody } from './overrides';

const chart = { application: 'snmp', chart: 'snmp', namespace: 'kube-system' };

it('a save says in both flags whether it replaces or adds', () => {
  const save = { ...chart, do: 'save', yaml: 'a: 1\n', sets: ['b=2'], began: 'v' } as const;
  expect(overrideBody({ ...save, keep: false })).toEqual({
    flags: { reuse_values: false, reset_values: true },
    values: { files: ['a: 1\n'], set: ['b=2'] },
    attributes: {},
  });
  expect(overrideBody({ ...save, yaml: '', keep: true })).toMatchObject({
    flags: { reuse_values: true, reset_values: false },
    values: { files: [], set: ['b=2'] },
  });
});

it('a change of attributes keeps the user overrides, and says enabled as a text', () => {
  expect(overrideBody({ ...chart, do: 'disable' })).toEqual({
    flags: { reuse_values: true, reset_values: false },
    values: { files: [], set: [] },
    attributes: { enabled: 'false' },
  });
  expect(overrideBody({ ...chart, do: 'enable' }).attributes).toEqual({ enabled: 'true' });
});

it('an order without names, as recorded', () => {
  expect(namesOnly(['unmanaged_apps', 'apps_with_cyclic_dependencies'])).toEqual([]);
});
