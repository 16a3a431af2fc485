'use client';
/** The hosts that run an instance, each with how its clock is. */
import Link from 'next/link';
import { ClockMarkLine } from '@/components/timing/clock-mark';
import { useClockMarks } from './use-clock-marks';

/** More than these are folded. */
const MOST = 12;

export function InstanceHosts({ hosts }: { hosts: readonly string[] }) {
  const marks = useClockMarks();
  if (hosts.length === 0) return <p className="text-ink-3">Not assigned to any host.</p>;
  // What asks for a person is not to be looked for in a long list.
  const sorted = marks
    ? hosts.toSorted((a, b) => (marks.get(b)?.urgency ?? 0) - (marks.get(a)?.urgency ?? 0))
    : hosts;
  const rows = sorted.map((host) => {
    const mark = marks?.get(host);
    return (
      <li key={host} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-center gap-x-3">
        <Link
          className="link mono truncate max-md:min-h-11 max-md:content-center"
          href={`/hosts/${encodeURIComponent(host)}/clock`}
          prefetch={false}
        >
          {host}
        </Link>
        {mark ? (
          <ClockMarkLine mark={mark} />
        ) : (
          <span className="text-unk-fg">{marks ? 'Unknown' : 'Reading'}</span>
        )}
      </li>
    );
  });
  return (
    <>
      <ul aria-label="Hosts and their clocks" className="flex flex-col gap-1">
        {rows.slice(0, MOST)}
      </ul>
      {rows.length > MOST && (
        <details className="pt-1">
          <summary className="link-quiet w-fit text-small text-ink-2">{`${rows.length - MOST} more`}</summary>
          <ul aria-label="More hosts and their clocks" className="flex flex-col gap-1 pt-1">
            {rows.slice(MOST)}
          </ul>
        </details>
      )}
    </>
  );
}
