import { beforeEach, describe, expect, it } from 'vitest';
import { Throttle } from './throttle';

let now = 0;
let throttle: Throttle;
const KEY = Throttle.key({ userName: 'ingrid', domainName: 'Default' }, '10.0.0.7');

beforeEach(() => {
  now = 1_000_000;
  throttle = new Throttle(() => now);
});

/** One refused try: the wait it was answered with, or the wait it was turned away with. */
async function refusedTry(key = KEY): Promise<{ asked: boolean; wait: number }> {
  const leave = await throttle.enter(key);
  return leave.ok ? { asked: true, wait: leave.refused() } : { asked: false, wait: leave.retryAfterSeconds };
}

describe('throttle of sign-ins', () => {
  it('makes each wait longer and asks Keystone at most four times a window', async () => {
    const waits: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      const { asked, wait } = await refusedTry();
      expect(asked).toBe(true);
      waits.push(wait);
      if (i < 3) now += wait * 1000;
    }
    expect(waits.slice(0, 3)).toEqual([0, 2, 8]);
    expect(waits[3]).toBeGreaterThan(14 * 60);
    // The fifth and the sixth never reach Keystone, whose fifth refusal locks the account for everyone.
    for (let i = 0; i < 2; i += 1) {
      const { asked, wait } = await refusedTry();
      expect(asked).toBe(false);
      expect(wait).toBe(waits[3]);
    }
  });

  it('turns a try away while a wait runs, and takes it when the wait is over', async () => {
    await refusedTry();
    await refusedTry();
    now += 1_999;
    expect(await refusedTry()).toEqual({ asked: false, wait: 1 });
    now += 1;
    expect((await refusedTry()).asked).toBe(true);
  });

  it('forgets when the window has passed', async () => {
    for (let i = 0; i < 4; i += 1) {
      const { wait } = await refusedTry();
      if (i < 3) now += wait * 1000;
    }
    now = 1_000_000 + 15 * 60_000;
    expect(await refusedTry()).toEqual({ asked: true, wait: 0 });
  });

  it('counts an account at another address, and another account here, apart', async () => {
    for (let i = 0; i < 4; i += 1) {
      const { wait } = await refusedTry();
      if (i < 3) now += wait * 1000;
    }
    const who = { userName: 'ingrid', domainName: 'Default' };
    expect((await refusedTry(Throttle.key(who, '10.0.0.8'))).asked).toBe(true);
    expect((await refusedTry(Throttle.key({ ...who, userName: 'olav' }, '10.0.0.7'))).asked).toBe(true);
    expect(
      (await refusedTry(Throttle.key({ userName: 'INGRID', domainName: 'default' }, '10.0.0.7'))).asked,
    ).toBe(false);
  });

  it('starts afresh after a right password', async () => {
    await refusedTry();
    await refusedTry();
    now += 2_000;
    const leave = await throttle.enter(KEY);
    if (!leave.ok) throw new Error('turned away');
    leave.accepted();
    expect(await refusedTry()).toEqual({ asked: true, wait: 0 });
    expect(await refusedTry()).toEqual({ asked: true, wait: 2 });
  });

  it('does not count tries that Keystone never decided', async () => {
    for (let i = 0; i < 20; i += 1) {
      const leave = await throttle.enter(KEY);
      if (!leave.ok) throw new Error('turned away');
      leave.undecided();
    }
    expect((await refusedTry()).asked).toBe(true);
  });

  it('lets no burst past the limit, yet serves two hundred right ones at once', async () => {
    let asked = 0;
    let atOnce = 0;
    let most = 0;
    const attempt = async (right: boolean) => {
      const leave = await throttle.enter(KEY);
      if (!leave.ok) return false;
      asked += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 1));
      atOnce -= 1;
      if (right) leave.accepted();
      else leave.refused();
      return true;
    };
    const right = await Promise.all(Array.from({ length: 200 }, () => attempt(true)));
    expect(right.every(Boolean)).toBe(true);
    expect(most).toBeLessThanOrEqual(4);
    asked = 0;
    const wrong = await Promise.all(Array.from({ length: 50 }, () => attempt(false)));
    expect(asked).toBe(4);
    expect(wrong.filter(Boolean)).toHaveLength(4);
  });

  it('stays bounded however many names are made up', async () => {
    for (let i = 0; i < 12_000; i += 1)
      await refusedTry(Throttle.key({ userName: `u${i}`, domainName: 'D' }, 'a'));
    expect(throttle.size).toBeLessThanOrEqual(10_000);
  });
});
