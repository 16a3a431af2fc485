/** Shapes in few words. */
import type { Shape } from './shape';

export const text = (...oneOf: readonly string[]): Shape =>
  oneOf.length > 0 ? { kind: 'text', oneOf } : { kind: 'text' };
export const like = (pattern: RegExp): Shape => ({ kind: 'text', like: pattern });
export const whole = (least?: number, most?: number): Shape => ({
  kind: 'whole',
  ...(least === undefined ? {} : { least }),
  ...(most === undefined ? {} : { most }),
});
export const flag: Shape = { kind: 'flag' };
export const set = (of: Shape): Shape => ({ kind: 'list', of, by: [] });
export const list = (of: Shape, ...by: readonly string[]): Shape =>
  by.length > 0 ? { kind: 'list', of, by } : { kind: 'list', of };
export const object = (fields: Readonly<Record<string, Shape>>, ...needs: readonly string[]): Shape => ({
  ...{ kind: 'object', fields },
  ...(needs.length > 0 ? { needs } : {}),
});
