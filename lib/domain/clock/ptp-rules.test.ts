/** Rules, held against what the platform refused and took (recorded). */
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../result';
import { testViewer } from '../test-facts';
import {
  clockSourceConsequence,
  clockSourceTakenUp,
  clockSourceVerdict,
  ntpServersVerdict,
} from './ntp-rules';
import {
  addInterfaceParameterVerdict,
  addParameterVerdict,
  ownersOf,
  removeParameterVerdict,
  repeatedNames,
} from './parameter-rules';
import {
  assignInstanceVerdict,
  assignInterfaceVerdict,
  createInstanceVerdict,
  createInterfaceVerdict,
  deletedWith,
  deleteInstanceVerdict,
  deleteInterfaceVerdict,
  legacyVerdict,
  mayChangeClockSource,
  mayConfigureTime,
  removeInstanceVerdict,
  removeInterfaceVerdict,
} from './ptp-rules';
import { pairsOf, testConfig, testInstance, testInterface } from './test-clocks';

const ptp4l = testInstance('ptp4l', ['worker-0', 'worker-1'], {
  global: 'domainNumber=24',
  unicast_master_table_1: 'table_id=1 UDPv4=10.0.0.1 peer_address=10.0.0.9',
  unicast_master_table_2: 'table_id=2',
});
const free = testInstance('ptp4l', [], {}, 'free');
const monitor = testInstance('gnss-monitor', ['worker-0'], {}, 'gm1');
const secondMonitor = testInstance('gnss-monitor', [], {}, 'gm2');
const dpll = testInstance('dpll-mgr', [], {}, 'dpll');
const synce = testInstance('synce4l', [], {}, 'synce');
const onData = testInterface(ptp4l, ['worker-0/data0'], 'masterOnly=0');
const config = {
  ...testConfig([ptp4l, free, monitor, secondMonitor, dpll, synce], [onData]),
  parameters: [
    { id: 'p1', section: 'global', name: 'domainNumber', value: '24', owners: [ptp4l.id, 'other'] },
    { id: 'p2', section: 'global', name: 'masterOnly', value: '0', owners: [onData.id] },
    {
      id: 'p3',
      section: 'unicast_master_table_2',
      name: 'peer_address',
      value: '10.0.0.7',
      owners: [ptp4l.id, 'other'],
    },
  ],
};

/** `true`, or the reason; every refusal names its check. */
function why(verdict: Verdict): string | true {
  if (verdict.ok) return true;
  expect(verdict.cite).toMatch(/^sysinv /);
  return verdict.why;
}

