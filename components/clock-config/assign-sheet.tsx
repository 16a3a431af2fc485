'use client';
/** Which hosts run an instance. */
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { SearchField } from '@/components/ui/search-field';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import { assignInstanceVerdict } from '@/lib/domain/clock/ptp-rules';
import { counted } from '@/lib/domain/words';
import type { JobProps } from './clock-job-sheet';
import { ClockSheet } from './clock-sheet';

/** More than these are looked for by name. */
const MOST = 60;

export function AssignSheet({ job, facts, onClose }: JobProps<'assign'>) {
  const { instance: name } = job;
  const instance = facts.config.instances.find((one) => one.name === name);
  const [wanted, setWanted] = useState<Readonly<Record<string, boolean>>>({});
  const [search, setSearch] = useState('');
  const before = new Set(instance?.hosts);
  const hosts = facts.hosts.flatMap((host) => (host.hostname ? [{ ...host, hostname: host.hostname }] : []));
  const calls = Object.entries(wanted).flatMap(([host, on]): ClockCall[] =>
    on === before.has(host) ? [] : [{ do: on ? 'instance.assign' : 'instance.remove', name, host }],
  );
  const shown = hosts
    .filter(({ hostname }) => hostname.includes(search.trim()))
    .sort((a, b) => a.hostname.localeCompare(b.hostname, 'en', { numeric: true }));
  return (
    <ClockSheet
      title={`Hosts of ${name}`}
      sentence="The instance runs where it is assigned, once that is applied, on hosts that follow PTP."
      button={calls.length > 0 ? `Save ${counted(calls.length, 'change')}` : 'Save'}
      done={`Hosts of ${name} were changed`}
      facts={facts}
      calls={calls}
      gap={calls.length === 0 ? 'Nothing has been changed' : null}
      dirty={calls.length > 0}
      onClose={onClose}
    >
      {hosts.length > MOST && (
        <SearchField
          label="Search hosts"
          value={search}
          onValueChange={setSearch}
          placeholder="Name"
          hint=""
        />
      )}
      <fieldset>
        <legend className="pb-2 font-semibold text-body text-ink">Hosts</legend>
        <ul className="flex flex-col gap-2">
          {shown.slice(0, MOST).map((host) => {
            const has = before.has(host.hostname);
            const verdict =
              instance && !has ? assignInstanceVerdict(instance, host.hostname, facts.config) : null;
            const on = wanted[host.hostname] ?? has;
            const remark = [
              host.clockSynchronization === 'ptp' ? null : 'follows NTP: PTP does not run there',
              on === has ? null : has ? 'will be removed' : 'will be assigned',
            ].filter(Boolean);
            return (
              <li key={host.id}>
                <Checkbox
                  checked={on}
                  label={<span className="mono">{host.hostname}</span>}
                  help={remark.join(', ') || undefined}
                  disabledReason={verdict && !verdict.ok && !on ? verdict.why : null}
                  onCheckedChange={(next) => setWanted({ ...wanted, [host.hostname]: next })}
                />
              </li>
            );
          })}
        </ul>
        {shown.length > MOST && (
          <p className="pt-2 text-ink-3">{`${shown.length - MOST} more: search by name.`}</p>
        )}
      </fieldset>
    </ClockSheet>
  );
}
