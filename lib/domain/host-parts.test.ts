import { describe, expect, it } from 'vitest';
import { type Cpu, coreMap, cpuUses } from './host-parts';

const cpu = (
  number: number,
  node: number | null,
  core: number | null,
  use: string | null = 'Application',
): Cpu => ({
  id: `cpu-${number}`,
  number,
  core,
  thread: 0,
  node,
  use,
  model: null,
});

describe('coreMap', () => {
  it('puts hyper-threads of a core together and keeps nodes apart', () => {
    const map = coreMap([cpu(4, 0, 0), cpu(0, 0, 0), cpu(1, 0, 1), cpu(2, 1, 0), cpu(3, 1, 1)]);
    expect(
      map.map(({ node, cores }) => [node, cores.map(({ threads }) => threads.map(({ number }) => number))]),
    ).toEqual([
      [0, [[0, 4], [1]]],
      [1, [[2], [3]]],
    ]);
  });

  it('does not merge processors that name no core', () => {
    expect(coreMap([cpu(0, 0, null), cpu(1, 0, null)])[0]?.cores).toHaveLength(2);
  });
});

describe('cpuUses', () => {
  it('counts by use, and says when there is none', () => {
    expect(cpuUses([cpu(0, 0, 0, 'Platform'), cpu(1, 0, 1), cpu(2, 0, 2), cpu(3, 0, 3, null)])).toEqual([
      { use: 'Platform', threads: 1 },
      { use: 'Application', threads: 2 },
      { use: 'Unassigned', threads: 1 },
    ]);
  });
});
