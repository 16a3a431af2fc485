import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { ask, bodyOf, faultOf, rowsIn } from '../ask';

type Row = Record<string, unknown>;

const worldOf = (name: WorldName = 'standard') => createWorld(name, 'ptp', { speed: 1 });
const list = async (world: World, path: string): Promise<Row[]> => rowsIn(await ask(world, `/v1/${path}`));
const named = async (world: World, kind: string, name: string): Promise<Row> =>
  (await list(world, kind)).find((row) => row.name === name) ?? {};
const post = (world: World, kind: string, body: unknown) =>
  ask(world, `/v1/${kind}`, { method: 'POST', body });
const patch = (world: World, path: string, body: unknown) =>
  ask(world, `/v1/${path}`, { method: 'PATCH', body });

/** Adds to or removes from an instance or interface of this name, `section` where it matters. */
async function change(
  world: World,
  kind: string,
  name: string,
  op: string,
  value: unknown,
  section?: string,
) {
  const { uuid } = await named(world, kind, name);
  const operation = { op, path: '/ptp_parameters/-', value, ...(section ? { section } : {}) };
  return patch(world, `${kind}/${uuid}`, [operation]);
}

describe('a new PTP instance', () => {
  it.each([...'ptp4l phc2sys ts2phc clock synce4l gnss-monitor dpll-mgr'.split(' '), null])(
    'can be of %s',
    async (service) => {
      const world = worldOf();
      const reply = await post(world, 'ptp_instances', { name: 'fresh', ...(service ? { service } : {}) });
      expect(reply.status).toBe(200);
      expect(bodyOf(reply)).toMatchObject({
        name: 'fresh',
        service,
        type: 'ptp-instance',
        hostnames: [],
        parameters: {},
        updated_at: null,
      });
    },
  );

  it('takes its id from the sequence that interfaces take theirs from', async () => {
    const world = worldOf();
    const highest = Math.max(...(await list(world, 'ptp_interfaces')).map(({ id }) => Number(id)));
    const instance = bodyOf(await post(world, 'ptp_instances', { name: 'fresh', service: 'ptp4l' }));
    expect(instance.id).toBe(highest + 1);
    const face = bodyOf(
      await post(world, 'ptp_interfaces', { name: 'face', ptp_instance_uuid: instance.uuid }),
    );
    expect(face).toMatchObject({ id: highest + 2, ptp_instance_id: instance.id, parameters: [] });
  });

  it.each([
    [{ name: 'ptp4l-oc', service: 'ptp4l' }, 409, "A PTP instance with name 'ptp4l-oc' already exists."],
    [{ name: 'x', bogus: 1 }, 400, 'Unknown attribute for argument ptp_instance: bogus'],
    [
      { name: 'x', service: 'bogus' },
      400,
      "Invalid input for field/attribute service. Value: 'bogus'. Value should be one of: gnss-monitor, ts2phc, ptp4l, clock, synce4l, dpll-mgr, phc2sys",
    ],
    [
      { name: 5 },
      400,
      "Invalid input for field/attribute name. Value: '5'. Wrong type. Expected '<class 'str'>', got '<class 'int'>'",
    ],
    [['x'], 500, "'list' object has no attribute 'keys'"],
    [
      {},
      500,
      '(psycopg2.errors.NotNullViolation) null value in column "name" of relation "ptp_instances" violates not-null constraint',
    ],
  ])('%j is refused', async (body, status, says) => {
    const reply = await post(worldOf(), 'ptp_instances', body);
    expect([reply.status, faultOf(reply)]).toEqual([status, says]);
  });

  it('is listed by its name', async () => {
    const names = (await list(worldOf(), 'ptp_instances')).map(({ name }) => String(name));
    expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)));
    const ids = (await list(worldOf(), 'ptp_interfaces')).map(({ id }) => Number(id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  });
});

