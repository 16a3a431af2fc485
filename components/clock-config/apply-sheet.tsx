'use client';
/** Applying: hosts take up what is configured, one after the other, while they run. */
import { SheetHeading } from '@/components/action/check-list';
import { FoldedRows } from '@/components/action/folded-rows';
import { SheetRow } from '@/components/action/sheet-row';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Steps } from '@/components/ui/steps';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { type ApplyHost, applyHosts, startApply } from '@/lib/domain/clock/ptp-apply';
import type { ClockMark } from '@/lib/queries/host-clocks';
import { ApplyNote } from './apply-note';
import type { JobProps } from './clock-job-sheet';
import { ClockSheet } from './clock-sheet';
import { useClockMarks } from './use-clock-marks';

const MOST = 8;

export function ApplySheet({ facts, onClose }: JobProps<'apply'>) {
  const marks = useClockMarks();
  const hosts = applyHosts(startApply('', 0, facts.hosts), facts.hosts);
  const later = hosts.filter(({ state }) => state === 'at-unlock');
  // Those to look at first, in the list as on the page of clocks.
  const now = hosts
    .filter(({ state }) => state !== 'at-unlock')
    .toSorted((a, b) => (marks?.get(b.name)?.urgency ?? 0) - (marks?.get(a.name)?.urgency ?? 0));
  const rows = [...now, ...later].map((host) => (
    <HostRow key={host.id} host={host} mark={marks && (marks.get(host.name) ?? null)} />
  ));
  return (
    <ClockSheet
      title="Apply PTP configuration"
      sentence="Hosts that follow PTP take up what is configured, all instances at once."
      button="Apply"
      done="The platform accepted the apply"
      facts={facts}
      calls={[{ do: 'apply' }]}
      gap={null}
      onClose={onClose}
    >
      <ApplyNote facts={facts} calls={[]} />
      <div>
        <SheetHeading>What it affects</SheetHeading>
        {rows.length === 0 && <p className="text-ink-3">No host follows PTP.</p>}
        <ul aria-label="Hosts that follow PTP">
          {rows.slice(0, MOST)}
          {rows.length > MOST && (
            <FoldedRows icon={<StateGlyph state="online" size={16} />} title={`${rows.length - MOST} more`}>
              {rows.slice(MOST)}
            </FoldedRows>
          )}
        </ul>
      </div>
      <div>
        <SheetHeading>What happens next</SheetHeading>
        <div className="border-line border-t pt-3">
          <Steps
            label="What happens next"
            items={[
              { label: 'The platform accepts it at once' },
              { label: 'Hosts are out of date (250.001) until each has taken it up', state: 'unsure' },
              { label: 'Alarms about PTP may come and go while clocks lock again', state: 'unsure' },
            ]}
          />
        </div>
      </div>
    </ClockSheet>
  );
}

/** @param mark undefined while clocks are being read, null when nobody speaks of this one */
function HostRow({ host: { name, state }, mark }: { host: ApplyHost; mark: ClockMark | null | undefined }) {
  const title = <span className="mono">{name}</span>;
  if (state === 'at-unlock') {
    return (
      <SheetRow
        icon={<StateGlyph state="offline" size={16} />}
        title={title}
        detail="Not in service: it has the configuration once it is unlocked."
        source="sysinv"
      />
    );
  }
  return (
    <SheetRow
      icon={
        mark === undefined ? (
          <StateGlyph state="online" size={16} />
        ) : (
          <ClockGlyph
            state={mark?.state ?? 'unknown'}
            size={16}
            {...(mark?.remaining == null ? {} : { remaining: mark.remaining })}
          />
        )
      }
      title={title}
      detail={
        <>
          {mark === undefined ? 'Reading its clock' : markWords(mark)}
          {state === 'needs-reboot' &&
            '. An earlier change waits for a lock and unlock: it stays out of date until then.'}
        </>
      }
    />
  );
}

function markWords(mark: ClockMark | null): string {
  if (!mark) return STATE_WORDS.unknown;
  return [STATE_WORDS[mark.state], mark.left ?? mark.why].filter((part) => part !== null).join(', ');
}
