import { describe, expect, it } from 'vitest';
import { createWorld } from '../../worlds/create';
import { act, ask, bodyOf, faultOf, rowsIn } from '../ask';
import { patchHost } from '../patch-host';

const standard = () => createWorld('standard', 'api', { speed: 1 });
const patch = (body: unknown, more = {}) => ({ method: 'PATCH', body, ...more });

describe('the list of hosts', () => {
  it('pages by limit and marker, and says where the next page is', async () => {
    const world = standard();
    const names: unknown[] = [];
    let path = '/v1/ihosts?limit=5';
    for (let pages = 0; path && pages < 10; pages++) {
      const body = bodyOf(await ask(world, path));
      names.push(...(Array.isArray(body.ihosts) ? body.ihosts.map((row) => row.id) : []));
      path = String(body.next ?? '').replace('http://platform.example:6385', '');
    }
    expect(names).toEqual(Array.from({ length: 16 }, (_, n) => n + 1));
  });

  it('names the host that asked in its links', async () => {
    const [first] = rowsIn(await ask(standard(), '/v1/ihosts?limit=1'));
    expect(first?.links).toEqual([
      { href: `http://platform.example:6385/v1/ihosts/${first?.uuid}`, rel: 'self' },
      { href: `http://platform.example:6385/ihosts/${first?.uuid}`, rel: 'bookmark' },
    ]);
  });

  it.each([
    ['?limit=-1', 400, 'Limit must be positive'],
    ['?limit=abc', 400, /^Invalid input for field\/attribute limit/],
    ['?sort_key=nosuch', 500, 'Sort key supplied is invalid: nosuch'],
    ['?sort_dir=up', 400, "Invalid sort direction: up. Acceptable values are 'asc' or 'desc'"],
    ['?marker=nosuch', 404, 'Server nosuch could not be found.'],
    ['?hostname=worker-0', 400, 'Unknown argument: "hostname"'],
  ])('refuses %s', async (query, status, says) => {
    const reply = await ask(standard(), `/v1/ihosts${query}`);
    expect(reply.status).toBe(status);
    if (typeof says === 'string') expect(faultOf(reply)).toBe(says);
    else expect(faultOf(reply)).toMatch(says);
  });

  it('filters by personality and sorts', async () => {
    const world = standard();
    const workers = rowsIn(await ask(world, '/v1/ihosts?personality=worker&sort_key=hostname&sort_dir=desc'));
    expect(workers.map((row) => row.hostname)).toEqual(
      Array.from({ length: 10 }, (_, n) => `worker-${9 - n}`),
    );
  });

  it('shows a change at once, although the list is kept between changes', async () => {
    const world = standard();
    await ask(world, '/v1/ihosts');
    patchHost(world, 'worker-0', { task: 'Something' });
    const rows = rowsIn(await ask(world, '/v1/ihosts'));
    expect(rows.find((row) => row.hostname === 'worker-0')?.task).toBe('Something');
  });

  it.each(['worker-0', '5', ''])('finds one by name, id and uuid (%s)', async (ref) => {
    const world = standard();
    const path = ref || String(world.sysinv.byName('worker-0')?.row.uuid);
    expect(bodyOf(await ask(world, `/v1/ihosts/${path}`)).hostname).toBe('worker-0');
  });
});