describe('a parameter', () => {
  it('is added to a section, and global is the one when none is named', async () => {
    const world = worldOf();
    await change(world, 'ptp_instances', 'ptp4l-ip6', 'add', 'priority1=100');
    const reply = await change(world, 'ptp_instances', 'ptp4l-ip6', 'add', 'a=b=c', 'monitoring');
    expect(bodyOf(reply).parameters).toEqual({
      global: ['domainNumber=44', 'network_transport=UDPv6', 'slaveOnly=1', 'priority1=100'],
      monitoring: ['a=b=c'],
    });
    const row = (await list(world, 'ptp_parameters')).find(
      ({ section, name }) => section === 'monitoring' && name === 'a',
    );
    expect(row).toMatchObject({ value: 'b=c', owners: [bodyOf(reply).uuid] });
  });

  it.each(['nosuchparam=1', 'domainNumber=abc', '=5', 'x='])('%s is taken as it is', async (pair) => {
    const reply = await change(worldOf(), 'ptp_instances', 'ptp4l-oc', 'add', pair);
    expect(reply.status).toBe(200);
    expect(JSON.stringify(bodyOf(reply).parameters)).toContain(`"${pair}"`);
  });

  it('is one row for all that have it: a change of its value is one for each of them', async () => {
    const world = worldOf();
    const shared = (await list(world, 'ptp_parameters')).find(
      ({ name, value }) => name === 'domainNumber' && value === '24',
    );
    const reply = await patch(world, `ptp_parameters/${shared?.uuid}`, [
      { op: 'replace', path: '/value', value: '26' },
    ]);
    expect(bodyOf(reply)).toMatchObject({ value: '26', id: expect.any(Number) });
    for (const name of ['ptp4l-gm', 'ptp4l-bc', 'ptp4l-oc', 'phc2sys-0']) {
      const { parameters } = await named(world, 'ptp_instances', name);
      expect(JSON.stringify(parameters)).toContain('domainNumber=26');
      expect(JSON.stringify(parameters)).not.toContain('domainNumber=24');
    }
    const other = await named(world, 'ptp_instances', 'ptp4l-ip');
    expect(JSON.stringify(other.parameters)).toContain('domainNumber=44');
  });

  it('goes with its last owner, and not before', async () => {
    const world = worldOf();
    const rows = async () => (await list(world, 'ptp_parameters')).filter(({ name }) => name === 'gmCapable');
    const before = (await rows()).length;
    await change(world, 'ptp_instances', 'ptp4l-oc', 'remove', 'gmCapable=0');
    expect((await rows()).length).toBe(before);
    const reply = await change(world, 'ptp_instances', 'ptp4l-bc', 'remove', 'gmCapable=0');
    expect(JSON.stringify(bodyOf(reply).parameters)).not.toContain('gmCapable');
    expect((await rows()).length).toBe(before - 1);
  });

  it('can be taken away by its uuid', async () => {
    const world = worldOf();
    const row = (await list(world, 'ptp_parameters')).find(({ name }) => name === 'clock_servo');
    const reply = await change(world, 'ptp_instances', 'ptp4l-bc', 'remove', row?.uuid);
    expect(reply.status).toBe(200);
    expect(JSON.stringify(bodyOf(reply).parameters)).not.toContain('clock_servo');
  });

  it.each([
    ['remove', 'nosuch=9', undefined, 400, "No PTP parameter object found for global's nosuch=9"],
    ['add', 'nothing', undefined, 400, 'Bad PTP parameter keypair: nothing'],
    ['replace', 'renamed', undefined, 400, 'Bad PTP parameter keypair: renamed'],
    [
      'remove',
      'gmCapable=1',
      undefined,
      400,
      "The instance does not have the PTP parameter global's gmCapable=1",
    ],
    ['add', 7, undefined, 500, "'int' object has no attribute 'find'"],
    [
      'add',
      ['a=b', 'c=d'],
      undefined,
      400,
      "Invalid input for field/attribute value. Value: '['a=b', 'c=d']'. Wrong type. Expected '(<class 'str'>, (<class 'int'>,), <class 'float'>)', got '<class 'list'>'",
    ],
  ])('%s %j is refused', async (op, value, section, status, says) => {
    const reply = await change(worldOf(), 'ptp_instances', 'ptp4l-oc', op, value, section);
    expect([reply.status, faultOf(reply)]).toEqual([status, says]);
  });

  it('belongs to an owner once', async () => {
    const reply = await change(worldOf(), 'ptp_instances', 'ptp4l-oc', 'add', 'domainNumber=24');
    expect(reply.status).toBe(409);
  });

  it('that came before a refused one in the same PATCH stays', async () => {
    const world = worldOf();
    const { uuid } = await named(world, 'ptp_instances', 'ptp4l-oc');
    const add = (value: string) => ({ op: 'add', path: '/ptp_parameters/-', value });
    const reply = await patch(world, `ptp_instances/${uuid}`, [add('first=1'), add('second')]);
    expect(reply.status).toBe(400);
    const { parameters } = await named(world, 'ptp_instances', 'ptp4l-oc');
    expect(JSON.stringify(parameters)).toContain('first=1');
  });

  it('of the monitoring of synce4l is one that it knows; of its other sections any', async () => {
    const world = worldOf();
    const add = (pair: string, section?: string) =>
      change(world, 'ptp_instances', 'synce1', 'add', pair, section);
    expect((await add('holdover_ql=0x04', 'monitoring')).status).toBe(200);
    expect((await add('bogus=1', 'monitoring')).status).toBe(400);
    expect((await add('bogus=1')).status).toBe(200);
  });

  it('of dpll-mgr is checked as a whole configuration only, which is replaced in place', async () => {
    const world = worldOf();
    const add = (pair: string, section?: string) =>
      change(world, 'ptp_instances', 'dpll1', 'add', pair, section);
    expect((await add('foo=bar')).status).toBe(200);
    expect((await add('config_json={', 'config_json')).status).toBe(400);
    expect((await add('config_json=[]', 'config_json')).status).toBe(500);
    const unknown = await add('config_json={"nosuch": {}, "dpll": {}}', 'config_json');
    expect([unknown.status, faultOf(unknown)]).toEqual([400, expect.stringContaining("['nosuch']")]);
    const reply = await add('config_json={"dpll": {}}', 'config_json');
    expect(bodyOf(reply).parameters).toEqual({
      config_json: ['config_json={"dpll": {}}'],
      global: ['foo=bar'],
    });
  });

  it.each([
    ['table_id=2', 'unicast_master_table_1', 400],
    ['UDPv6=2001:db8::1', 'unicast_master_table_1', 400],
    ['UDPv4=10.20.40.10', 'unicast_master_table_1', 200],
    ['table_id=1', 'unicast_master_table_2', 400],
    ['table_id=2', 'unicast_master_table_2', 200],
    ['UDPv6=2001:db8::1', 'unicast_master_table_2', 200],
  ])('%s in %s answers %d', async (pair, section, status) => {
    expect((await change(worldOf(), 'ptp_instances', 'ptp4l-ip', 'add', pair, section)).status).toBe(status);
  });

  it('of an interface is of its list, whatever it says', async () => {
    const world = worldOf();
    const reply = await change(world, 'ptp_interfaces', 'clock-if', 'add', 'sma1=sideways');
    expect(bodyOf(reply).parameters).toEqual(['synce_rclka=enabled', 'sma1=output', 'sma1=sideways']);
    const less = await change(world, 'ptp_interfaces', 'clock-if', 'remove', 'sma1=output');
    expect(bodyOf(less).parameters).toEqual(['synce_rclka=enabled', 'sma1=sideways']);
    expect((await change(world, 'ptp_interfaces', 'clock-if', 'remove', 'sma1=output')).status).toBe(400);
  });

  it('by itself can be made, and deleted while nobody has it', async () => {
    const world = worldOf();
    const made = bodyOf(await post(world, 'ptp_parameters', { name: 'loose', value: '1' }));
    expect(made).toMatchObject({ section: 'global', owners: [] });
    expect((await ask(world, `/v1/ptp_parameters/${made.uuid}`, { method: 'DELETE' })).status).toBe(204);
    const [owned] = await list(world, 'ptp_parameters');
    expect((await ask(world, `/v1/ptp_parameters/${owned?.uuid}`, { method: 'DELETE' })).status).toBe(400);
  });
});

