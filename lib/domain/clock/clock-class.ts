/**
 * What an IEEE 1588 clockClass means. 6, 7, 52, 187, 248 and 255: IEEE 1588 (clockClass specifications); 135, 140, 150,
 * 160 and 165: ITU-T G.8275.1 and G.8275.2 (applicable clockClass values).
 */
export type ClockClass = {
  value: number;
  meaning: string;
  /** Traceable to a primary reference now: 6. */
  locked: boolean;
  holdover: 'in-specification' | 'out-of-specification' | null;
};

const CLASSES: readonly ClockClass[] = [
  { value: 6, meaning: 'Locked to a primary reference (T-GM)', locked: true, holdover: null },
  { value: 7, meaning: 'Holdover in specification (T-GM)', locked: false, holdover: 'in-specification' },
  {
    value: 52,
    meaning: 'Holdover out of specification, alternative A (IEEE 1588)',
    locked: false,
    holdover: 'out-of-specification',
  },
  { value: 135, meaning: 'Holdover in specification (T-BC)', locked: false, holdover: 'in-specification' },
  {
    value: 140,
    meaning: 'Holdover out of specification, frequency of category 1 (T-GM)',
    locked: false,
    holdover: 'out-of-specification',
  },
  {
    value: 150,
    meaning: 'Holdover out of specification, frequency of category 2 (T-GM)',
    locked: false,
    holdover: 'out-of-specification',
  },
  {
    value: 160,
    meaning: 'Holdover out of specification, frequency of category 3 (T-GM)',
    locked: false,
    holdover: 'out-of-specification',
  },
  {
    value: 165,
    meaning: 'Holdover out of specification (T-BC)',
    locked: false,
    holdover: 'out-of-specification',
  },
  {
    value: 187,
    meaning: 'Holdover out of specification, alternative B (IEEE 1588)',
    locked: false,
    holdover: 'out-of-specification',
  },
  { value: 248, meaning: 'Default: free-running, no reference', locked: false, holdover: null },
  { value: 255, meaning: 'Slave only: never a source of time', locked: false, holdover: null },
];

/** The meaning of a clockClass; a value that no standard names keeps its number. */
export const clockClass = (value: number): ClockClass =>
  CLASSES.find((known) => known.value === value) ?? {
    value,
    meaning: `Class ${value}`,
    locked: false,
    holdover: null,
  };