describe('collections with holes', () => {
  it.each([
    ['/v1/labels', 500],
    ['/v1/isensorgroups', 500],
    ['/v1/ports/detail', 500],
    ['/v1/service_parameter?limit=2', 500],
    ['/v1/upgrade', 500],
    ['/v1/license', 405],
    ['/v1/nosuch', 404],
    ['/v1/iinterfaces?ihost_uuid=x', 400],
  ])('%s answers %d', async (path, status) => {
    expect((await ask(standard(), path)).status).toBe(status);
  });

  it('has no partitions and no interfaces over all hosts, but of one host', async () => {
    const world = standard();
    expect(rowsIn(await ask(world, '/v1/partitions'))).toEqual([]);
    expect(rowsIn(await ask(world, '/v1/iinterfaces'))).toEqual([]);
    expect(rowsIn(await ask(world, '/v1/iinterfaces?ihost=worker-0')).length).toBeGreaterThan(5);
    expect(rowsIn(await ask(world, '/v1/ihosts/worker-0/partitions')).length).toBe(2);
  });

  it('answers an empty list for what hangs below a host that does not exist', async () => {
    const reply = await ask(standard(), '/v1/ihosts/00000000-0000-4000-8000-000000000000/iinterfaces');
    expect([reply.status, rowsIn(reply)]).toEqual([200, []]);
  });

  it('finds every row of every per-host collection by its uuid again', async () => {
    const world = standard();
    for (const kind of ['ports', 'iinterfaces', 'idisks', 'icpus', 'isensors', 'addresses', 'lldp_agents']) {
      const rows = rowsIn(await ask(world, `/v1/ihosts/worker-1/${kind}`));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(bodyOf(await ask(world, `/v1/${kind}/${row.uuid}`)).uuid).toBe(row.uuid);
    }
  });

  it('links interfaces, ports and addresses of a host to one another', async () => {
    const world = standard();
    const interfaces = rowsIn(await ask(world, '/v1/ihosts/worker-0/iinterfaces'));
    const ids = interfaces.map((row) => row.uuid);
    for (const kind of ['ports', 'addresses', 'interface_networks', 'interface_datanetworks']) {
      for (const row of rowsIn(await ask(world, `/v1/ihosts/worker-0/${kind}`)))
        expect(ids).toContain(row.interface_uuid);
    }
  });
});

describe('rights', () => {
  const move = patch([{ op: 'replace', path: '/location', value: { locn: 'x' } }]);
  it.each([
    ['reader', ['reader'], 'admin', 403],
    ['member', ['member', 'reader'], 'admin', 403],
    ['operator', ['operator', 'reader'], 'admin', 200],
    ['configurator', ['configurator', 'reader'], 'services', 200],
    ['admin of another project', ['admin', 'member', 'reader'], 'tenant-a', 403],
  ])('%s may change a host: %s in %s gets %d', async (_name, roles, project, status) => {
    const reply = await ask(standard(), '/v1/ihosts/worker-0', { ...move, roles, project });
    expect(reply.status).toBe(status);
    if (status === 403) expect(faultOf(reply)).toBe('Forbidden');
  });

  it('an operator may change hosts and nothing else', async () => {
    const roles = ['operator', 'reader'];
    expect((await act(standard(), 'worker-4', 'reboot', { roles })).status).toBe(200);
    expect((await ask(standard(), '/v1/ihosts/worker-9', { method: 'DELETE', roles })).status).toBe(403);
    expect((await ask(standard(), '/v1/ptp_instances', { method: 'POST', body: {}, roles })).status).toBe(
      403,
    );
  });
});