describe('deleting', () => {
  const remove = (world: World, path: string) => ask(world, `/v1/${path}`, { method: 'DELETE' });

  it('an instance that hosts have is refused', async () => {
    const world = worldOf();
    const { uuid } = await named(world, 'ptp_instances', 'ptp4l-oc');
    const reply = await remove(world, `ptp_instances/${uuid}`);
    expect([reply.status, faultOf(reply)]).toEqual([
      400,
      `PTP instance ${uuid} is still associated with host(s)`,
    ]);
  });

  it('an instance that none has takes its interfaces and parameters along', async () => {
    const world = worldOf();
    const { uuid, id } = await named(world, 'ptp_instances', 'synce1');
    await patch(world, 'ihosts/worker-1', [{ op: 'remove', path: '/ptp_instances/-', value: id }]);
    expect((await remove(world, `ptp_instances/${uuid}`)).status).toBe(204);
    expect(await named(world, 'ptp_interfaces', 'synce-if')).toEqual({});
    const left = (await list(world, 'ptp_parameters')).map(({ name }) => name);
    expect(left).not.toContain('holdover_timer');
    expect(left).not.toContain('input_ext_QL');
  });

  it('an interface is never refused', async () => {
    const world = worldOf();
    const { uuid } = await named(world, 'ptp_interfaces', 'ptp4l-oc-if');
    expect((await remove(world, `ptp_interfaces/${uuid}`)).status).toBe(204);
    expect(await named(world, 'ptp_interfaces', 'ptp4l-oc-if')).toEqual({});
  });
});

