import { describe, expect, it } from 'vitest';
import type { Neighbour } from '../lldp';
import type { Port } from '../port';
import { testNeighbour, testPort } from '../test-network';
import { type MapWay, mapPorts, type OwnPorts, type Ported } from './ports';

const host = (ports: readonly Port[], neighbours: readonly Neighbour[] = []): Ported => ({
  ports,
  neighbours,
});

function mapped(source: Ported, target: Ported, by: MapWay, own: OwnPorts = new Map()) {
  return Object.fromEntries(
    mapPorts(source, target, by, own, 'worker-9').map(({ port, to, note }) => [
      port.name,
      note === null ? to?.name : [to?.name, note],
    ]),
  );
}

describe('by name', () => {
  it('takes the port of the same name, and says where there is none', () => {
    const there = host([testPort('eth1'), testPort('eth0')]);
    expect(mapped(host([testPort('eth0'), testPort('eth7')]), there, 'name')).toEqual({
      eth0: 'eth0',
      eth7: [undefined, 'worker-9 has no port eth7'],
    });
  });

  it('says where the two are not alike', () => {
    const vfs = (total: number) => ({ vfs: { ...testPort('x').vfs, total } });
    const source = host([testPort('a', { speedMbps: 25_000 }), testPort('b', vfs(64))]);
    const target = host([testPort('a', { speedMbps: 10_000 }), testPort('b', vfs(0))]);
    expect(mapped(source, target, 'name')).toEqual({
      a: ['a', '10G there, 25G here'],
      b: ['b', 'No SR-IOV there'],
    });
  });
});

describe('by PCI address', () => {
  const at = (name: string, pciAddress: string | null, deviceNumber = 0) =>
    testPort(name, { pciAddress, deviceNumber });

  it('takes the port in the same slot, whatever it is called', () => {
    const source = host([at('eth0', '0000:18:00.0'), at('eth1', '0000:3b:00.0'), at('eth2', null)]);
    const target = host([at('ens1', '0000:18:00.0'), at('eth1', '0000:5e:00.0')]);
    expect(mapped(source, target, 'pci')).toEqual({
      eth0: 'ens1',
      eth1: [undefined, 'worker-9 has no port at 0000:3b:00.0'],
      eth2: [undefined, 'Its PCI address is not known'],
    });
  });

  it('tells ports of one PCI function apart by their number', () => {
    const source = host([at('a', '0000:18:00.0', 0), at('b', '0000:18:00.0', 1)]);
    const target = host([at('y', '0000:18:00.0', 1), at('x', '0000:18:00.0', 0)]);
    expect(mapped(source, target, 'pci')).toEqual({ a: 'x', b: 'y' });
  });
});

describe('by neighbour', () => {
  const port = (name: string, n: number) => testPort(name, { pciAddress: `0000:${n}0:00.0` });

  it('takes the port that hears the same device', () => {
    const source = host(
      [port('a', 1), port('b', 2)],
      [testNeighbour('a', 'leaf-1'), testNeighbour('b', 'leaf-2')],
    );
    const target = host(
      [port('x', 1), port('y', 2)],
      [testNeighbour('x', 'leaf-2'), testNeighbour('y', 'leaf-1')],
    );
    expect(mapped(source, target, 'neighbour')).toEqual({ a: 'y', b: 'x' });
  });

  it('says what is not heard, and by whom', () => {
    const source = host([port('a', 1), port('b', 2)], [testNeighbour('a', 'leaf-1')]);
    expect(mapped(source, host([port('a', 1)]), 'neighbour')).toEqual({
      a: [undefined, 'It hears leaf-1, which no port of worker-9 does'],
      b: [undefined, 'It hears no neighbour'],
    });
  });

  it('of several that hear one device takes the one of the same name', () => {
    const heard = [testNeighbour('a', 'leaf-1'), testNeighbour('b', 'leaf-1')];
    const ports = [port('a', 1), port('b', 2)];
    expect(mapped(host(ports, heard), host(ports.toReversed(), heard), 'neighbour')).toEqual({
      a: 'a',
      b: 'b',
    });
  });

  it('with other names goes by their order, and says so', () => {
    const source = host(
      [port('a', 1), port('b', 2)],
      [testNeighbour('a', 'leaf-1'), testNeighbour('b', 'leaf-1')],
    );
    const target = host(
      [port('y', 2), port('x', 1)],
      [testNeighbour('y', 'leaf-1'), testNeighbour('x', 'leaf-1')],
    );
    const words = 'One of 2 that hear leaf-1, in the order of PCI addresses';
    expect(mapped(source, target, 'neighbour')).toEqual({ a: ['x', words], b: ['y', words] });
  });

  it('does not guess among unlike numbers', () => {
    const source = host([port('a', 1)], [testNeighbour('a', 'leaf-1')]);
    const target = host(
      [port('x', 1), port('y', 2)],
      [testNeighbour('y', 'leaf-1'), testNeighbour('x', 'leaf-1')],
    );
    expect(mapped(source, target, 'neighbour')).toEqual({
      a: [undefined, '2 ports of worker-9 hear leaf-1'],
    });
    expect(mapped(target, source, 'neighbour')).toMatchObject({
      x: [undefined, '2 ports hear leaf-1, and 1 of worker-9'],
    });
  });
});

describe('chosen by hand', () => {
  const both = host([testPort('a'), testPort('b')]);

  it('goes before everything, and takes the port from the one that had it', () => {
    expect(mapped(both, both, 'name', new Map([['a', 'b']]))).toEqual({
      a: 'b',
      b: [undefined, 'You gave b to a'],
    });
  });

  it('can be nothing, and never gives one port twice', () => {
    expect(mapped(both, both, 'name', new Map([['a', null]]))).toMatchObject({
      a: [undefined, 'Left out by you'],
    });
    const twice = new Map([
      ['a', 'b'],
      ['b', 'b'],
    ]);
    const targets = mapPorts(both, both, 'name', twice, 'worker-9').flatMap(({ to }) => to?.name ?? []);
    expect(targets).toEqual(['b']);
  });
});
