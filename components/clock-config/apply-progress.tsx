'use client';
/** What waits for an apply, and how the last one that was started here goes, host by host. */
import { SheetRow } from '@/components/action/sheet-row';
import { Button } from '@/components/ui/button';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import type { Alarm } from '@/lib/domain/alarm';
import { entityHost } from '@/lib/domain/alarm';
import { type ApplyHost, type ApplyState, applyHosts, isApplied } from '@/lib/domain/clock/ptp-apply';
import { counted } from '@/lib/domain/words';
import { applyRun, unapplied } from '@/lib/queries/clock-config-mutations';
import { useStore } from '@/lib/queries/store';
import { useView } from '@/lib/queries/view';
import { JobButton } from './job-button';

const GLYPHS: Record<ApplyState, 'online' | 'in-progress' | 'available' | 'offline'> = {
  waiting: 'online',
  'out-of-date': 'in-progress',
  'taken-up': 'available',
  'at-unlock': 'offline',
  'needs-reboot': 'offline',
};
const WORDS: Record<ApplyState, string> = {
  waiting: 'Nothing has been seen of it yet',
  'out-of-date': 'Out of date, takes it up',
  'taken-up': 'Has taken it up',
  'at-unlock': 'Not in service: has it once it is unlocked',
  'needs-reboot': 'Waits for a lock and unlock, for an earlier change',
};
const CONFIG_ALARM = '250.001';
const MOST = 12;
const ORDER: readonly ApplyState[] = ['out-of-date', 'waiting', 'needs-reboot', 'at-unlock', 'taken-up'];

export function ApplyProgress() {
  const run = useStore(applyRun);
  const waits = useStore(unapplied);
  const hosts = useView('hosts', {});
  const alarms = useView('alarms', {});
  if (waits) {
    return (
      <Note
        tone="accent"
        title="Changes are not in effect yet."
        action={<JobButton job={{ job: 'apply' }}>Apply…</JobButton>}
      >
        They were made here since the last apply. Hosts run what they had.
      </Note>
    );
  }
  if (!run || !hosts?.data) return null;
  const seen = hosts.asOf !== undefined && hosts.asOf > run.startedAt;
  const list = seen ? applyHosts(run, hosts.data.hosts) : [];
  const over = seen && isApplied(list);
  const taken = list.filter(({ state }) => state === 'taken-up').length;
  const due = list.filter(({ state }) => state !== 'at-unlock' && state !== 'needs-reboot').length;
  const sorted = list.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <Panel
      title={
        over
          ? `Applied on ${counted(taken, 'host')}`
          : seen
            ? `Applying: ${taken} of ${counted(due, 'host')} have taken it up`
            : 'Applying'
      }
      meta={
        <>
          accepted <Time at={run.startedAt} form="clock" className="mono" />
        </>
      }
      actions={over && <Button onClick={() => applyRun.set(null)}>Dismiss</Button>}
      padded
    >
      <ul aria-label="Hosts and the apply" aria-live="polite">
        {sorted.slice(0, MOST).map((host) => (
          <HostRow key={host.id} host={host} alarms={alarms?.data?.alarms} />
        ))}
      </ul>
      {sorted.length > MOST && <p className="pt-1 text-ink-3">{`and ${sorted.length - MOST} more`}</p>}
    </Panel>
  );
}

function HostRow({ host, alarms }: { host: ApplyHost; alarms: readonly Alarm[] | undefined }) {
  const alarm = alarms?.find(
    ({ alarmId, entity }) => alarmId === CONFIG_ALARM && entityHost(entity) === host.name,
  );
  return (
    <SheetRow
      icon={<StateGlyph state={GLYPHS[host.state]} size={16} />}
      title={<span className="mono">{host.name}</span>}
      detail={
        <>
          {WORDS[host.state]}
          {alarm && host.state !== 'taken-up' && <span className="text-ink-3">. 250.001 stands</span>}
        </>
      }
    />
  );
}
