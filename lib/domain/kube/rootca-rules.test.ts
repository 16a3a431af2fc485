/** What may be asked of an update of the root CA, and of which host first. */
import { describe, expect, it } from 'vitest';
import { expiryProblem, subjectProblem } from './certificate-fields';
import type { RootcaHost } from './kube';
import type { RootcaCall } from './kube-calls';
import { kubeVerdict } from './kube-checks';
import { rootcaStageCall } from './next-calls';
import { testSituation } from './test-kube';

const worker = { id: 'worker-0', name: 'worker-0' };

describe('the root CA', () => {
  const row = (hostname: string, state: string | null): RootcaHost => ({
    ...{ id: hostname, hostname, personality: hostname.startsWith('c') ? 'controller' : 'worker', state },
  });
  const s = (state: string, ...hosts: RootcaHost[]) =>
    testSituation({
      rootca: { state, from: 'a', to: null, createdAt: null, updatedAt: null },
      rootcaHosts: hosts,
    });
  const host = (phase: 'trust-both-cas' | 'update-certs'): RootcaCall => ({
    do: 'rootca-host',
    host: worker,
    phase,
  });

  it.each<[RootcaCall, string, boolean]>([
    [{ do: 'rootca-generate', expiry: null, subject: null }, 'update-started', true],
    [{ do: 'rootca-generate', expiry: null, subject: null }, 'update-new-rootca-cert-generated', false],
    [{ do: 'rootca-pods', phase: 'trust-both-cas' }, 'updated-host-trust-both-cas', true],
    [{ do: 'rootca-pods', phase: 'trust-both-cas' }, 'updating-pods-trust-both-cas-failed', true],
    [{ do: 'rootca-pods', phase: 'trust-new-ca' }, 'updated-host-update-certs', false],
    [{ do: 'rootca-complete' }, 'updated-pods-trust-new-ca', true],
    [{ do: 'rootca-complete' }, 'updated-host-trust-new-ca', false],
    [{ do: 'rootca-abort' }, 'update-started', true],
    [{ do: 'rootca-abort' }, 'update-aborted', false],
    [{ do: 'rootca-start', force: false }, 'update-aborted', true],
    [{ do: 'rootca-start', force: false }, 'update-started', false],
    [host('trust-both-cas'), 'update-new-rootca-cert-generated', true],
    [host('update-certs'), 'updated-pods-trust-both-cas', true],
    [host('update-certs'), 'updated-host-trust-both-cas', false],
  ])('%j in %s: %s', (call, state, ok) => {
    expect(kubeVerdict(call, s(state, row('worker-0', null))).ok).toBe(ok);
  });

  it('takes one host at a time, and one that failed before all others', () => {
    const state = 'updating-host-update-certs';
    expect(
      kubeVerdict(host('update-certs'), s(state, row('controller-0', state), row('worker-0', null))),
    ).toMatchObject({
      why: expect.stringContaining('This phase is in progress on controller-0'),
    });
    const failed = s(`${state}-failed`, row('controller-0', `${state}-failed`), row('worker-0', null));
    expect(kubeVerdict(host('update-certs'), failed)).toMatchObject({
      why: expect.stringContaining('This phase failed on controller-0'),
    });
    expect(rootcaStageCall('host-update-certs', failed)).toMatchObject({ host: { name: 'controller-0' } });
    const begun = s('updated-pods-trust-both-cas', row('worker-0', null), row('controller-1', null));
    expect(rootcaStageCall('host-update-certs', begun)).toMatchObject({ host: { name: 'controller-1' } });
  });

  it('is asked for with a date and a subject that the platform takes', () => {
    const now = Date.parse('2026-11-29T12:00:00Z');
    expect([expiryProblem('', now), expiryProblem('2027-01-01', now)]).toEqual([null, null]);
    expect(expiryProblem('2026-11-30', now)).toContain('24 hours');
    expect([subjectProblem(''), subjectProblem('C=NO O=Two Words CN=kube')]).toEqual([null, null]);
    expect(subjectProblem('O=Example')).toBe('CN is needed');
    expect(subjectProblem('X=1 CN=a')).toContain('X is not known');
    expect(subjectProblem('kubernetes')).toContain('C=');
  });
});
