import { describe, expect, it } from 'vitest';
import { compare, sideOf } from './compare';
import { readFile } from './read-file';
import { plain } from './tree';

const doc = (kind: string, name: string, spec: string) =>
  `---\napiVersion: starlingx.windriver.com/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n${spec
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}\n`;

const subjectsOf = (text: string) => {
  const read = readFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read;
};
const faultsOf = (text: string) => {
  const read = readFile(text);
  return read.ok ? [] : read.faults;
};

describe('layers of a host', () => {
  const BASE = doc('HostProfile', 'base', 'personality: worker\nconsole: tty0\nlabels:\n  a: x');
  const TOP = doc(
    'HostProfile',
    'top',
    'base: base\nconsole: ttyS0\nlabels:\n  b: z\ninterfaces:\n  ethernet:\n  - name: data0\n    class: data\n    mtu: 1500\n    port:\n      name: eth0\n  - name: oam0\n    class: platform\n    port:\n      name: eth1',
  );
  const HOST = doc(
    'Host',
    'w-1',
    'profile: top\nmatch:\n  bootMAC: 08:00:27:11:22:33\noverrides:\n  interfaces:\n    ethernet:\n    - name: fast0\n      class: data\n      mtu: 9000\n      port:\n        name: eth0',
  );

  it('come together: the lowest first, an item of a list by what it is', () => {
    const { subjects, remarks } = subjectsOf(BASE + TOP + HOST);
    expect(remarks).toEqual([]);
    expect(subjects.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['Host w-1']);
    expect(subjects[0] && plain(subjects[0].spec)).toEqual({
      ...{ base: 'base', personality: 'worker', console: 'ttyS0', labels: { a: 'x', b: 'z' } },
      // Sixties are no numbers here.
      bootMAC: '08:00:27:11:22:33',
      interfaces: {
        ethernet: [
          // One port, one interface: the override gave it another name.
          { name: 'fast0', class: 'data', mtu: 9000, port: { name: 'eth0' } },
          { name: 'oam0', class: 'platform', port: { name: 'eth1' } },
        ],
      },
    });
  });

  it('end where they lead in a ring, and are told where one is missing', () => {
    const ring = doc('HostProfile', 'a', 'base: b') + doc('HostProfile', 'b', 'base: a\nconsole: tty0');
    expect(subjectsOf(`${ring}${doc('Host', 'h', 'profile: a')}`).subjects).toHaveLength(1);
    const { remarks } = subjectsOf(doc('Host', 'h', 'profile: nowhere\noverrides:\n  console: tty0'));
    expect(remarks).toEqual([
      { line: 2, message: expect.stringContaining('Profile nowhere of host h is not in the file') },
    ]);
  });

  it('an empty list clears what is below it, texts of a list come together', () => {
    const lower = doc(
      'HostProfile',
      'p',
      'ptpInstances:\n- a\nsubfunctions:\n- worker\nroutes:\n- interface: x\n  subnet: 10.0.0.0\n  prefix: 8\n  gateway: 10.0.0.1',
    );
    const host = doc('Host', 'h', 'profile: p\noverrides:\n  ptpInstances:\n  - b\n  - a\n  routes: []');
    const [subject] = subjectsOf(lower + host).subjects;
    expect(subject && plain(subject.spec)).toEqual({
      ptpInstances: ['a', 'b'],
      subfunctions: ['worker'],
      routes: [],
    });
  });
});

describe('faults', () => {
  it.each([
    ['a tab', 'kind: Host\n\tspec: 1\n', 2, /tab/],
    ['a missing colon', 'kind: Host\nmetadata\n  name: x\n', 2, /./],
    ['a second key', 'kind: Host\nkind: Host\n', 2, /"kind" stands twice/],
    ['a lost alias', 'kind: *nowhere\n', 1, /names no anchor/],
    ['no kind', 'a: 1\n', 1, /no kind/],
    ['a list', '- a\n', 1, /is a map/],
    [
      'another version',
      'apiVersion: starlingx.windriver.com/v2\nkind: Host\n',
      1,
      /is not starlingx.windriver.com\/v1/,
    ],
    ['no name', 'apiVersion: starlingx.windriver.com/v1\nkind: Host\nspec: {}\n', 1, /no metadata.name/],
    [
      'no spec',
      'apiVersion: starlingx.windriver.com/v1\nkind: Host\nmetadata: {name: x}\n',
      1,
      /has no spec/,
    ],
    [
      'nothing of ours',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: x}\n',
      1,
      /no Host and no HostProfile/,
    ],
    ['no host', doc('DataNetwork', 'd', 'type: vlan'), 1, /only DataNetwork/],
    ['nothing', '', 1, /no Host/],
  ])('%s has its line', (_, text, line, message) => {
    expect(faultsOf(text)).toEqual([
      expect.objectContaining({ line, message: expect.stringMatching(message) }),
    ]);
  });

  it('of the definition are remarks: the file is compared all the same', () => {
    const { remarks, subjects } = subjectsOf(
      doc('HostProfile', 'p', 'personality: king\nmtuu: 3\nmemory:\n- node: 9\n  functions: []'),
    );
    expect(remarks.map(({ line }) => line)).toEqual([7, 8, 10, 10]);
    expect(remarks.map(({ message }) => message).join('\n')).toMatch(
      /"king" is none of.*There is no such field.*9 is not between 0 and 7/s,
    );
    expect(subjects).toHaveLength(1);
  });

  it('grow no further than a hundred aliases', () => {
    const bomb = `kind: Host\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]\n`;
    expect(faultsOf(bomb)).toHaveLength(1);
  });
});

