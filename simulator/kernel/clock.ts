/**
 * Simulated time, one clock per world. The time of day is the wall clock's, plus what it was advanced by, so that
 * the stamps a console reads are never in its future. What happens after a while (a host that boots) happens
 * `speed` times faster, and at once when time is advanced: a test sees in a second what takes a platform
 * twelve minutes.
 */
type Timer = { due: number; seq: number; run: () => void };

export class Clock {
  private skewMs = 0;
  private seq = 0;
  private timers: Timer[] = [];
  private wake: NodeJS.Timeout | undefined;
  private anchorReal = Date.now();
  private anchorLife = Date.now();

  /** @param speed how many times faster than in life a wait passes */
  constructor(private speed = 1) {}

  /** Time of day, in epoch milliseconds: never faster than the wall clock, only ahead of it by what was advanced. */
  now(): number {
    return Date.now() + this.skewMs;
  }

  /** Changes the speed from now on; what is scheduled keeps the share of its wait that is left. */
  setSpeed(speed: number): void {
    this.anchorLife = this.life() - this.skewMs;
    this.anchorReal = Date.now();
    this.speed = speed;
    this.arm();
  }

  /** Runs `run` after a wait of `ms` (divided by the speed). Returns a function that cancels it. */
  after(ms: number, run: () => void): () => void {
    const timer: Timer = { due: this.life() + ms, seq: this.seq++, run };
    this.timers.push(timer);
    this.timers.sort((a, b) => a.due - b.due || a.seq - b.seq);
    this.arm();
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
      this.arm();
    };
  }

  /** Moves time forward, running what falls due in order. What that schedules in turn runs too, if it is due. */
  advance(ms: number): void {
    const target = this.life() + ms;
    for (let next = this.timers[0]; next && next.due <= target; next = this.timers[0]) {
      this.skewMs += Math.max(0, next.due - this.life());
      this.timers.shift();
      next.run();
    }
    this.skewMs += Math.max(0, target - this.life());
    this.arm();
  }

  /** Milliseconds on the time line of waits: what `after` counts by. Only differences of it mean something. */
  elapsed(): number {
    return this.life();
  }

  /** Drops every timer; the process can end. */
  stop(): void {
    this.timers = [];
    this.arm();
  }

  /** The time line of waits: runs `speed` times faster than the time of day, and is advanced with it. */
  private life(): number {
    return this.anchorLife + (Date.now() - this.anchorReal) * this.speed + this.skewMs;
  }

  private arm(): void {
    clearTimeout(this.wake);
    const next = this.timers[0];
    if (!next) return;
    const realMs = Math.max(0, (next.due - this.life()) / this.speed);
    this.wake = setTimeout(() => this.advance(0), Math.min(realMs, 2 ** 30));
    this.wake.unref();
  }
}
