'use client';
/** What a host follows: NTP or PTP. */
import { useState } from 'react';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio';
import { clockSourceConsequence, clockSourceTakenUp } from '@/lib/domain/clock/ntp-rules';
import type { JobProps } from './clock-job-sheet';
import { ClockSheet } from './clock-sheet';

export function FollowSheet({ job: { host }, facts, onClose }: JobProps<'follow'>) {
  const [first] = useState(facts.follows[host] ?? null);
  const [to, setTo] = useState(first ?? '');
  const instances = facts.config.instances.filter(({ hosts }) => hosts.includes(host)).length;
  const consequence = clockSourceConsequence(to, instances);
  const changed = to !== '' && to !== first;
  const { administrative = null } = facts.hosts.find(({ hostname }) => hostname === host) ?? {};
  const takenUp = changed ? clockSourceTakenUp(host, administrative) : null;
  const remarks = [takenUp, consequence].filter((part) => part !== null);
  return (
    <ClockSheet
      title={`What ${host} follows`}
      sentence="The service that keeps the clock of the host. The one that is not chosen is not run."
      button="Save"
      done={`${host} follows ${to.toUpperCase()}`}
      facts={facts}
      calls={changed ? [{ do: 'host.follow', host, to }] : []}
      gap={changed ? null : 'Nothing has been changed'}
      dirty={changed}
      onClose={onClose}
    >
      <RadioGroup
        label="Clock synchronization"
        value={to}
        onValueChange={setTo}
        options={[
          { value: 'ntp', label: 'NTP', help: 'By the NTP servers of the cloud. Milliseconds.' },
          { value: 'ptp', label: 'PTP', help: 'By the PTP instances that are assigned to it. Nanoseconds.' },
        ]}
      />
      {remarks.length > 0 && (
        <Note tone="minor" live="polite">
          {remarks.join(' ')}
        </Note>
      )}
    </ClockSheet>
  );
}
