'use client';
/** Before it is done: what it is called, what it hides right now and what follows, and the same as a command. */
import { BellOff, BellRing, CalendarX2, ClockFading, type LucideIcon, PackageX, Server } from 'lucide-react';
import { SheetHeading } from '@/components/action/check-list';
import { FoldedRows } from '@/components/action/folded-rows';
import { LostNote } from '@/components/action/lost-note';
import { SheetRow } from '@/components/action/sheet-row';
import type { LostAnswer } from '@/components/action/use-lost-answer';
import { Button } from '@/components/ui/button';
import { CliLine } from '@/components/ui/cli-line';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { Time } from '@/components/ui/time';
import type { Alarm } from '@/lib/domain/alarm';
import { type AlarmType, typeText } from '@/lib/domain/alarm-type';
import type { Failure } from '@/lib/domain/result';
import {
  type SuppressionEffect,
  type SuppressionPlan,
  suppressionCli,
  suppressionEffects,
  suppressionSentence,
  WISH_WORDS,
} from '@/lib/domain/suppression';
import { counted } from '@/lib/domain/words';
import { SuppressionAnswer } from './suppression-answer';

type Props = {
  plan: SuppressionPlan;
  /** When the alarms were read; null: never. */
  readAt: number | null;
  /** Types that were asked for and are in the list no more. */
  missing: number;
  /** What came of the last try. */
  failure: Failure | undefined;
  busy: boolean;
  lost: LostAnswer;
  onRun: () => void;
  onClose: () => void;
};

export function SuppressionPlanSheet({ plan, readAt, missing, failure, busy, lost, onRun, onClose }: Props) {
  const { wish, able, already, verdict } = plan;
  const { label, participle } = WISH_WORDS[wish];
  const [only] = able.length + already.length === 1 ? [...able, ...already] : [];
  const title = only
    ? `${label} ${only.alarmId}`
    : `${label} ${counted(able.length || already.length, 'alarm type')}`;
  const off = lost.off ?? (verdict.ok ? null : verdict.why);
  const effects = suppressionEffects(plan);
  const Icon = wish === 'suppress' ? BellOff : BellRing;
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={able.length > 0 ? suppressionSentence(plan) : undefined}
      footer={
        <>
          <Button
            size="large"
            variant="primary"
            icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
            busy={busy}
            data-autofocus=""
            {...(off === null ? {} : { disabledReason: off })}
            onClick={onRun}
          >
            {title}
          </Button>
          {off !== null && <span className="min-w-0 flex-1 text-small text-ink-2">{off}</span>}
          <Button size="large" variant="ghost" onClick={onClose}>
            {verdict.ok ? 'Cancel' : 'Close'}
          </Button>
        </>
      }
    >
      <div className="flex min-h-full flex-col">
        {(lost.waiting || lost.found) && (
          <div className="pb-4">
            <LostNote lost={lost} deed={`${only?.alarmId ?? 'it'} was ${participle}`} />
          </div>
        )}
        {failure && (
          <div className="pb-4">
            <SuppressionAnswer failure={failure} wish={wish} name={only?.alarmId ?? 'the types'} />
          </div>
        )}
        {missing > 0 && (
          <Note tone="unknown" className="mb-4">
            {counted(missing, 'selected type')} {missing === 1 ? 'is' : 'are'} no longer in the list.
          </Note>
        )}
        {already.length > 0 && able.length > 0 && (
          <Note className="mb-4">
            {already.length === 1 ? `${already[0]?.alarmId} is` : `${already.length} types are`} {participle}{' '}
            already and left alone.
          </Note>
        )}
        <Types types={able.length > 0 ? able : already} />
        {able.length > 0 && <Alarms plan={plan} readAt={readAt} />}
        {effects.length > 0 && (
          <>
            <SheetHeading>What follows</SheetHeading>
            <ul>
              {effects.map((effect) => (
                <SheetRow
                  key={effect.id}
                  icon={<EffectIcon id={effect.id} />}
                  title={effect.title}
                  detail={effect.detail}
                  source={effect.source}
                  {...(effect.cite ? { sourceTitle: effect.cite } : {})}
                />
              ))}
            </ul>
          </>
        )}
        {able.length > 0 && (
          <div className="mt-auto pt-5">
            <CliLine command={suppressionCli(wish, able)} />
          </div>
        )}
      </div>
    </Sheet>
  );
}

