import { expect, it } from 'vitest';
import { areaOf, cablePath, endsPath, headOf, heightOf, PITCH, railX } from './topology-geometry';

it('has every rail free of the others, and room for its name', () => {
  for (const networks of [1, 2, 5, 12, 40]) {
    const xs = Array.from({ length: networks }, (_, place) => railX(place, networks));
    expect(new Set(xs).size).toBe(networks);
    expect(Math.min(...xs)).toBeGreaterThan(areaOf({ kind: 'hosts', row: 0 }, networks).right);
    for (const [row] of xs.entries()) {
      const { left, right } = areaOf({ kind: 'network', row }, networks);
      expect(right - left).toBeGreaterThan(120);
    }
  }
});

it('begins below the names of the networks, and is as high as its rows', () => {
  expect(areaOf({ kind: 'hosts', row: 0 }, 5).top).toBe(headOf(5));
  expect(areaOf({ kind: 'network', row: 4 }, 5).top).toBeLessThan(headOf(5));
  expect(heightOf(100, 5) - heightOf(99, 5)).toBe(PITCH);
  expect(heightOf(0, 0)).toBeGreaterThan(0);
});

it('draws a straight line where there is nothing to climb', () => {
  const hosts = areaOf({ kind: 'hosts', row: 2 }, 0);
  expect(cablePath(hosts, areaOf({ kind: 'switch', row: 2 }, 0))).toMatch(/^M210 \d+H330$/);
  expect(cablePath(hosts, areaOf({ kind: 'switch', row: 3 }, 0))).toContain('C');
});

it('draws the two ends of a long cable, each at its box', () => {
  const hosts = areaOf({ kind: 'hosts', row: 0 }, 0);
  const device = areaOf({ kind: 'switch', row: 40 }, 0);
  expect(endsPath(hosts, device)).toBe(`M210 ${40 * PITCH + 22}h14M316 22h14`);
});
