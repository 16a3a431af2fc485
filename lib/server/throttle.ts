/**
 * Slows down guessing. Per account and address: a growing wait after each refusal, and after MOST_REFUSALS of
 * them no try from there reaches Keystone until the window has passed. StarlingX locks an account for everyone
 * after 5 refusals (lockout_failure_attempts); stopping one short keeps a stranger at one address from doing that.
 */
import 'server-only';
import { processWide } from '@/lib/process-wide';

/** Seconds to wait after the first, second … refusal. */
const WAITS_S = [0, 2, 8];
const MOST_REFUSALS = 4;
const WINDOW_MS = 15 * 60_000;
const MOST_KEYS = 10_000;

type Entry = { refusals: number; since: number; openAt: number; underWay: number; waiters: (() => void)[] };

/** Leave to ask Keystone once. Exactly one of the three must be called with the outcome. */
export type Leave = {
  ok: true;
  /** @returns seconds until the next try is taken */
  refused(): number;
  accepted(): void;
  /** Keystone was not reached: the try does not count. */
  undecided(): void;
};
export type Denied = { ok: false; retryAfterSeconds: number };

export class Throttle {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly now: () => number = Date.now) {}

  /** The key of an account at an address. Case does not make a new account: Keystone compares without it. */
  static key(account: { userName: string; domainName: string }, address: string): string {
    return JSON.stringify([account.domainName.toLowerCase(), account.userName.toLowerCase(), address]);
  }

  /**
   * Asks for leave to try. Several right log-ins at once (a wall of screens) all pass: when the tries under way
   * could together exceed the limit, the later ones wait for the earlier to end instead of being refused.
   */
  async enter(key: string): Promise<Leave | Denied> {
    for (;;) {
      const entry = this.entry(key);
      const wait = entry.openAt - this.now();
      if (wait > 0) return { ok: false, retryAfterSeconds: Math.ceil(wait / 1000) };
      if (entry.refusals + entry.underWay < MOST_REFUSALS) {
        entry.underWay += 1;
        return this.leave(key, entry);
      }
      await new Promise<void>((resolve) => entry.waiters.push(resolve));
    }
  }

  private leave(key: string, entry: Entry): Leave {
    const settle = () => {
      entry.underWay -= 1;
      for (const wake of entry.waiters.splice(0)) wake();
    };
    return {
      ok: true,
      refused: () => {
        entry.refusals += 1;
        const seconds =
          entry.refusals >= MOST_REFUSALS
            ? Math.ceil((entry.since + WINDOW_MS - this.now()) / 1000)
            : (WAITS_S[entry.refusals - 1] ?? 0);
        entry.openAt = Math.max(entry.openAt, this.now() + seconds * 1000);
        settle();
        return seconds;
      },
      accepted: () => {
        entry.refusals = 0;
        entry.openAt = 0;
        settle();
        if (entry.underWay === 0 && this.entries.get(key) === entry) this.entries.delete(key);
      },
      undecided: settle,
    };
  }

  private entry(key: string): Entry {
    const known = this.entries.get(key);
    if (known && (known.underWay > 0 || this.now() < known.since + WINDOW_MS)) return known;
    const fresh: Entry = { refusals: 0, since: this.now(), openAt: 0, underWay: 0, waiters: [] };
    this.entries.delete(key);
    this.entries.set(key, fresh);
    this.makeRoom();
    return fresh;
  }

  /** Forgets the oldest idle entries beyond the bound, so that made-up names cannot fill the memory. */
  private makeRoom(): void {
    for (const [key, entry] of this.entries) {
      if (this.entries.size <= MOST_KEYS) return;
      if (entry.underWay === 0) this.entries.delete(key);
    }
  }

  get size(): number {
    return this.entries.size;
  }
}

declare global {
  interface RoostProcess {
    signInThrottle?: Throttle;
  }
}

/** The throttle of this process. */
export function signInThrottle(): Throttle {
  const shared = processWide();
  shared.signInThrottle ??= new Throttle();
  return shared.signInThrottle;
}
