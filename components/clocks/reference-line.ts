'use client';
/** The telecom line that offsets are held against, chosen per browser. */
import { REFERENCE_LINES, type ReferenceLine } from '@/lib/domain/clock/thresholds';
import { tasteOf } from '@/lib/queries/taste';

const taste = tasteOf('roost.clock-line');
/** What a base station's site is usually held to. */
const USUAL = REFERENCE_LINES.find(({ ns }) => ns === 1_100) ?? {
  name: '',
  ns: 1_100,
  standard: '',
  what: '',
};

export function useReferenceLine(): ReferenceLine {
  const text = taste.use();
  return REFERENCE_LINES.find(({ name }) => name === text) ?? USUAL;
}

/** Without storage the usual line stays. */
export const chooseReferenceLine = (name: string): void => taste.write(name);