describe('assigning', () => {
  const toHost = (world: World, host: string, op: string, value: unknown) =>
    patch(world, `ihosts/${host}`, [{ op, path: '/ptp_instances/-', value }]);

  it.each(['gnss-mon', 'dpll1'])('a host has one of the service of %s', async (name) => {
    const world = worldOf();
    const { service } = await named(world, 'ptp_instances', name);
    const second = bodyOf(await post(world, 'ptp_instances', { name: 'second', service }));
    expect((await toHost(world, 'worker-0', 'add', second.id)).status).toBe(400);
    expect((await toHost(world, 'worker-2', 'add', second.id)).status).toBe(200);
  });

  it('goes with a host that is deleted', async () => {
    const world = worldOf();
    const host = world.sysinv.byName('worker-4');
    if (host) world.sysinv.remove(host);
    expect((await named(world, 'ptp_instances', 'ptp4l-oc')).hostnames).not.toContain('worker-4');
    const face = await named(world, 'ptp_interfaces', 'ptp4l-oc-if');
    expect(JSON.stringify([face.hostnames, face.interface_names])).not.toContain('worker-4');
  });

  it('a PTP interface to an interface of a host, by its id', async () => {
    const world = worldOf();
    const [face, other] = [await named(world, 'ptp_interfaces', 'ptp4l-oc-if'), 'worker-9'];
    const iface = (await list(world, `ihosts/${other}/iinterfaces`)).find(
      ({ ifname }) => ifname === 'sriov0',
    );
    const send = (op: string, value: unknown) =>
      patch(world, `iinterfaces/${iface?.uuid}`, [{ op, path: '/ptp_interfaces/-', value }]);
    const reply = await send('add', face.id);
    expect(bodyOf(reply)).toMatchObject({ ifname: 'sriov0', ifcapabilities: {} });
    const after = await named(world, 'ptp_interfaces', 'ptp4l-oc-if');
    expect(after.interface_names).toContain('worker-9/sriov0');
    expect(after.hostnames).toContain('worker-9');
    expect((await list(world, `iinterfaces/${iface?.uuid}/ptp_interfaces`)).map(({ id }) => id)).toEqual([
      face.id,
    ]);
    expect((await send('add', face.id)).status).toBe(409);
    expect(faultOf(await send('add', 99999))).toBe('No PTP interface object with id 99999');
    expect((await send('add', face.uuid)).status).toBe(500);
    expect((await send('remove', face.id)).status).toBe(200);
    expect((await send('remove', face.id)).status).toBe(200);
    expect(await list(world, `iinterfaces/${iface?.uuid}/ptp_interfaces`)).toEqual([]);
  });

  it('names a host once per interface', async () => {
    const face = await named(worldOf(), 'ptp_interfaces', 'ptp4l-bc-down');
    expect(face.hostnames).toEqual(['worker-1', 'worker-1', 'worker-1', 'worker-5', 'worker-5']);
  });
});

