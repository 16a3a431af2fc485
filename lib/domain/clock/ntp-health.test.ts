import { expect, it } from 'vitest';
import { testAlarm } from '../test-facts';
import { ntpHealth } from './ntp-health';

const alarm = (entity: string, id: string) => testAlarm({ id, alarmId: '100.114', entity });

it('has every server with the alarm of this host on it, and those that stand on others or on none', () => {
  const lost = alarm('host=storage-0.ntp=10.10.20.9', 'lost');
  const old = alarm('host=storage-0.ntp=10.10.20.1', 'old');
  const none = alarm('host=storage-0.ntp', 'none');
  const other = alarm('host=storage-1.ntp=10.10.20.8', 'other');
  const health = ntpHealth('storage-0', { id: 'n', servers: ['10.10.20.8', '10.10.20.9'] }, [
    ...[lost, old, none, other],
    testAlarm({ id: 'disk', alarmId: '100.104', entity: 'host=storage-0' }),
  ]);
  expect(health.servers).toEqual([
    { server: '10.10.20.8', configured: true, alarm: null },
    { server: '10.10.20.9', configured: true, alarm: lost },
    { server: '10.10.20.1', configured: false, alarm: old },
  ]);
  expect(health.onHost).toEqual([none]);
});
