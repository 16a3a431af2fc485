/**
 * How long a step usually takes, and when that is longer than usual. Sources: the platform's own limits (metal
 * mtce/src/scripts/mtc.ini *_boot_timeout, mtc.conf goenabled_timeout and node_reinstall_timeout, sysinv conductor
 * manager.py _audit_install_states) and the "5 to 10 minutes" of the StarlingX installation guides. Steps that wait for a
 * person have none.
 */
import { type Host, isController } from '../host';
import type { Stage } from './stage';

const MINUTE = 60_000;

export type Expectation = {
  /** `usually 5 to 10 m`; null: nobody says. */
  words: string | null;
  /** Milliseconds after which it is worth a look; null: never. */
  lateAfter: number | null;
};

export function expectationOf(stage: Stage, host: Host): Expectation {
  switch (stage) {
    case 'power':
      return { words: null, lateAfter: 15 * MINUTE };
    case 'installing':
      return { words: 'usually 5 to 10 m', lateAfter: 40 * MINUTE };
    case 'booting':
      return { words: 'usually a few minutes', lateAfter: 15 * MINUTE };
    case 'inventoried':
      return { words: 'usually a minute or two', lateAfter: 10 * MINUTE };
    case 'rebooting': {
      const limit = isController(host) ? 20 : 12;
      return { words: `usually 5 to 10 m, at most ${limit} m`, lateAfter: limit * MINUTE };
    }
    case 'enabling':
      return { words: 'usually 2 to 5 m, at most 10 m', lateAfter: 10 * MINUTE };
    case 'identified':
    case 'online':
    case 'configured':
    case 'ready':
    case 'unlocked':
    case 'available':
      return { words: null, lateAfter: null };
  }
}

/** Minutes without news after which the platform calls an installation failed (MAX_COUNT, MAX_COUNT_BOOTING). */
export const patienceOf = (stage: Stage): number => (stage === 'booting' ? 40 : 15);
/** One or two minutes without news are nothing: the platform counts them between two packages. */
export const QUIET_IS_LONG = 3;