describe('a patch', () => {
  it.each([
    [
      'another media type',
      patch([], { contentType: 'application/json-patch+json' }),
      415,
      'Unknown mimetype: application/json-patch+json',
    ],
    ['no JSON', patch('{bad json'), 400, 'Request is not in valid JSON format'],
    ['no body', { method: 'PATCH' }, 400, 'Missing argument: "patch"'],
    [
      'an object',
      patch({ location: 'x' }),
      400,
      "Invalid input for field/attribute patch. Value: '{'location': 'x'}'. Value not a valid list: {'location': 'x'}",
    ],
    [
      'no value',
      patch([{ op: 'replace', path: '/location' }]),
      400,
      "Patching Error: The operation does not contain a 'value' member",
    ],
    [
      'a path without slash',
      patch([{ op: 'replace', path: 'location', value: {} }]),
      400,
      'Invalid path: location',
    ],
    [
      'an unknown column',
      patch([{ op: 'replace', path: '/nosuchfield', value: 1 }]),
      400,
      "Patching Error: can't replace a non-existent object 'nosuchfield'",
    ],
    [
      'adding a column',
      patch([{ op: 'add', path: '/nosuchfield', value: 1 }]),
      400,
      'Adding an additional attribute (/nosuchfield) to the resource is not allowed',
    ],
    [
      'the uuid',
      patch([{ op: 'replace', path: '/uuid', value: 'x' }]),
      400,
      "Change ['uuid'] contains restricted {'uuid'}.",
    ],
    [
      'the personality of a configured host',
      patch([{ op: 'replace', path: '/personality', value: 'storage' }]),
      400,
      /^The following fields can not be modified because this host worker-0 has been configured/,
    ],
    [
      'an unknown board type',
      patch([{ op: 'replace', path: '/bm_type', value: 'bogus' }]),
      400,
      "worker-0: Rejected: 'bogus' is not a supported board management type. Must be one of ['none', 'dynamic', 'ipmi', 'redfish']",
    ],
    [
      'installation parameters of an unlocked host',
      patch([{ op: 'replace', path: '/rootfs_device', value: '/dev/sdz' }]),
      400,
      'Host must be locked before updating installation parameters.',
    ],
  ])('with %s is refused', async (_name, request, status, says) => {
    const world = standard();
    const before = JSON.stringify(world.sysinv.byName('worker-0')?.row);
    const reply = await ask(world, '/v1/ihosts/worker-0', request);
    expect(reply.status).toBe(status);
    if (typeof says === 'string') expect(faultOf(reply)).toBe(says);
    else expect(faultOf(reply)).toMatch(says);
    expect(JSON.stringify(world.sysinv.byName('worker-0')?.row)).toBe(before);
  });

  it('writes what changed, never the password, and answers with the host', async () => {
    const world = standard();
    const reply = await ask(
      world,
      '/v1/ihosts/worker-4',
      patch([
        { op: 'replace', path: '/bm_type', value: 'redfish' },
        { op: 'replace', path: '/bm_ip', value: '10.10.12.99' },
        { op: 'replace', path: '/bm_username', value: 'root' },
        { op: 'replace', path: '/bm_password', value: 'secret' },
        { op: 'replace', path: '/location/locn', value: 'rack-9' },
        { op: 'replace', path: '/ttys_dcd', value: 'True' },
        { op: 'replace', path: '/max_cpu_mhz_configured', value: '2600' },
        { op: 'replace', path: '/id', value: 99 },
      ]),
    );
    expect(reply.status).toBe(200);
    expect(bodyOf(reply)).toMatchObject({
      id: 9,
      bm_type: 'redfish',
      bm_ip: '10.10.12.99',
      location: { locn: 'rack-9' },
      ttys_dcd: true,
      max_cpu_mhz_configured: '2600',
    });
    expect(JSON.stringify(reply.body)).not.toContain('secret');
  });

  it('does nothing when one of its operations is refused', async () => {
    const world = standard();
    const reply = await ask(
      world,
      '/v1/ihosts/worker-0',
      patch([
        { op: 'replace', path: '/location', value: { locn: 'elsewhere' } },
        { op: 'replace', path: '/console', value: 'tty0' },
      ]),
    );
    expect(reply.status).toBe(400);
    expect(world.sysinv.byName('worker-0')?.row.location).not.toEqual({ locn: 'elsewhere' });
  });

  it('assigns and takes away PTP instances by their integer id', async () => {
    const world = standard();
    const send = (op: string, value: unknown) =>
      ask(world, '/v1/ihosts/storage-0', patch([{ op, path: '/ptp_instances/-', value }]));
    expect((await send('add', 1)).status).toBe(200);
    expect(rowsIn(await ask(world, '/v1/ihosts/storage-0/ptp_instances')).map((row) => row.id)).toEqual([1]);
    expect((await send('add', 1)).status).toBe(409);
    expect((await send('add', 99)).status).toBe(400);
    expect((await send('add', 'not-a-number')).status).toBe(500);
    expect((await send('remove', 1)).status).toBe(200);
    expect(rowsIn(await ask(world, '/v1/ihosts/storage-0/ptp_instances'))).toEqual([]);
  });
});

describe('adding a host', () => {
  const add = (body: unknown) => ask(standard(), '/v1/ihosts', { method: 'POST', body });
  it.each([
    [
      { hostname: 'w99', personality: 'worker', mgmt_mac: '3c:fd:fe:00:05:00' },
      'Host-add Rejected: Host with mgmt_mac 3c:fd:fe:00:05:00 already exists',
    ],
    [
      { hostname: 'w99', personality: 'bogus', mgmt_mac: '3c:fd:fe:aa:01:11' },
      'w99: Reject attempt to configure with invalid personality=bogus ',
    ],
    [
      { hostname: 'controller-5', personality: 'controller', mgmt_mac: '3c:fd:fe:aa:01:12' },
      "Host with personality=controller can only have a hostname from ['controller-0', 'controller-1']",
    ],
    [
      { hostname: 'w99', personality: 'worker', mgmt_mac: '3c:fd:fe:aa:01:13', bogus: 1 },
      'Unknown attribute for argument host: bogus',
    ],
  ])('%j is refused', async (body, says) => {
    const reply = await add(body);
    expect([reply.status, faultOf(reply)]).toEqual([400, says]);
  });
});