describe('NTP', () => {
  const servers = async (world: World, value: string, action?: string) => {
    const [row] = await list(world, 'intp');
    return patch(world, `intp/${row?.uuid}`, [
      { op: 'replace', path: '/ntpservers', value },
      ...(action ? [{ op: 'replace', path: '/action', value: action }] : []),
    ]);
  };
  const late = (world: World) =>
    world.fm.alarms
      .filter(({ alarm_id }) => alarm_id === '250.001')
      .map(({ entity_instance_id }) => entity_instance_id);

  it('takes one to three servers by address or name, and applies them to the controllers by reboot', async () => {
    const world = worldOf();
    const reply = await servers(world, '10.0.0.1, ntp.example.com', 'apply');
    expect(bodyOf(reply)).toMatchObject({ ntpservers: '10.0.0.1,ntp.example.com', action: null });
    world.clock.advance(600_000);
    expect(late(world)).toEqual(
      expect.arrayContaining(['host=controller-0', 'host=controller-1', 'host=worker-7']),
    );
    expect(late(world)).toHaveLength(3);
  });

  it('does nothing to hosts when it is not told to apply, or nothing changed', async () => {
    const world = worldOf();
    await servers(world, '10.0.0.1');
    await servers(world, '10.0.0.1', 'apply');
    expect(late(world)).toEqual(['host=worker-7']);
  });

  it.each([
    [
      'a,b,c,d,e',
      'Maximum NTP servers supported: 3 but provided: 5. Please configure a valid list of NTP servers.',
    ],
    ['', 'At least one NTP server is needed'],
    ['not a name', 'not a name is not an NTP server: an address or a host name is needed'],
  ])('refuses %j', async (value, says) => {
    const reply = await servers(worldOf(), value);
    expect([reply.status, faultOf(reply)]).toEqual([400, says]);
  });

  it('needs DNS for names', async () => {
    const world = worldOf();
    const [dns] = world.sysinv.cloud('idns');
    if (dns) dns.nameservers = '';
    expect((await servers(world, 'ntp.example.com')).status).toBe(400);
    expect((await servers(world, '2001:db8::7')).status).toBe(200);
  });

  it('of old PTP says that it is deprecated', async () => {
    const world = worldOf();
    const [row] = await list(world, 'ptp');
    const says = 'Single-instance PTP service API is deprecated';
    const replies = [
      await patch(world, `ptp/${row?.uuid}`, [{ op: 'replace', path: '/mode', value: 'software' }]),
      await post(world, 'ptp/apply', undefined),
    ];
    expect(replies.map((reply) => [reply.status, faultOf(reply)])).toEqual([
      [400, says],
      [400, says],
    ]);
  });
});
