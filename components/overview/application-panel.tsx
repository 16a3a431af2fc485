'use client';
/** How the applications of the cloud are: a sentence, those to look at, and what stands about Kubernetes. */
import Link from 'next/link';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { ProgressLine } from '@/components/ui/progress-line';
import type { Alarm } from '@/lib/domain/alarm';
import { KUBERNETES_ALARMS } from '@/lib/domain/alarm-place';
import { type ApplicationList, moodOf, statusWords } from '@/lib/domain/application/application';
import { applicationHref, KUBERNETES_HREF } from '@/lib/domain/application/application-href';
import {
  type ApplicationLook,
  applicationsFinding,
  applicationsToLook,
  applicationsWords,
} from '@/lib/domain/application/finding';
import { progressOf } from '@/lib/domain/application/progress';
import { formatCounted } from '@/lib/format/number';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { ReadingPanel } from './reading-panel';

/** Rows of the worst; the page of applications has all. */
const SHOWN = 3;

export function ApplicationPanel() {
  const seen = useView('applications', {});
  const alarms = useView('alarms', {});
  const stale = isStale(seen, serverNow()) || isStale(alarms, serverNow());
  return (
    <ReadingPanel
      title="Applications"
      meta={seen?.data && applicationsWords(seen.data.applications)}
      link={{ href: '/applications', label: 'Applications' }}
      stale={stale}
      trouble={seen?.error?.message ?? null}
      unread="The applications could not be read."
    >
      {seen?.data && alarms && <Known list={seen.data} alarms={alarms.data?.alarms ?? null} />}
    </ReadingPanel>
  );
}

/** @param alarms null: could not be read */
function Known({ list, alarms }: { list: ApplicationList; alarms: readonly Alarm[] | null }) {
  const { applications, unreadable } = list;
  const look = applicationsToLook(applications, alarms ?? []);
  const kubernetes = alarms?.filter(({ alarmId }) => KUBERNETES_ALARMS.includes(alarmId)) ?? [];
  return (
    <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
      <div className="flex min-w-0 flex-col gap-1.5">
        <p>
          {applicationsFinding(applications)}.
          {alarms === null && <span className="text-unk-fg"> Alarms of applications are unknown.</span>}
          {unreadable.length > 0 && (
            <span className="text-unk-fg"> {formatCounted(unreadable.length, 'row')} cannot be read.</span>
          )}
        </p>
        {kubernetes.map(({ id, severity, reason }) => (
          <p key={id} className="flex items-start gap-1.5">
            <SeverityGlyph severity={severity} size={16} title={severity} />
            <Link className="link min-w-0 [overflow-wrap:anywhere]" href={KUBERNETES_HREF}>
              {reason}
            </Link>
          </p>
        ))}
      </div>
      {look.length > 0 && (
        <div>
          <ul aria-label="Applications to look at" className="flex flex-col gap-1.5">
            {look.slice(0, SHOWN).map((each) => (
              <li key={each.one.name}>
                <LookLine look={each} />
              </li>
            ))}
          </ul>
          {look.length > SHOWN && (
            <p className="mt-1 text-ink-3 text-small">{look.length - SHOWN} more, none worse</p>
          )}
        </div>
      )}
    </div>
  );
}

function LookLine({ look: { one, alarm } }: { look: ApplicationLook }) {
  const mood = moodOf(one);
  const { said, percent } = progressOf(one);
  const words = alarm?.reason ?? said ?? 'The platform says no more';
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2">
      {alarm ? (
        <SeverityGlyph severity={alarm.severity} size={14} title={alarm.severity} />
      ) : (
        <StateGlyph
          state={mood === 'failed' ? 'failed' : mood === 'working' ? 'in-progress' : 'unknown'}
          size={16}
        />
      )}
      <Link
        className="link mono min-w-0 truncate max-md:py-3"
        href={applicationHref(one.name)}
        title={one.name}
      >
        {one.name}
      </Link>
      <span
        className={mood === 'failed' ? 'text-crit-fg' : mood === 'working' ? 'text-accent' : 'text-ink-2'}
      >
        {statusWords(one.status)}
      </span>
      <span className="col-start-2 col-end-4 min-w-0 truncate text-ink-2 text-small" title={words}>
        {words}
      </span>
      {mood === 'working' && (
        <span className="col-start-2 col-end-4">
          <ProgressLine label={words} {...(percent === null ? {} : { value: percent })} />
        </span>
      )}
    </div>
  );
}
