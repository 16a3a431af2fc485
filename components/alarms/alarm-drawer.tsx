'use client';
/** One alarm in full, beside the list: what it says, what to do, how it behaved, and what people said of it. */
import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useEffect } from 'react';
import { EntityLinks } from '@/components/shell/entity-links';
import { CopyButton } from '@/components/ui/copy-button';
import { Drawer } from '@/components/ui/drawer';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { IconButton } from '@/components/ui/icon-button';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { type Alarm, entityHost } from '@/lib/domain/alarm';
import type { AlarmMark } from '@/lib/domain/alarm-mark';
import { alarmPlace } from '@/lib/domain/alarm-place';
import { alarmText } from '@/lib/domain/alarm-text';
import type { ClearedAlarm } from '@/lib/domain/cleared-alarm';
import type { Failure } from '@/lib/domain/result';
import { may } from '@/lib/domain/rights';
import { sensorPlace } from '@/lib/domain/sensor/sensor-place';
import { raiseFirst } from '@/lib/format/words';
import { openRequest } from '@/lib/queries/action-store';
import { lookedAt } from '@/lib/queries/alarm-look';
import { useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { AlarmEarlier } from './alarm-earlier';
import { AlarmFacts } from './alarm-facts';
import { AlarmHistory } from './alarm-history';
import { AlarmSaid } from './alarm-said';
import { Part } from './drawer-part';
import { NoteForm } from './note-form';

type Props = {
  id: string;
  alarm: Alarm | undefined;
  /** What is known of it once it has cleared. */
  cleared: ClearedAlarm | undefined;
  mark: AlarmMark | undefined;
  /** Seen and notes could not be read. */
  marksError: Failure | undefined;
  /** There may be more alarms than were given: one that is missing may stand. */
  capped: boolean;
  onClose: () => void;
};

export function AlarmDrawer({ id, alarm, cleared, capped, mark, marksError, onClose }: Props) {
  useEffect(() => lookedAt(id), [id]);
  const either = alarm ?? cleared;
  if (!either) {
    return (
      <Drawer beside title="Alarm" onClose={onClose}>
        {capped ? (
          <Note tone="unknown" title="Whether this alarm is active is unknown.">
            It is not among those that fault management gave, and it gives no more at once.
          </Note>
        ) : (
          <Note tone="unknown" title="This alarm is not active.">
            It cleared, or it never was one of this cloud. The event log may know of it.
          </Note>
        )}
      </Drawer>
    );
  }
  const { alarmId, severity, reason, entity } = either;
  const host = entityHost(entity);
  const place = alarmPlace(alarmId, entity) ?? sensorPlace(alarmId, entity);
  return (
    <Drawer
      beside
      title={
        <>
          <SeverityGlyph severity={alarm ? severity : 'cleared'} size={18} />
          <span className="text-body">{alarm ? raiseFirst(severity) : 'Cleared'}</span>
          <span className="mono text-small font-normal text-ink-3">{alarmId}</span>
        </>
      }
      actions={alarm && <AlarmActions alarm={alarm} mark={mark} />}
      footer={alarm && <NoteForm key={id} alarm={alarm} away={marksError !== undefined} />}
      onClose={onClose}
    >
      <div className="flex flex-col gap-2 pb-3.5">
        <h3 className="font-semibold text-ink text-title [overflow-wrap:anywhere]">{reason}</h3>
        <EntityLinks entity={entity} />
        {host !== undefined && host !== 'controller' && (
          <Link className="link w-fit" href={`/hosts/${encodeURIComponent(host)}/events`}>
            Events on this host
          </Link>
        )}
        {place !== null && (
          <Link className="link w-fit" href={place.href}>
            {place.label}
          </Link>
        )}
        {cleared && !alarm && (
          <Note live="polite" title="Cleared">
            <Time at={cleared.clearedAt} /> (<Time at={cleared.clearedAt} form="age" /> ago).
          </Note>
        )}
      </div>
      {alarm && (
        <Part title="What to do">
          <p className="text-prose whitespace-pre-line [overflow-wrap:anywhere]">
            {alarm.repair ?? <span className="text-unk-fg">Nothing is proposed.</span>}{' '}
            <span className="text-small text-ink-3">Fault management</span>
          </p>
        </Part>
      )}
      {alarm && <AlarmFacts alarm={alarm} />}
      <AlarmHistory alarm={alarm ?? null} alarmId={alarmId} entity={entity} />
      {alarm && <AlarmSaid alarm={alarm} mark={mark} error={marksError} />}
      <AlarmEarlier alarmId={alarmId} entity={entity} standing={alarm ?? null} />
    </Drawer>
  );
}

function AlarmActions({ alarm, mark }: { alarm: Alarm; mark: AlarmMark | undefined }) {
  const { viewer } = useViewer();
  const cloud = useView('system', {})?.data?.name ?? null;
  const verdict = may(viewer, 'alarm.manage', 'Deleting alarms');
  return (
    <>
      <CopyButton text={alarmText(alarm, mark, cloud)} label="Copy as text for a ticket" />
      <IconButton
        label="Delete alarm…"
        icon={<Trash2 size={14} strokeWidth={1.75} aria-hidden />}
        disabledReason={verdict.ok ? null : verdict.why}
        onClick={() => openRequest({ kind: 'alarm', alarm })}
      />
    </>
  );
}