describe('instances and interfaces', () => {
  it.each<[string, Verdict, string | true]>([
    ['create', createInstanceVerdict('new', 'ptp4l', config), true],
    // Recorded: 200, and 200 for a name with a blank and a slash.
    ['create without a service', createInstanceVerdict('x', null, config), true],
    ['create with an odd name', createInstanceVerdict('bad name/1', 'ptp4l', config), true],
    ['create without a name', createInstanceVerdict('', 'ptp4l', config), 'An instance needs a name.'],
    ['a name twice', createInstanceVerdict('gm1', 'ptp4l', config), 'There is an instance gm1 already.'],
    [
      'an odd service',
      createInstanceVerdict('zz', 'bogus', config),
      'The platform has no PTP service bogus.',
    ],
    [
      'delete what hosts have',
      deleteInstanceVerdict(ptp4l),
      'It is assigned to 2 hosts (worker-0, worker-1). Remove it there first.',
    ],
    [
      'delete what many hosts have',
      deleteInstanceVerdict({ hosts: ['a', 'b', 'c', 'd', 'e'] }),
      'It is assigned to 5 hosts (a, b, c and 2 more). Remove it there first.',
    ],
    // Interfaces and parameters go with it.
    ['delete what has no host', deleteInstanceVerdict({ ...ptp4l, hosts: [] }), true],
    ['assign', assignInstanceVerdict(free, 'worker-0', config), true],
    [
      'assign twice',
      assignInstanceVerdict(ptp4l, 'worker-0', config),
      'ptp4l is assigned to worker-0 already.',
    ],
    [
      'a second gnss-monitor',
      assignInstanceVerdict(secondMonitor, 'worker-0', config),
      'worker-0 has a gnss-monitor instance already (gm1), and takes one only.',
    ],
    ['a gnss-monitor elsewhere', assignInstanceVerdict(secondMonitor, 'worker-1', config), true],
    [
      'assign without a number',
      assignInstanceVerdict({ ...free, number: null }, 'worker-0', config),
      'The platform did not say which number free has.',
    ],
    ['remove', removeInstanceVerdict(ptp4l, 'worker-0'), true],
    [
      'remove what is not there',
      removeInstanceVerdict(ptp4l, 'worker-2'),
      'ptp4l is not assigned to worker-2.',
    ],
    ['a PTP interface', createInterfaceVerdict('if', ptp4l.id, config), true],
    [
      'a PTP interface of nothing',
      createInterfaceVerdict('if', null, config),
      'A PTP interface belongs to an instance: choose one.',
    ],
    [
      'a PTP interface twice',
      createInterfaceVerdict('ptp4l-if', ptp4l.id, config),
      'There is a PTP interface ptp4l-if already.',
    ],
    // Recorded: 204 for one that interfaces have.
    ['delete a PTP interface in use', deleteInterfaceVerdict(), true],
    ['put it on an interface', assignInterfaceVerdict(onData, 'worker-1', 'data0'), true],
    [
      'put it there twice',
      assignInterfaceVerdict(onData, 'worker-0', 'data0'),
      'ptp4l-if is assigned to data0 of worker-0 already.',
    ],
    ['take it off', removeInterfaceVerdict(onData, 'worker-0', 'data0'), true],
    [
      'take it off where it is not',
      removeInterfaceVerdict(onData, 'worker-0', 'data1'),
      'ptp4l-if is not assigned to data1 of worker-0.',
    ],
    [
      'the older PTP',
      legacyVerdict(),
      'The platform does not take changes here any more. Use PTP instances.',
    ],
  ])('%s', (_, verdict, expected) => {
    expect(why(verdict)).toBe(expected);
  });

  it('says what goes with an instance, and what others keep', () => {
    const gone = deletedWith(ptp4l, config);
    expect(gone.interfaces).toEqual([{ name: 'ptp4l-if', members: 1 }]);
    expect(gone.parameters.map(({ id }) => id)).toEqual(['p2']);
    expect(gone.kept.map(({ id }) => id)).toEqual(['p1', 'p3']);
  });
});

describe('parameters', () => {
  const add = (instance: typeof ptp4l, section: string, pair: string) => {
    const [name = '', ...rest] = pair.split('=');
    return addParameterVerdict(instance, { section, name, value: rest.join('=') }, config);
  };
  it.each<[string, Verdict, string | true]>([
    // Recorded: 200, all of them.
    ['a name that nobody knows', add(ptp4l, 'global', 'nosuchparam=1'), true],
    ['a value that makes no sense', add(ptp4l, 'global', 'domainNumber=abc'), true],
    ['an empty name', add(ptp4l, 'global', '=5'), true],
    ['a gnss-monitor with anything', add(monitor, 'global', 'satellite_count=abc'), true],
    ['a dpll-mgr with anything', add(dpll, 'global', 'foo=bar'), true],
    [
      'the same twice',
      add(ptp4l, 'global', 'domainNumber=24'),
      'ptp4l has domainNumber=24 in global already.',
    ],
    ['JSON that is none', add(dpll, 'global', 'config_json={'), 'config_json is not valid JSON.'],
    [
      'JSON that is no object',
      add(dpll, 'global', 'config_json=[1]'),
      'config_json has to be an object of sections.',
    ],
    ['a section that dpll-mgr has', add(dpll, 'global', 'config_json={"dpll":{}}'), true],
    [
      'one that it has not',
      add(dpll, 'global', 'config_json={"pins":{}}'),
      'dpll-mgr has no section pins. It has global, channels, dpll, dpll_policy, ptp, ptp_profiles, ptp_primary_attributes, ptp_secondary_defaults, ptp_secondary_attributes, synce, ql_map, inputs_ql.',
    ],
    ['monitoring of synce4l', add(synce, 'monitoring', 'source=GNSS'), true],
    [
      'what that does not know',
      add(synce, 'monitoring', 'foo=1'),
      'The monitoring of synce4l knows no foo. It knows smc_socket_path, interface, source, holdover_ql, freerun_ql, static_ql, holdover_timer.',
    ],
    ['monitoring of others is free', add(ptp4l, 'monitoring', 'foo=1'), true],
    [
      'a second number for a table',
      add(ptp4l, 'unicast_master_table_1', 'table_id=7'),
      'unicast_master_table_1 has table_id=1 already, and takes one only.',
    ],
    ['another address of the same kind', add(ptp4l, 'unicast_master_table_1', 'UDPv4=10.0.0.2'), true],
    [
      'another kind of address',
      add(ptp4l, 'unicast_master_table_1', 'L2=00:00:5e:00:53:01'),
      'unicast_master_table_1 has UDPv4 entries: transports do not mix in one table.',
    ],
    [
      'the number of another table',
      add(ptp4l, 'unicast_master_table_3', 'table_id=2'),
      'unicast_master_table_2 has table_id 2 already.',
    ],
    // The row exists: the platform looks no further than at the table's number.
    ['a pair that others have', add(ptp4l, 'unicast_master_table_2', 'peer_address=10.0.0.7'), true],
    [
      'a name with an equals sign',
      addParameterVerdict(ptp4l, { section: 'global', name: 'a=b', value: 'c' }, config),
      'A name cannot hold "=": the platform splits name and value at the first.',
    ],
    ['of an interface', addInterfaceParameterVerdict(onData, { name: 'sma1', value: 'sideways' }), true],
    [
      'of an interface, twice',
      addInterfaceParameterVerdict(onData, { name: 'masterOnly', value: '0' }),
      'ptp4l-if has masterOnly=0 already.',
    ],
    ['remove', removeParameterVerdict(onData.pairs, { name: 'masterOnly', value: '0' }), true],
    [
      'remove what is not there',
      removeParameterVerdict(onData.pairs, { name: 'nosuch', value: '9' }),
      'There is no nosuch=9 here.',
    ],
  ])('%s', (_, verdict, expected) => {
    expect(why(verdict)).toBe(expected);
  });

  it('a shared row changes for everybody who has it', () => {
    const [shared] = config.parameters;
    expect(shared && ownersOf(shared, config)).toEqual(['ptp4l', 'other']);
  });

  it('finds names that stand twice', () => {
    expect(repeatedNames(pairsOf('domainNumber=24 a=1 domainNumber=25'))).toEqual([
      { name: 'domainNumber', values: ['24', '25'] },
    ]);
  });
});