describe('comparing', () => {
  const side = (spec: string) => {
    const [subject] = subjectsOf(doc('HostProfile', 'p', spec)).subjects;
    if (!subject) throw new Error('nothing read');
    return sideOf('p', subject.spec);
  };
  const lines = (left: string, right: string) =>
    compare(side(left), side(right)).flatMap((section) =>
      section.lines.map(({ item, field, state, left: a, right: b }) => [
        ...[section.section, item, field, state, a?.value ?? null, b?.value ?? null, b?.line ?? null],
      ]),
    );

  it.each<[string, string, string, unknown[][]]>([
    [
      'a value',
      'console: tty0',
      'console: ttyS0',
      [['general', null, 'Console', 'differs', 'tty0', 'ttyS0', 7]],
    ],
    [
      'one side only',
      'kernel: standard',
      'console: tty0',
      [
        ['general', null, 'Kernel', 'left', 'standard', null, null],
        ['general', null, 'Console', 'right', null, 'tty0', 7],
      ],
    ],
    [
      'lists of names without their order',
      'ptpInstances: [b, a]',
      'ptpInstances: [a, b]',
      [['ptp', null, 'PTP instances', 'same', 'a, b', 'a, b', 7]],
    ],
    [
      'an empty list is none',
      'ptpInstances: []',
      'console: tty0',
      [['general', null, 'Console', 'right', null, 'tty0', 7]],
    ],
    [
      'pages by node, function and size',
      'memory: [{node: 0, functions: [{function: vm, pageSize: 2MB, pageCount: 1}]}]',
      'memory: [{node: 0, functions: [{function: vm, pageSize: 2MB, pageCount: 2}]}]',
      [['memory', 'NUMA node 0', 'Application, pages of 2MB', 'differs', '1', '2', 7]],
    ],
    ['labels', 'labels: {a: ""}', 'labels: {a: x}', [['labels', null, 'a', 'differs', 'empty', 'x', 7]]],
    [
      'two partitions of one disk',
      'storage: {volumeGroups: [{name: v, physicalVolumes: [{type: partition, path: /dev/a, size: 1}, {type: partition, path: /dev/a, size: 2}]}]}',
      'storage: {volumeGroups: [{name: v, physicalVolumes: [{type: partition, path: /dev/a, size: 1}]}]}',
      [
        ['storage', 'Volume group v', 'Partition on /dev/a', 'same', '1 GiB', '1 GiB', 7],
        ['storage', 'Volume group v', 'Partition on /dev/a, number 2', 'left', '2 GiB', null, null],
      ],
    ],
    [
      'what a host is bound to differ in',
      'bootMAC: 00:00:00:00:00:01',
      'bootMAC: 00:00:00:00:00:02',
      [['general', null, 'Boot MAC', 'differs', '00:00:00:00:00:01', '00:00:00:00:00:02', 7]],
    ],
  ])('%s', (_, left, right, expected) => {
    expect(lines(left, right)).toEqual(expected);
  });

  it('does not count what is expected to differ', () => {
    const [section] = compare(side('bootMAC: 00:00:00:00:00:01'), side('bootMAC: 00:00:00:00:00:02'));
    expect(section).toMatchObject({ differing: 0, lines: [{ expected: 'A MAC address is of one host.' }] });
  });

  it('says what could not be read of a side', () => {
    const unread = [{ section: 'labels' as const, part: 'Labels', message: 'gone' }];
    const sections = compare({ ...side('console: tty0'), unread }, side('console: tty0'));
    expect(sections.find(({ section }) => section === 'labels')).toMatchObject({
      lines: [],
      unread: [{ side: 'left' }],
    });
  });
});
