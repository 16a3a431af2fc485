import { describe, expect, it } from 'vitest';
import { alarmsByHost, byUrgency, countAlarms, entityHost, parseEntity } from './alarm';
import { testAlarm } from './test-facts';

describe('entities', () => {
  it.each([
    ['host=worker-1', 'worker-1'],
    ['host=worker-10.process=kubelet', 'worker-10'],
    ['host=worker-3.filesystem=/var/log', 'worker-3'],
    ['host=edge.site-7.process=ptp4l', 'edge.site-7'],
    ['host=controller-0.ntp', 'controller-0'],
    ['host=controller-0.ntp=192.168.1.1', 'controller-0'],
    ['host=worker-0.instance=ptp1.ptp', 'worker-0'],
    ['host=worker-0,agent=3f,bgp-peer=10.0.0.1', 'worker-0'],
    ['service_domain=controller.service_group=vim-services.host=controller-1', 'controller-1'],
    ['cluster=7b.peergroup=group-0.host=storage-0', 'storage-0'],
    ['system.certificate.mode=ssl.uuid=9', undefined],
    ['k8s_application=cert-manager', undefined],
    ['ghost=worker-1', undefined],
    ['', undefined],
  ])('%s stands on %s', (entity, host) => expect(entityHost(entity)).toBe(host));

  it('keeps the parts in order', () => {
    expect(parseEntity('host=worker-0.instance=ptp1.ptp=no-lock')).toEqual([
      { key: 'host', value: 'worker-0' },
      { key: 'instance', value: 'ptp1' },
      { key: 'ptp', value: 'no-lock' },
    ]);
    expect(parseEntity('system.certificate.k8sRootCA')).toEqual([
      { key: '', value: 'system.certificate.k8sRootCA' },
    ]);
    expect(parseEntity('host=a.label=k=v')[1]).toEqual({ key: 'label', value: 'k=v' });
  });
});

describe('lists of alarms', () => {
  const critical = testAlarm({ id: 'c', severity: 'critical', raisedAt: 1 });
  const old = testAlarm({ id: 'o', raisedAt: 1 });
  const recent = testAlarm({ id: 'n', raisedAt: 2 });
  const hidden = testAlarm({ id: 'h', severity: 'critical', suppressed: true });
  const elsewhere = testAlarm({ id: 'e', entity: 'k8s_application=x' });

  it('the worst first, then the newest', () => {
    expect([old, recent, critical].sort(byUrgency).map((a) => a.id)).toEqual(['c', 'n', 'o']);
  });

  it('counts suppressed and shelved ones apart, each once', () => {
    const none = { critical: 0, major: 0, minor: 0, warning: 0, suppressed: 0, shelved: 0 };
    expect(countAlarms([critical, old, hidden])).toEqual({ ...none, critical: 1, major: 1, suppressed: 1 });
    const shelved = ({ id }: { id: string }) => id === 'c' || id === 'h';
    expect(countAlarms([critical, old, hidden], shelved)).toEqual({
      ...{ ...none, major: 1, suppressed: 1, shelved: 1 },
    });
  });

  it('groups by host and leaves the suppressed and the homeless out', () => {
    const groups = alarmsByHost([old, hidden, elsewhere, critical]);
    expect([...groups.keys()]).toEqual(['worker-0']);
    expect(groups.get('worker-0')?.map((a) => a.id)).toEqual(['c', 'o']);
  });
});
