'use client';
/** The hosts that run an instance, each with how its clock is. */
import Link from 'next/link';
import { ClockMarkLine } from '@/components/timing/clock-mark';
import { LongList } from '@/components/ui/long-list';
import { useClockMarks } from './use-clock-marks';

export function InstanceHosts({ instance, hosts }: { instance: string; hosts: readonly string[] }) {
  const marks = useClockMarks();
  if (hosts.length === 0) return <p className="text-ink-3">Not assigned to any host.</p>;
  // What asks for a person is not to be looked for in a long list.
  const sorted = marks
    ? hosts.toSorted((a, b) => (marks.get(b)?.urgency ?? 0) - (marks.get(a)?.urgency ?? 0))
    : hosts;
  const items = sorted.map((host) => {
    const mark = marks?.get(host);
    return {
      text: host,
      href: `/hosts/${encodeURIComponent(host)}/clock`,
      beside: mark ? (
        <ClockMarkLine mark={mark} />
      ) : (
        <span className="text-unk-fg">{marks ? 'Unknown' : 'Reading'}</span>
      ),
    };
  });
  return (
    <LongList link={Link} label={`Search hosts of ${instance}`} name="Hosts and their clocks" items={items} />
  );
}
