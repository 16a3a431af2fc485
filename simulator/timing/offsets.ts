/** How far a clock is away from its source, in nanoseconds: while it is steered, while nothing steers it, and after. */
import type { Limits } from './config';
import { settled } from './faults';
import { lasting, unrest } from './noise';
import { type Outage, outageAt, type Span } from './outages';
import type { Role } from './topology';

const HOUR = 3_600_000;
/** In holdover by the square of the hours, as an oscillator that ages; after it by the second. */
const HOLDOVER_NS: Record<Role, number> = { 'T-GM': 25, 'T-BC': 70, 'T-TSC': 70 };
const FREERUN_NS_PER_S = 20;

/** The wander of a clock that is steered. */
export function wander(name: string, role: Role, at: number): number {
  const size = role === 'T-GM' ? 3 : role === 'T-BC' ? 12 : 20;
  return size * (0.8 * lasting(name) + 0.9 * unrest(name, at));
}

/** The way a clock goes by itself. */
export function drift(name: string, role: Role, outage: Outage, at: number): number {
  const hours = (Math.min(at, outage.heldUntil) - outage.from) / HOUR;
  const free = Math.max(0, at - outage.heldUntil) / 1000;
  const sign = lasting(`${name}/drift`) < 0 ? -1 : 1;
  return sign * (HOLDOVER_NS[role] * hours ** 2 + FREERUN_NS_PER_S * free) + wander(name, role, at);
}

/** What is left of the drift of the last outage, while the servo takes it away. */
export function tail(name: string, role: Role, spans: readonly Span[], limits: Limits, at: number): number {
  const last = spans.filter(({ to }) => to <= at).at(-1);
  const outage = last && outageAt(spans, limits, last.to - 1);
  return outage ? settled(drift(name, role, outage, last.to - 1), at - last.to) : 0;
}
