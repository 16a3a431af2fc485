/** How far a host is from being unlocked, in one look at the lines of its preflight. */
import type { Check } from './check';
import { counted } from './words';

export type Readiness = {
  /** "Nearly ready". */
  title: string;
  /** "10 pass, 1 blocks, 1 cannot be told from here." */
  counts: string;
  /** Why unlock is off: "Blocked by 1 check: no data interface". Null when nothing blocks. */
  off: string | null;
};

/** With so few in the way, the rest is near. */
const NEARLY = 2;

export function readinessOf(checks: readonly Check[], pending: number): Readiness {
  const many = (outcome: Check['outcome']) => checks.filter((check) => check.outcome === outcome).length;
  const [pass, block, warn, unknown] = [many('pass'), many('block'), many('warn'), many('unknown')];
  const counts = [
    `${pass} ${pass === 1 ? 'passes' : 'pass'}`,
    block > 0 ? `${block} ${block === 1 ? 'blocks' : 'block'}` : '',
    warn > 0 ? `${warn} worth knowing` : '',
    // What is still being read may yet be told.
    unknown > 0 && pending === 0 ? `${unknown} cannot be told from here` : '',
    pending > 0 ? `${pending} still being read` : '',
  ].filter((part) => part !== '');
  const first = checks.find(({ outcome }) => outcome === 'block');
  return {
    title: titleOf(block, pending),
    counts: `${counts.join(', ')}.`,
    off: first ? `Blocked by ${counted(block, 'check')}: ${first.title}` : null,
  };
}

function titleOf(block: number, pending: number): string {
  if (block > NEARLY) return 'Not ready yet';
  if (block > 0) return 'Nearly ready';
  return pending > 0 ? 'Reading what the platform looks at' : 'Ready to unlock';
}
