/** Applications and charts as sysinv really answered (simulator/recordings), and rows with holes. */

import { expect, it } from 'vitest';
import { complete } from '../../rows';
import { recorded } from '../../test-recordings';
import { versionWire } from '../kubernetes/rows';
import { decodeApplications } from './applications';
import { decodeCharts } from './charts';
import { runningOf } from './kubernetes';

it('applications as recorded, in eight states', () => {
  const { rows, unreadable } = decodeApplications(recorded('get-060-get-apps.json', 'apps'));
  expect(unreadable).toEqual([]);
  expect(rows[0]).toMatchObject({
    ...{ name: 'platform-integ-apps', version: '26.09-1', manifest: 'integ-manifest' },
    ...{ status: 'applied', progress: 'completed', active: true },
  });
  expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThan(5);
});

it('charts as recorded, one row for each namespace', () => {
  const file = 'get-323-get-helm-charts-app-name-cert-manager.json';
  expect(decodeCharts(recorded(file, 'charts')).rows.flat()).toEqual([
    { name: 'cert-manager', namespace: 'cert-manager', enabled: true },
    { name: 'cm-psp-rolebinding', namespace: 'cert-manager', enabled: true },
  ]);
  const odd = [{ name: 'a', namespaces: ['x', 'y'], enabled: [false] }, { name: 'b' }, { namespaces: ['z'] }];
  const { rows, unreadable } = decodeCharts(odd);
  expect(rows.flat()).toEqual([
    { name: 'a', namespace: 'x', enabled: false },
    { name: 'a', namespace: 'y', enabled: null },
  ]);
  expect(unreadable).toHaveLength(1);
});

it('of an application everything but its name may be missing', () => {
  const { rows, unreadable } = decodeApplications([{ name: 'a' }, { status: 'applied' }]);
  expect(rows).toEqual([
    {
      ...{ name: 'a', version: null, manifest: null, manifestFile: null, status: null, progress: null },
      ...{ active: null, createdAt: null, updatedAt: null },
    },
  ]);
  expect(unreadable).toHaveLength(1);
});

it('of the versions of Kubernetes, as recorded, the one that runs counts', () => {
  const raw = recorded('get-067-get-kube-versions.json', 'kube_versions');
  const rows = complete(raw, versionWire, (row) => row, '/kube_versions');
  expect(rows.ok && runningOf(rows.data)).toEqual(['v1.32.2']);
  expect(
    runningOf([
      { version: 'v1.32.2', state: 'partial' },
      { version: 'v1.33.0', state: 'partial' },
      { version: 'v1.34.1', state: null },
    ]),
  ).toEqual(['v1.32.2', 'v1.33.0']);
});
