import { expect, it, vi } from 'vitest';
import { noteSessionLost, onSessionLost } from './session-lost';

it('who comes after the word is told of it once', () => {
  noteSessionLost();
  noteSessionLost();
  const first = vi.fn();
  onSessionLost(first);
  expect(first).toHaveBeenCalledTimes(1);
  noteSessionLost();
  expect(first).toHaveBeenCalledTimes(2);
  const next = vi.fn();
  onSessionLost(next);
  expect(next).not.toHaveBeenCalled();
});
