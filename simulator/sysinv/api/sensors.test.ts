import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { answered, gets, sends, worldOf } from '../network/asking';
import { setSensorStatus } from '../sensors/judge';

const HOST = 'worker-0';
const host = (world: World) => {
  const found = world.sysinv.byName(HOST);
  if (!found) throw new Error(`no ${HOST}`);
  return found;
};
const groups = (world: World) => gets(world, `ihosts/${HOST}/isensorgroups`);
const sensors = (world: World) => gets(world, `ihosts/${HOST}/isensors`);
const named = async (list: Promise<Record<string, unknown>[]>, column: string, name: string) => {
  const row = (await list).find((one) => one[column] === name);
  if (!row) throw new Error(`no ${name}`);
  return row;
};
const fans = (world: World) => named(groups(world), 'sensorgroupname', 'server fans');
const fan = (world: World) => named(sensors(world), 'sensorname', 'Fan_2');
const replace = (path: string, value: unknown) => [{ op: 'replace', path, value }];
const patch = async (
  world: World,
  what: 'isensorgroups' | 'isensors',
  row: Record<string, unknown>,
  body: unknown,
) => answered(sends(world, 'PATCH', `${what}/${row.uuid}`, body));
const alarms = (world: World) =>
  world.fm.alarms
    .filter(({ alarm_id }) => alarm_id === '200.007')
    .map(({ entity_instance_id, severity }) => `${entity_instance_id} ${severity}`);
const FAN = `host=${HOST}.sensor=Fan_2`;

