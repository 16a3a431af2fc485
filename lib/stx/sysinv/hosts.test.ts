/** The decoders, held against what real services answered (simulator/recordings). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeHosts } from './hosts';

const row = {
  uuid: '9d939249-adec-56b9-a8bf-e3fd1cb840d2',
  id: 1,
  hostname: 'controller-0',
  personality: 'controller',
  subfunctions: 'controller,worker',
  administrative: 'unlocked',
  operational: 'enabled',
  availability: 'available',
  capabilities: {
    stor_function: 'monitor',
    is_max_cpu_configurable: 'configurable',
    Personality: 'Controller-Active',
  },
  install_state: 'installing',
  install_state_info: '14/20',
  location: { locn: 'rack-1/u1' },
  max_cpu_mhz_configured: '',
  max_cpu_mhz_allowed: '3500',
  uptime: 1036800,
  task: '',
  created_at: '2026-11-22T14:04:36.454172+00:00',
};

describe('decodeHosts', () => {
  it('reshapes a row', () => {
    expect(decodeHosts([row]).hosts[0]).toMatchObject({
      id: row.uuid,
      subfunctions: ['controller', 'worker'],
      activity: 'active',
      install: { state: 'installing', done: 14, total: 20 },
      location: 'rack-1/u1',
      maxCpuMhzConfigured: null,
      maxCpuMhzAllowed: 3500,
      maxCpuConfigurable: true,
      task: null,
      createdAt: Date.parse('2026-11-22T14:04:36.454Z'),
    });
  });

  it.each([
    ['14/20', 14, 20],
    ['42 of 310++', 42, 310],
    ['preparing', null, null],
    [null, null, null],
  ])('reads the progress of an installation: %s', (info, done, total) => {
    expect(decodeHosts([{ ...row, install_state_info: info }]).hosts[0]?.install).toMatchObject({
      done,
      total,
    });
  });

  it.each([
    ['installing', '42 of 310++', { state: 'installing', done: 42, total: 310, quietMinutes: 2 }],
    ['booting+++', null, { state: 'booting', done: null, total: null, quietMinutes: 3 }],
    ['failed', '12/20+', { state: 'failed', done: 12, total: 20, quietMinutes: 1 }],
    ['preinstall', '', { state: 'preinstall', done: null, total: null }],
    [null, null, { state: null, done: null, total: null }],
  ])('reads minutes without news off an installation: %s, %s', (state, info, install) => {
    const [host] = decodeHosts([{ ...row, install_state: state, install_state_info: info }]).hosts;
    expect(host?.install).toEqual(install);
  });

  it('keeps a host of which the platform says almost nothing', () => {
    const { hosts, unreadable } = decodeHosts([
      { uuid: 'u1', capabilities: null, location: 'a text', peers: [] },
    ]);
    expect(unreadable).toEqual([]);
    expect(hosts[0]).toMatchObject({
      id: 'u1',
      hostname: null,
      availability: null,
      location: null,
      subfunctions: [],
    });
  });

  it('lists what it cannot read, with its name, and keeps the rest', () => {
    const { hosts, unreadable } = decodeHosts([{ hostname: 'worker-9', uuid: 7 }, row, null]);
    expect(hosts).toHaveLength(1);
    expect(unreadable).toEqual([
      { id: null, name: 'worker-9', why: expect.stringContaining('uuid') },
      { id: null, name: null, why: expect.any(String) },
    ]);
  });
});

describe('recorded answers', () => {
  const dir = join(__dirname, '../../../simulator/recordings/sysinv');
  const files = existsSync(dir) ? readdirSync(dir) : [];
  const ihosts = files.filter((file) => /-get-ihosts\.json$/.test(file));

  it.skipIf(files.length === 0).each(ihosts.length > 0 ? ihosts : ['none'])(
    '%s decodes without a loss',
    (file) => {
      const recording: unknown = JSON.parse(readFileSync(join(dir, file), 'utf8'));
      const rows: unknown = Reflect.get(Object(Reflect.get(Object(recording), 'body')), 'ihosts');
      if (!Array.isArray(rows)) return;
      const decoded = decodeHosts(rows);
      expect(decoded.unreadable).toEqual([]);
      expect(decoded.hosts).toHaveLength(rows.length);
    },
  );
});