const ICONS: Record<SuppressionEffect['id'], LucideIcon> = {
  reach: Server,
  events: CalendarX2,
  upgrades: PackageX,
  clocks: ClockFading,
};

function EffectIcon({ id }: { id: SuppressionEffect['id'] }) {
  const Icon = ICONS[id];
  return <Icon size={16} strokeWidth={1.75} aria-hidden />;
}

const MOST_TYPES = 6;

/** What alarms of these types say, in the words of the catalogue. */
function Types({ types }: { types: readonly AlarmType[] }) {
  const [only, ...more] = types;
  if (!only) return null;
  if (more.length === 0) {
    return (
      <>
        <SheetHeading>What alarms of this type say</SheetHeading>
        <ul className="border-t border-line py-2 text-small text-ink-2">
          {only.says.map(({ severity, text }, index) => (
            <li key={text} className="[overflow-wrap:anywhere]">
              {severity && `${severity}: `}
              {text}
              {only.cut && index === only.says.length - 1 && ' …'}
            </li>
          ))}
          {only.cut && <li className="text-ink-3">The platform keeps no more of the text.</li>}
        </ul>
      </>
    );
  }
  const rows = types.map((type) => (
    <SheetRow
      key={type.id}
      icon={<SeverityGlyph severity="suppressed" size={16} />}
      title={<span className="mono">{type.alarmId}</span>}
      detail={typeText(type)}
    />
  ));
  return (
    <>
      <SheetHeading>Alarm types</SheetHeading>
      <ul>
        {rows.slice(0, MOST_TYPES)}
        {rows.length > MOST_TYPES && (
          <FoldedRows
            icon={<SeverityGlyph severity="suppressed" size={16} />}
            title={`${rows.length - MOST_TYPES} more`}
          >
            {rows.slice(MOST_TYPES)}
          </FoldedRows>
        )}
      </ul>
    </>
  );
}

const MOST_ALARMS = 8;
/** A flood is counted, not drawn. */
const MOST_DRAWN = 200;

function Alarms({ plan: { wish, alarms }, readAt }: { plan: SuppressionPlan; readAt: number | null }) {
  const heading = wish === 'suppress' ? 'What it hides right now' : 'What comes back into view';
  if (alarms === null) {
    return (
      <>
        <SheetHeading>{heading}</SheetHeading>
        <ul>
          <SheetRow
            icon={<StateGlyph state="unknown" size={16} title="Unknown" />}
            title="Unknown: alarms could not be read"
            source="fm"
          />
        </ul>
      </>
    );
  }
  if (alarms.length === 0) return null;
  const rows = alarms.slice(0, MOST_DRAWN).map((alarm) => <AlarmRow key={alarm.id} alarm={alarm} />);
  const undrawn = alarms.length - rows.length;
  return (
    <>
      <SheetHeading
        meta={
          readAt !== null && (
            <span className="text-small text-ink-3">
              read at <Time at={readAt} form="clock" className="mono" />
            </span>
          )
        }
      >
        {heading}
      </SheetHeading>
      <ul aria-label={heading}>
        {rows.slice(0, MOST_ALARMS)}
        {rows.length > MOST_ALARMS && (
          <FoldedRows
            icon={<SeverityGlyph severity={alarms[MOST_ALARMS]?.severity ?? 'warning'} size={16} />}
            title={`${(alarms.length - MOST_ALARMS).toLocaleString('en-GB')} more, in order of severity`}
          >
            {rows.slice(MOST_ALARMS)}
            {undrawn > 0 && (
              <li className="border-line border-t py-[7px] text-ink-3">
                and {undrawn.toLocaleString('en-GB')} that are not listed here
              </li>
            )}
          </FoldedRows>
        )}
      </ul>
    </>
  );
}

function AlarmRow({ alarm }: { alarm: Alarm }) {
  return (
    <SheetRow
      icon={<SeverityGlyph severity={alarm.severity} size={16} title={alarm.severity} />}
      title={alarm.reason}
      detail={
        <>
          <span className="mono">{alarm.entity}</span>
          {alarm.managementAffecting && ', blocks upgrades'}
        </>
      }
      action={<Time at={alarm.raisedAt} form="age" className="text-small text-ink-3" />}
    />
  );
}
