'use client';
/** Applying: hosts take up what is configured, one after the other, while they run. */
import { SheetHeading } from '@/components/action/check-list';
import { FoldedRows } from '@/components/action/folded-rows';
import { SheetRow } from '@/components/action/sheet-row';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Steps } from '@/components/ui/steps';
import { applyHosts, startApply } from '@/lib/domain/clock/ptp-apply';
import { counted } from '@/lib/domain/words';
import type { JobProps } from './clock-job-sheet';
import { ClockSheet } from './clock-sheet';

const MOST = 8;

export function ApplySheet({ facts, onClose }: JobProps<'apply'>) {
  const hosts = applyHosts(startApply('', 0, facts.hosts), facts.hosts);
  const later = hosts.filter(({ state }) => state === 'at-unlock');
  const now = hosts.filter(({ state }) => state !== 'at-unlock');
  const rows = [...now, ...later].map(({ id, name, state }) => (
    <SheetRow
      key={id}
      icon={<StateGlyph state={state === 'at-unlock' ? 'offline' : 'available'} size={16} />}
      title={<span className="mono">{name}</span>}
      detail={
        state === 'at-unlock'
          ? 'Not in service: it has the configuration once it is unlocked.'
          : state === 'needs-reboot'
            ? 'An earlier change waits for a lock and unlock; this one comes with it.'
            : undefined
      }
      source="sysinv"
    />
  ));
  return (
    <ClockSheet
      title="Apply PTP configuration"
      sentence={`Writes the files anew and restarts the PTP services of ${counted(now.length, 'host')}. Their clocks run without a source meanwhile.`}
      button="Apply"
      done="The platform accepted the apply"
      facts={facts}
      calls={[{ do: 'apply' }]}
      gap={null}
      onClose={onClose}
    >
      <div>
        <SheetHeading>What it affects</SheetHeading>
        {rows.length === 0 && <p className="text-ink-3">No host follows PTP.</p>}
        <ul>
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
