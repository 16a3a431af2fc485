// @vitest-environment happy-dom
/** The page of Kubernetes: where an upgrade stands, what is offered there, and what is not known. */
import { act } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { drawingPlace } from '@/components/action/test-sheet';
import type { Kubernetes } from '@/lib/domain/kube/kube';
import { controller, testKubeHost, testKubernetes, testUpgrade } from '@/lib/domain/kube/test-kube';
import { testHost, testSystem, testViewer } from '@/lib/domain/test-facts';
import { KubeBoard } from './kube-board';

const answers: Record<string, unknown> = {};
const held = vi.hoisted(() => ({ role: 'admin' as 'admin' | 'reader' }));
vi.mock('@/lib/queries/view', () => ({
  useView: (view: string) => answers[view],
  useRefresh: () => async () => {},
}));
vi.mock('@/lib/queries/asked', () => ({
  useAsked: () => ({ seen: undefined, isAsking: false, ask: () => {} }),
}));
vi.mock('@/lib/queries/viewer', () => ({ useViewer: () => ({ viewer: testViewer(held.role) }) }));
vi.mock('next/navigation', () => ({ usePathname: () => '/applications/kubernetes' }));
vi.mock('@/components/table/data-table', () => ({ DataTable: () => null }));

const draw = drawingPlace();
const show = (kube: Partial<Kubernetes>) => {
  answers.kubernetes = { data: testKubernetes(kube), asOf: Date.now() };
  return act(async () => draw(<KubeBoard />));
};
const said = () => document.body.textContent ?? '';
const offers = () =>
  [...document.querySelectorAll('button')]
    .filter((one) => one.getAttribute('aria-disabled') !== 'true')
    .map((one) => one.textContent);

beforeEach(() => {
  held.role = 'admin';
  answers.hosts = { data: { hosts: [controller(1), controller(2), testHost({ number: 5 })] } };
  answers.system = { data: testSystem({ mode: 'duplex' }) };
  answers.kubePaths = {
    data: [
      {
        version: 'v1.33.0',
        upgradeFrom: ['v1.32.2'],
        downgradeTo: [],
        appliedPatches: [],
        availablePatches: [],
      },
    ],
  };
  answers.kubeCluster = {
    data: {
      name: 'kubernetes',
      version: 'v1.32.2',
      endpoint: 'https://10.10.10.10:6443',
      rootcaId: null,
      unread: [],
    },
  };
});

it('at rest says what runs and what there is to upgrade to', async () => {
  await show({});
  expect(said()).toContain('v1.32.2 is active on every host.');
  expect(said()).toContain('from v1.32.2');
  expect(offers()).toEqual(expect.arrayContaining(['Start an upgrade…', 'Update…']));
});

it.each<[string, string[]]>([
  ['upgrade-started', ['Download images…']],
  ['downloading-images', []],
  ['downloading-images-failed', ['Download images…']],
  ['upgraded-storage', ['Upgrade the control plane of controller-0…']],
  ['upgrade-complete', ['Update applications after the upgrade…', 'Delete…']],
  ['upgrade-aborted', ['Delete…']],
  ['dreaming', []],
])('in %s it offers %j', async (state, wanted) => {
  await show({ upgrade: testUpgrade(state) });
  const known = ['Update…', 'Set to failed…', 'Check the health', 'Copy', 'Apply the kubelet configuration…'];
  expect(offers().filter((one) => one?.endsWith('…') && !known.includes(one))).toEqual(wanted);
});

it('offers the next kubelet while another is being upgraded', async () => {
  const hosts = [testKubeHost(1, { status: 'upgrading-kubelet' }), testKubeHost(2), testKubeHost(5)];
  await show({ upgrade: testUpgrade('upgrading-kubelets'), hosts });
  expect(said()).toContain('0 of 3 upgraded.');
  expect(said()).toContain('Under way: controller-0.');
  expect(offers()).toContain('Upgrade the kubelet of controller-1…');
});

it('says why the next step cannot be taken, and which state it does not know', async () => {
  await show({ upgrade: testUpgrade('downloading-images') });
  expect(said()).toContain('The upgrade is in downloading-images. For this it must be in downloaded-images');
  await show({ upgrade: testUpgrade('dreaming') });
  expect(said()).toContain('a state that this console does not know: dreaming');
});

it('a reader sees all of it and is offered nothing', async () => {
  held.role = 'reader';
  await show({ upgrade: testUpgrade('upgrade-started') });
  expect(offers().filter((one) => one?.endsWith('…'))).toEqual([]);
  expect(said()).toContain('Your role is reader. Changing Kubernetes needs configurator or admin.');
});

it('never takes for none what could not be read', async () => {
  await show({
    unread: [
      { part: 'upgrade', message: 'Upgrade away.' },
      { part: 'rootca', message: 'Root CA away.' },
    ],
  });
  expect(said()).toContain('Unknown. Upgrade away.');
  expect(said()).toContain('Unknown. Root CA away.');
  expect(said()).not.toContain('None is in progress');
  expect(said()).not.toContain('No update is in progress');
});
