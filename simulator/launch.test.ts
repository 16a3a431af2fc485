/** The arguments of `npm run demo` and `npm run dev`, and what the console is told of live sources. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { liveEnv, readLaunch, welcome } from './launch';

afterEach(() => vi.unstubAllEnvs());

describe('the launchers', () => {
  it('have a default for everything', () => {
    expect(readLaunch([])).toEqual({
      ...{ port: 3000, simulatorPort: 15_350, world: 'standard', speed: '10' },
      ...{ noise: true, live: true },
    });
  });

  it('read every option', () => {
    const args = '--port 3001 --simulator-port 16000 --world fleet --speed 1 --quiet --without-live';
    expect(readLaunch(args.split(' '))).toEqual({
      ...{ port: 3001, simulatorPort: 16_000, world: 'fleet', speed: '1' },
      ...{ noise: false, live: false },
    });
    expect(() => readLaunch(['--with-live'])).toThrow(/known: .*--without-live/);
  });

  it('point the console at both live sources, unless told not to', () => {
    for (const name of ['ROOST_PTP_NOTIFICATION_URL', 'ROOST_PTP_CALLBACK_URL', 'ROOST_PROMETHEUS_URL'])
      vi.stubEnv(name, '');
    vi.stubEnv('ROOST_PROMETHEUS_SCRAPE_SECONDS', '');
    const launch = readLaunch(['--port', '3001', '--simulator-port', '16000']);
    expect(liveEnv(launch)).toEqual({
      ROOST_PTP_NOTIFICATION_URL: 'http://127.0.0.1:16010/nodes/{host}',
      ROOST_PTP_CALLBACK_URL: 'http://127.0.0.1:3001',
      ROOST_PROMETHEUS_URL: 'http://127.0.0.1:16011',
      ROOST_PROMETHEUS_SCRAPE_SECONDS: '15',
    });
    expect(welcome(launch)).toContain('The console reads both.');
    const without = readLaunch(['--without-live']);
    expect(liveEnv(without)).toEqual({});
    expect(welcome(without)).toContain('The console reads neither.');
  });

  it('leave what the environment says of live sources as it is', () => {
    vi.stubEnv('ROOST_PROMETHEUS_URL', 'http://prometheus.example');
    expect(liveEnv(readLaunch([]))).not.toHaveProperty('ROOST_PROMETHEUS_URL');
  });
});
