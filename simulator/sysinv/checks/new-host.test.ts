import { expect, it } from 'vitest';
import type { WorldName } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { discoverHost } from '../actions/provision';
import { ask, faultOf } from '../ask';

const MAC = '3c:fd:fe:aa:01:11';
const worker = { hostname: 'w99', personality: 'worker', mgmt_mac: MAC };

it.each<[WorldName, Record<string, unknown>, RegExp]>([
  ['simplex', worker, /simplex/],
  [
    'ceph',
    { personality: 'worker', mgmt_mac: MAC },
    /Must provide a hostname for a node of personality worker/,
  ],
  ['ceph', { hostname: 'w99', personality: 'worker' }, /Must provide MAC Address/],
  ['ceph', { ...worker, mgmt_mac: '3c-fd' }, /valid format of a MAC Address/],
  ['ceph', { ...worker, hostname: 'w 99' }, /Name may only contain letters/],
  ['ceph', { ...worker, hostname: 'storage-9' }, /invalid hostname for personality worker/],
  ['ceph', { ...worker, hostname: 'controller-1' }, /invalid hostname for personality worker/],
  ['ceph', { ...worker, hostname: 'worker-0' }, /Hostname already exists/],
  [
    'ceph',
    { ...worker, personality: 'bogus' },
    /^w99: Reject attempt to configure with invalid personality=bogus $/,
  ],
  [
    'ceph',
    { ...worker, mgmt_mac: '3C:FD:FE:00:07:00' },
    /Host with mgmt_mac 3C:FD:FE:00:07:00 already exists/,
  ],
  ['ceph', { personality: 'controller', mgmt_mac: MAC }, /Two controller nodes have already/],
  ['ceph', { personality: 'storage', hostname: 'storage-7', mgmt_mac: MAC }, /Expected storage-4/],
  ['duplex', { personality: 'storage', mgmt_mac: MAC }, /Personality \[storage\] for host is not compatible/],
  ['lvm', { personality: 'storage', mgmt_mac: MAC }, /simplex/],
  ['rook', { personality: 'storage', mgmt_mac: MAC }, /not compatible with installed software/],
  ['ceph', { ...worker, bm_ip: '10.10.20.9' }, /username is not configured/],
  ['ceph', { ...worker, bm_ip: 'here', bm_username: 'root' }, /IP Address is not valid/],
  ['ceph', { ...worker, bm_ip: 'fd00::9', bm_username: 'root' }, /same version as OAM/],
  ['ceph', { ...worker, bm_username: 'seventeen-letters' }, /longer than 16 characters/],
  ['ceph', { ...worker, bm_password: 'secret' }, /without corresponding username/],
  [
    'ceph',
    { ...worker, bm_type: 'fax', bm_ip: '10.10.20.99', bm_username: 'root' },
    /'fax' is not a supported/,
  ],
])('in %s %j is refused', async (name, body, refusal) => {
  const world = createWorld(name, 'new', { speed: 1 });
  const reply = await ask(world, '/v1/ihosts', { method: 'POST', body });
  expect([reply.status, faultOf(reply)]).toEqual([400, expect.stringMatching(refusal)]);
});

it.each<[WorldName, Record<string, unknown>, RegExp]>([
  ['ceph', { personality: 'worker' }, /must be provisioned with a hostname/],
  ['ceph', { personality: 'controller' }, /Two controller nodes have already/],
  ['ceph', { personality: 'storage', hostname: 'storage-7' }, /Expected storage-4/],

  ['duplex', { personality: 'storage' }, /not compatible with installed software/],
])('in %s a discovered node that becomes %j is refused', async (name, fields, refusal) => {
  const world = createWorld(name, 'new', { speed: 1 });
  const node = discoverHost(world, { mac: MAC });
  const body = Object.entries(fields).map(([key, value]) => ({ op: 'replace', path: `/${key}`, value }));
  const reply = await ask(world, `/v1/ihosts/${node?.row.uuid}`, { method: 'PATCH', body });
  expect([reply.status, faultOf(reply)]).toEqual([400, expect.stringMatching(refusal)]);
});

it('an edge worker is known and not installed from here', async () => {
  const world = createWorld('ceph', 'new', { speed: 1 });
  const body = { personality: 'edgeworker', hostname: 'edge-0', mgmt_mac: MAC };
  expect((await ask(world, '/v1/ihosts', { method: 'POST', body })).status).toBe(200);
  world.clock.advance(3_600_000);
  expect(world.sysinv.byName('edge-0')?.row).toMatchObject({
    personality: 'edgeworker',
    install_state: null,
  });
});

it('a board that another host has is refused, storage hosts get the next name, controllers the missing one', async () => {
  const world = createWorld('ceph', 'new', { speed: 1 });
  const add = (body: unknown) => ask(world, '/v1/ihosts', { method: 'POST', body });
  const taken = world.sysinv.byName('worker-0')?.row.bm_ip;
  expect(faultOf(await add({ ...worker, bm_ip: taken, bm_username: 'root' }))).toMatch(
    /bm_ip .* already exists/,
  );
  expect((await add({ personality: 'storage', mgmt_mac: MAC })).body).toMatchObject({
    hostname: 'storage-4',
  });
  const second = world.sysinv.byName('controller-1');
  if (second) world.sysinv.remove(second);
  expect((await add({ personality: 'controller', mgmt_mac: '3c:fd:fe:aa:01:12' })).body).toMatchObject({
    hostname: 'controller-1',
  });
});
