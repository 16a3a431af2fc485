/** Views of Kubernetes: how many requests they cost, and that the credentials of the cluster stay where they arrive. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, asked, connection, preparedCatalogue, preparedHttp, session } from './test-answers';

vi.mock('@/lib/stx/http', () => preparedHttp);
vi.mock('@/lib/stx/catalogue', () => preparedCatalogue);
const { kubeViews } = await import('./kube-views');

const pem = (kind: string) =>
  `-----BEGIN ${kind}-----\nMIIEvwIBADANBgkqhkiG9w0BAQEFAASC\n-----END ${kind}-----\n`;
/** As the platform answers a reader (api/controllers/v1/kube_cluster.py), with made-up secrets. */
const SECRETS = {
  cluster_ca_cert: pem('CERTIFICATE'),
  admin_client_cert: pem('CERTIFICATE'),
  admin_client_key: pem('PRIVATE KEY'),
  admin_user: 'kubernetes-admin-of-the-test',
  admin_token: 'eyJhbGciOiJSUzI1NiJ9.made-up',
};

function hosts(count: number) {
  answers.set('/v1/kube_host_upgrades', {
    kube_host_upgrades: Array.from({ length: count }, (_, index) => ({ uuid: `h-${index}`, host_id: index })),
  });
}

beforeEach(() => {
  answers.clear();
  asked.length = 0;
  answers.set('/v1/kube_versions', {
    kube_versions: [{ version: 'v1.32.2', state: 'active', target: true }],
  });
  answers.set('/v1/kube_upgrade', { kube_upgrades: [] });
  answers.set('/v1/kube_rootca_update', { kube_rootca_updates: [] });
  hosts(1);
});

describe('the cluster', () => {
  it.each(['admin', 'reader'])('has no credential in what anybody gets, a %s too', async () => {
    const said: unknown[] = [];
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...line) => void said.push(line)),
    );
    const out = vi.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(line) > 0);
    answers.set('/v1/kube_clusters', {
      kube_clusters: [
        {
          cluster_name: 'kubernetes',
          cluster_version: 'v1.32.2',
          cluster_api_endpoint: 'https://10.10.10.10:6443',
          ...SECRETS,
        },
      ],
    });
    answers.set('/v1/kube_rootca_update/get_cert_id', { cert_id: 'hash-1', error: '' });
    const answer = await kubeViews.kubeCluster.load(connection, {}, session);
    for (const spy of [...spies, out]) spy.mockRestore();
    expect(answer).toEqual({
      ok: true,
      data: {
        ...{ name: 'kubernetes', version: 'v1.32.2', endpoint: 'https://10.10.10.10:6443' },
        ...{ rootcaId: 'hash-1', unread: [] },
      },
    });
    const told = JSON.stringify([answer, said]);
    for (const [name, secret] of Object.entries(SECRETS)) {
      expect(told).not.toContain(name);
      expect(told).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
    expect(told).not.toMatch(/BEGIN|PRIVATE KEY|eyJ/);
  });

  it('cannot say more than that of an answer that it cannot read', async () => {
    answers.set('/v1/kube_clusters', { kube_clusters: [{ cluster_name: { ...SECRETS }, ...SECRETS }] });
    answers.set('/v1/kube_rootca_update/get_cert_id', {
      cert_id: '',
      error: 'Failed to find the certificate',
    });
    const answer = await kubeViews.kubeCluster.load(connection, {}, session);
    expect(JSON.stringify(answer)).not.toMatch(/BEGIN|eyJ|kubernetes-admin/);
    expect(answer).toMatchObject({ data: { name: null, unread: ['Failed to find the certificate'] } });
  });
});

describe('the state', () => {
  it.each([1, 1_500])(
    'costs four requests with %i hosts, and a fifth while the root CA is updated',
    async (count) => {
      hosts(count);
      await kubeViews.kubernetes.load(connection, {}, session);
      expect(asked).toHaveLength(4);
      asked.length = 0;
      answers.set('/v1/kube_rootca_update', { kube_rootca_updates: [{ state: 'update-started' }] });
      answers.set('/v1/kube_rootca_update/hosts', { kube_host_updates: [] });
      await kubeViews.kubernetes.load(connection, {}, session);
      expect(asked).toHaveLength(5);
    },
  );

  it('stands without a part, which is then unknown and not none', async () => {
    answers.delete('/v1/kube_upgrade');
    const answer = await kubeViews.kubernetes.load(connection, {}, session);
    expect(answer).toMatchObject({
      data: { upgrade: null, unread: [{ part: 'upgrade', message: '/v1/kube_upgrade fails here.' }] },
    });
  });

  it('is followed closely while the platform is at work', async () => {
    const pace = async (state: string) => {
      answers.set('/v1/kube_upgrade', { kube_upgrades: [{ state }] });
      const answer = await kubeViews.kubernetes.load(connection, {}, session);
      return answer.ok && kubeViews.kubernetes.pace(answer.data);
    };
    expect(await pace('upgrading-networking')).toBe('fast');
    expect(await pace('upgrading-networking-failed')).toBe('slow');
  });
});
