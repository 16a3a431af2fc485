'use client';
/** Every active alarm of the cloud: one table, every state of it in the URL, the open one beside it. */
import { BellOff } from 'lucide-react';
import { useCallback } from 'react';
import { SoundButton } from '@/components/attention/sound-button';
import { DataTable } from '@/components/table/data-table';
import type { Grouping } from '@/components/table/props';
import { EmptyState } from '@/components/ui/empty-state';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { laterPart } from '@/components/ui/later-part';
import { Note } from '@/components/ui/note';
import { cappedSentence, SEVERITIES } from '@/lib/domain/alarm';
import { useOpenRow } from '@/lib/url/open-row';
import { AlarmCard } from './alarm-card';
import { ALARM_COLUMNS } from './alarm-columns';
import { AlarmLead } from './alarm-lead';
import type { AlarmRow } from './alarm-row';
import { AlarmTabLinks } from './alarm-tabs';
import { openNoteField } from './note-focus';
import { SeenFailure, useSee } from './see';
import { CLEARED_HOURS, useAlarmRows } from './use-alarm-rows';

const AlarmsFailed = laterPart(async () => (await import('./alarms-failed')).AlarmsFailed);
const AlarmDrawer = laterPart(async () => (await import('./alarm-drawer')).AlarmDrawer);
const AlarmBulk = laterPart(async () => (await import('./alarm-bulk')).AlarmBulk);

const keyOf = ({ key }: AlarmRow) => key;
const urgency = ({ severity }: AlarmRow) => -SEVERITIES.indexOf(severity);
const worst = (rows: readonly AlarmRow[]) => {
  const severity = SEVERITIES.find((each) => rows.some((row) => row.severity === each));
  return severity && <SeverityGlyph severity={severity} size={14} title={severity} />;
};
const GROUPINGS: readonly Grouping<AlarmRow>[] = [
  { id: 'host', label: 'host', of: ({ host, place }) => host ?? place, summary: worst },
  { id: 'id', label: 'alarm id', of: ({ alarmId }) => alarmId, summary: worst },
];
const SORT = { id: 'severity', desc: true };
const NO_ROWS: readonly AlarmRow[] = [];

export function AlarmList() {
  const { seen, marks, sums, stale, look, rows, trailing, cleared, unreadable } = useAlarmRows();
  const [openKey, setOpen] = useOpenRow();
  const { see, verdict } = useSee();
  const alarm = seen?.data?.alarms.find(({ id }) => id === openKey);
  const trace = alarm ? undefined : cleared.find(({ id }) => id === openKey);
  const close = useCallback(() => setOpen(null), [setOpen]);
  const alarmAt = (row: AlarmRow) => seen?.data?.alarms.find(({ id }) => id === row.key);
  const keys = [
    {
      key: 's',
      label: 'seen',
      hint: true,
      run: (row: AlarmRow) => {
        const found = alarmAt(row);
        if (found) see([found]);
      },
    },
    {
      key: 'n',
      label: 'note',
      hint: true,
      run: (row: AlarmRow) => {
        setOpen(row.key);
        openNoteField();
      },
    },
  ];

  return (
    <>
      <SeenFailure />
      {seen?.data?.capped && (
        <Note tone="unknown" live="polite" title={cappedSentence(seen.data)}>
          What is missing is the mildest: the list is in order of severity.
        </Note>
      )}
      <DataTable
        id="alarms"
        noun={{ one: 'alarm', many: 'alarms' }}
        heading="Alarms"
        lead={rows && sums && <AlarmLead sums={sums} rows={rows} since={look.since} />}
        places={<AlarmTabLinks />}
        actions={<SoundButton />}
        columns={ALARM_COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowLabel={({ alarmId, place }) => `${alarmId} on ${place}`}
        {...(unreadable?.length ? { unreadable } : {})}
        groupings={GROUPINGS}
        trailing={{ label: `Cleared in the last ${CLEARED_HOURS} hours`, rows: rows ? trailing : NO_ROWS }}
        defaultSort={SORT}
        searchPlaceholder="Text, host, id"
        detail
        rowKeys={keys}
        bulk={(picked, clear) => (
          <AlarmBulk
            alarms={picked.flatMap((row) => alarmAt(row) ?? [])}
            verdict={verdict}
            see={see}
            done={clear}
          />
        )}
        card={(row) => <AlarmCard row={row} />}
        urgency={urgency}
        stale={stale}
        failed={seen?.error ? <AlarmsFailed error={seen.error} /> : undefined}
        empty={
          <EmptyState icon={<BellOff aria-hidden />} title="No alarm is active">
            Fault management was asked and has none.
          </EmptyState>
        }
        aside={
          openKey !== null &&
          rows && (
            <AlarmDrawer
              key={openKey}
              id={openKey}
              alarm={alarm}
              cleared={trace}
              capped={seen?.data?.capped ?? false}
              mark={alarm && sums?.markOf(alarm)}
              marksError={marks?.error}
              onClose={close}
            />
          )
        }
      />
    </>
  );
}