describe('NTP', () => {
  const DNS = ['10.0.0.53'];
  it.each<[string[], string[] | null, string | true]>([
    [['10.0.0.1', '2001:db8::1'], [], true],
    [['0.pool.ntp.org', ' 1.pool.ntp.org ', ''], DNS, true],
    [['0.pool.ntp.org'], null, true],
    [
      ['0.pool.ntp.org'],
      [],
      '0.pool.ntp.org is a name, and the cloud has no DNS server. Give an IP address, or set DNS first.',
    ],
    [[], DNS, 'The list needs at least one server.'],
    [['a', 'b', 'c', 'd', 'e'], DNS, 'The platform takes 3 servers at most; these are 5.'],
    [['-bad'], DNS, '-bad is neither an IP address nor a host name.'],
    [['under_score'], DNS, 'under_score is neither an IP address nor a host name.'],
    [['ends.with.a.dot.'], DNS, true],
  ])('%j', (servers, nameServers, expected) => {
    expect(why(ntpServersVerdict(servers, nameServers))).toBe(expected);
  });

  it.each([
    ['ntp', true],
    ['ptp', true],
    ['gps', 'A host follows ntp or ptp, not gps.'],
  ])('a host may follow %s: %s', (to, expected) => {
    expect(why(clockSourceVerdict(to))).toBe(expected);
  });

  it.each([
    ['ptp', 0, 'No PTP instance is assigned: once locked, this host cannot be unlocked.'],
    ['ptp', 1, null],
    ['ptp', null, null],
    ['ntp', 0, null],
  ])('%s with %s instances', (to, instances, consequence) => {
    expect(clockSourceConsequence(to, instances)).toBe(consequence);
  });

  it('is taken up by a host in service when it has been locked and unlocked', () => {
    expect(clockSourceTakenUp('w', 'unlocked')).toBe(
      'w is in service: it is out of date until it has been locked and unlocked.',
    );
    expect(clockSourceTakenUp('w', 'locked')).toBeNull();
  });
});

describe('rights, as recorded', () => {
  it.each([
    ['reader', false, false],
    ['operator', false, true],
    ['configurator', true, true],
    ['admin', true, true],
  ] as const)('%s', (role, configures, operates) => {
    expect(mayConfigureTime(testViewer(role)).ok).toBe(configures);
    expect(mayChangeClockSource(testViewer(role)).ok).toBe(operates);
  });
});
