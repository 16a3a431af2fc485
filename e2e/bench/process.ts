import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory of a process and of those below it, in MB (10^6 bytes). Linux only: reads /proc. */
export function residentMB(pid: number): number {
  return familyOf(pid).reduce((sum, id) => sum + residentKiB(id), 0) * 0.001024;
}

/** Processor time that a process and those below it have used so far, in seconds. Linux only. */
export function cpuSeconds(pid: number): number {
  return familyOf(pid).reduce((sum, id) => sum + ticksOf(id), 0) / TICKS_PER_SECOND;
}

/** What the kernel counts in, on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

function familyOf(pid: number): number[] {
  const family = new Set([pid]);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const entry of readdirSync('/proc')) {
      const id = Number(entry);
      if (Number.isInteger(id) && family.has(parentOf(id) ?? -1)) family.add(id);
    }
  }
  return [...family];
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended meanwhile.
    return '';
  }
}

/** The fields of /proc/PID/stat after the name in brackets, which may hold anything. */
const statOf = (pid: number): string[] => read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];

function parentOf(pid: number): number | undefined {
  const parent = statOf(pid)[1];
  return parent === undefined ? undefined : Number(parent);
}

/** utime and stime. */
function ticksOf(pid: number): number {
  const [user, system] = statOf(pid).slice(11, 13);
  return Number(user ?? 0) + Number(system ?? 0);
}

const residentKiB = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