describe('a sensor group', () => {
  it('gives its actions and interval to its sensors, and its interval to every group of the host', async () => {
    const world = worldOf();
    const [status, row] = await patch(world, 'isensorgroups', await fans(world), [
      ...replace('/audit_interval_group', 300),
      ...replace('/actions_major_group', 'alarm'),
    ]);
    expect([status, row]).toMatchObject([200, { audit_interval_group: 300, actions_major_group: 'alarm' }]);
    expect(await fan(world)).toMatchObject({ audit_interval: 300, actions_major: 'alarm' });
    world.clock.advance(10_000);
    expect((await groups(world)).map((one) => one.audit_interval_group)).toEqual([300, 300, 300, 300]);
  });

  it.each([
    [
      'too frequent',
      '/audit_interval_group',
      9,
      'HWMON has returned with a status of fail, reason: Requested sensor audit interval is too frequent, recommended action: Please use value larger than 10 secs.',
    ],
    [
      'no action',
      '/actions_minor_group',
      'reset',
      "HWMON has returned with a status of fail, reason: Invalid sensor action, recommended action: Please select one of the following supported actions: 'ignore','log' or 'alarm'.",
    ],
    ['no flag', '/suppress', 'perhaps', /unable to convert to bool/],
    ['no number', '/audit_interval_group', 'often', /unable to convert to int/],
    ['what never changes', '/sensortype', 'fan', /^The following fields can not be modified: \['\/uuid', /],
    [
      'what the monitor sets',
      '/state',
      'enabled',
      /^The following fields are not remote-modifiable: \['\/sensorgroupname', /,
    ],
    ['nothing that is', '/speed', 1, /non-existent object 'speed'/],
  ])('refuses %s', async (_, path, value, says) => {
    const world = worldOf();
    const before = await fans(world);
    const [status, words] = await patch(world, 'isensorgroups', before, replace(path, value));
    expect(status).toBe(400);
    expect(words).toEqual(typeof says === 'string' ? says : expect.stringMatching(says));
    expect(await fans(world)).toEqual(before);
  });

  it('suppresses all its sensors, and their alarms with them', async () => {
    const world = worldOf();
    setSensorStatus(world, host(world), 'Fan_2', 'critical');
    expect(alarms(world)).toContain(`${FAN} critical`);
    expect(host(world).row.availability).toBe('degraded');
    await patch(world, 'isensorgroups', await fans(world), replace('/suppress', 'True'));
    expect(await fan(world)).toMatchObject({ suppress: true, status: 'critical' });
    expect(alarms(world)).not.toContain(`${FAN} critical`);
    expect(host(world).row.availability).toBe('available');
    await patch(world, 'isensorgroups', await fans(world), replace('/suppress', 'False'));
    expect(alarms(world)).toContain(`${FAN} critical`);
  });
});

describe('a sensor', () => {
  it('raises an alarm where its action is to', async () => {
    const world = worldOf();
    setSensorStatus(world, host(world), 'Fan_2', 'major');
    expect(alarms(world).filter((one) => one.startsWith(FAN))).toEqual([]);
    await patch(world, 'isensorgroups', await fans(world), replace('/actions_major_group', 'alarm'));
    expect(alarms(world)).toContain(`${FAN} major`);
    setSensorStatus(world, host(world), 'Fan_2', 'ok');
    expect(alarms(world).filter((one) => one.startsWith(FAN))).toEqual([]);
    expect(setSensorStatus(world, host(world), 'Fan_9', 'ok')).toBe(false);
  });

  it('is suppressed by itself, and has its actions from its group', async () => {
    const world = worldOf();
    expect(await patch(world, 'isensors', await fan(world), replace('/suppress', 'True'))).toMatchObject([
      200,
      { suppress: true },
    ]);
    expect((await fans(world)).suppress).toBe(false);
    expect(await patch(world, 'isensors', await fan(world), replace('/actions_major', 'log'))).toEqual([
      400,
      "The following fields can only be modified at the sensorgroup level: ['/actions_critical', '/actions_major', '/actions_minor']",
    ]);
  });

  it('is changed by configurators and admins only', async () => {
    const world = worldOf();
    const { uuid } = await fan(world);
    const body = replace('/suppress', 'True');
    expect(
      (await sends(world, 'PATCH', `isensors/${uuid}`, body, ['operator', 'member', 'reader'])).status,
    ).toBe(403);
  });
});

describe('the sensor model', () => {
  const relearn = (world: World, uuid = host(world).row.uuid) =>
    answered(sends(world, 'POST', 'isensorgroups/relearn', { host_uuid: uuid }));

  it('goes with its alarms and suppressions, and comes back with the actions and interval of its groups', async () => {
    const world = worldOf();
    const before = await fans(world);
    await patch(world, 'isensorgroups', before, replace('/actions_major_group', 'alarm'));
    await patch(world, 'isensors', await fan(world), replace('/suppress', 'True'));
    setSensorStatus(world, host(world), 'Fan_1', 'critical');
    expect((await relearn(world))[0]).toBe(204);
    expect([await groups(world), await sensors(world)]).toEqual([[], []]);
    expect(alarms(world).filter((one) => one.startsWith(`host=${HOST}.`))).toEqual([]);
    expect((await relearn(world))[0]).toBe(204);
    world.clock.advance(125_000);
    expect(await fans(world)).toMatchObject({ actions_major_group: 'alarm' });
    expect((await fans(world)).uuid).not.toBe(before.uuid);
    expect(await fan(world)).toMatchObject({
      ...{ suppress: false, status: 'ok', actions_major: 'alarm' },
      sensorgroup_uuid: (await fans(world)).uuid,
    });
  });

  it('is learnt of a known host, whatever its board management', async () => {
    const world = worldOf();
    expect(await relearn(world, '00000000-0000-4000-8000-000000000000')).toEqual([
      400,
      '_get_host_uuid lookup failed',
    ]);
    const board = (fields: Record<string, unknown>) =>
      answered(
        sends(
          world,
          'PATCH',
          `ihosts/${HOST}`,
          Object.entries(fields).flatMap(([key, value]) => replace(`/${key}`, value)),
        ),
      );
    expect((await board({ bm_type: 'none' }))[0]).toBe(200);
    expect(host(world).row).toMatchObject({ bm_type: 'none', bm_ip: null, bm_username: null });
    expect(await sensors(world)).toEqual([]);
    expect((await relearn(world))[0]).toBe(204);
    world.clock.advance(300_000);
    expect(await sensors(world)).toEqual([]);
    const set = { bm_type: 'redfish', bm_ip: '10.10.12.99', bm_username: 'root', bm_password: 'x' };
    expect((await board(set))[0]).toBe(200);
    world.clock.advance(125_000);
    expect(await sensors(world)).toHaveLength(13);
  });
});

describe('board management of a host', () => {
  const NAME = 'worker-0: Rejected: Board management controller';
  it.each<[Record<string, unknown>, string]>([
    [
      { bm_username: 'seventeen-letters' },
      `${NAME} username is not valid. Cannot be longer than 16 characters.`,
    ],
    [
      { bm_username: 'ro ot', bm_password: 'x' },
      `${NAME} username is not valid. Whitespace characters are not permitted.`,
    ],
    [
      { bm_password: 'secret' },
      'worker-0 Rejected: Board management controller password change attempt without corresponding username.',
    ],
    [
      { bm_username: 'bmcadmin', bm_password: 'se cret' },
      `${NAME} password is not valid. Whitespace characters are not permitted.`,
    ],
    [{ bm_ip: '10.10.12' }, 'worker-0: Rejected: Board Management controller IP Address is not valid.'],
    [
      { bm_ip: 'fd00::1' },
      'Rejected: Board management controller IP address must be the same version as OAM primary address.',
    ],
    [{ bm_username: '' }, 'worker-0: Rejected: Board Management controller username is not configured.'],
    [
      { bm_username: 'root' },
      'worker-0 Rejected: username change attempt from bmcadmin to root without corresponding password.',
    ],
  ])('%j is refused', async (fields, says) => {
    const world = worldOf();
    const body = Object.entries(fields).flatMap(([key, value]) => replace(`/${key}`, value));
    expect(await answered(sends(world, 'PATCH', `ihosts/${HOST}`, body))).toEqual([400, says]);
  });

  it('may have the address of another host, and nothing more once it is none', async () => {
    const world = worldOf();
    const other = world.sysinv.byName('worker-1')?.row.bm_ip;
    expect((await answered(sends(world, 'PATCH', `ihosts/${HOST}`, replace('/bm_ip', other))))[0]).toBe(200);
    await sends(world, 'PATCH', `ihosts/${HOST}`, replace('/bm_type', 'none'));
    expect(await answered(sends(world, 'PATCH', `ihosts/${HOST}`, replace('/bm_ip', '10.10.12.99')))).toEqual(
      [
        400,
        "worker-0: Rejected: Board Management controller Type is not provisioned.  Provisionable values: '['dynamic', 'ipmi', 'redfish']'.",
      ],
    );
  });
});
