import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { ask, bodyOf } from '../ask';
import { readHosts } from './host-xml';

const cloud = (name: WorldName = 'ceph'): World => createWorld(name, 'bulk', { speed: 1 });

async function add(world: World, xml: string, name = 'file'): Promise<Record<string, unknown>> {
  const body = `--b\r\nContent-Disposition: form-data; name="${name}"; filename="hosts.xml"\r\nContent-Type: text/xml\r\n\r\n${xml}\r\n--b--\r\n`;
  return bodyOf(
    await ask(world, '/v1/ihosts/bulk_add', {
      method: 'POST',
      body,
      contentType: 'multipart/form-data; boundary=b',
    }),
  );
}
const hostXml = (fields: Record<string, string>) =>
  `<host>${Object.entries(fields)
    .map(([key, value]) => (value === '' ? `<${key}/>` : `<${key}>${value}</${key}>`))
    .join('')}</host>`;
const worker = (n: number, more: Record<string, string> = {}) =>
  hostXml({
    personality: 'worker',
    hostname: `worker-2${n}`,
    mgmt_mac: `3c:fd:fe:aa:02:0${n}`,
    location: 'rack-9/u1',
    bm_type: 'none',
    bm_password: '',
    ...more,
  });

it('an export can be read again, and holds every host without its password', async () => {
  const world = cloud('standard');
  const text = String(bodyOf(await ask(world, '/v1/ihosts/bulk_export')).content);
  const hosts = readHosts(text) ?? [];
  expect(hosts.map((host) => host.get('personality')).slice(0, 5)).toEqual([
    'controller',
    'controller',
    'storage',
    'storage',
    'worker',
  ]);
  expect(hosts).toHaveLength(world.sysinv.hosts.length);
  expect(hosts.find((host) => host.get('hostname') === 'worker-1')?.get('location')).toBe(
    '<script>alert(1)</script>',
  );
  expect(new Set(hosts.map((host) => host.get('bm_password')))).toEqual(new Set(['']));
});

describe('hosts added in bulk', () => {
  it('are installed; those that are there already are told, and keep no other out', async () => {
    const world = cloud();
    const taken = worker(2, { mgmt_mac: '3c:fd:fe:00:07:00' });
    const xml = `<?xml version="1.0" ?>\n<!-- new --><hosts>${worker(1)}${taken}${worker(3, { power_on: '' })}</hosts>`;
    expect(await add(world, xml)).toEqual({
      success: '\n worker-21\n worker-23',
      error: ' worker-22: Host-add Rejected: Host with mgmt_mac 3c:fd:fe:00:07:00 already exists\n',
    });
    world.clock.advance(1_800_000);
    expect(world.sysinv.byName('worker-23')?.row).toMatchObject({
      inv_state: 'inventoried',
      location: { locn: 'rack-9/u1' },
    });
  });

  it('are none when one of them is not right', async () => {
    const world = cloud();
    const before = world.sysinv.hosts.length;
    const answer = await add(world, `<hosts>${worker(1)}${worker(2, { mgmt_mac: 'x' })}</hosts>`);
    expect(answer).toMatchObject({
      success: '',
      error: expect.stringContaining('error parsing host worker-22: '),
    });
    expect(world.sysinv.hosts).toHaveLength(before);
  });

  it.each(['<hosts><host></hosts>', 'hosts', '', '<a/><b/>', '<hosts><host><x>&</host></x></hosts>'])(
    '%j is no file of hosts',
    async (xml) => {
      expect(await add(cloud(), xml)).toMatchObject({
        success: '',
        error: expect.stringContaining('invalid XML document'),
      });
    },
  );

  it('are refused on a simplex and without a file', async () => {
    expect(await add(cloud('simplex'), '<hosts/>')).toMatchObject({
      error: expect.stringContaining('simplex'),
    });
    expect(await add(cloud(), '<hosts/>', 'other')).toMatchObject({
      error: expect.stringContaining('No file uploaded'),
    });
    expect(await add(cloud(), '<hosts/>')).toEqual({ success: '', error: '' });
  });
});
