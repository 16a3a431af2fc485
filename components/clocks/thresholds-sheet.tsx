'use client';
/** Two different questions side by side: which line a site's budget allows, chosen here, and what the platform raises alarms at. */
import Link from 'next/link';
import { SheetHeading } from '@/components/action/check-list';
import { Note } from '@/components/ui/note';
import { RadioGroup } from '@/components/ui/radio';
import { Sheet } from '@/components/ui/sheet';
import type { PtpInstance } from '@/lib/domain/clock/ptp-config';
import {
  alarmAtLine,
  DEFAULT_LIMITS,
  isMeasured,
  type LimitName,
  limitsOf,
  REFERENCE_LINES,
  type ReferenceLine,
} from '@/lib/domain/clock/thresholds';
import { counted, isOrAre } from '@/lib/domain/words';
import { formatOffset } from '@/lib/format/number';
import { formatAge } from '@/lib/format/time';
import { chooseReferenceLine, useReferenceLine } from './reference-line';
import { useClockPage } from './use-clock-page';

const plain = (ns: number) => `±${formatOffset(ns).replace('+', '')}`;

export function ThresholdsSheet({ onClose }: { onClose: () => void }) {
  const line = useReferenceLine();
  const config = useClockPage().clocks?.config;
  const instances = config?.instances.filter(isMeasured);
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title="Thresholds"
      description="What offsets on this page are held against. An alarm is raised at the limits of the platform alone."
    >
      <div className="flex flex-col gap-5">
        <RadioGroup
          label="Reference line, kept in this browser"
          value={line.name}
          onValueChange={chooseReferenceLine}
          options={REFERENCE_LINES.map(({ name, ns, what, standard }) => ({
            value: name,
            label: (
              <>
                <span className="mono">{plain(ns)}</span> {name}
              </>
            ),
            help: `${what} (${standard})`,
          }))}
        />
        <div>
          <SheetHeading>Limits of the platform</SheetHeading>
          {instances ? (
            <Limits instances={instances} line={line} />
          ) : (
            <Note tone="unknown" title="The PTP configuration could not be read.">
              Instances that say nothing else have {defaultWords}.
            </Note>
          )}
        </div>
      </div>
    </Sheet>
  );
}

const defaultWords = `minor over ${plain(DEFAULT_LIMITS.minorNs)}, major over ${plain(DEFAULT_LIMITS.majorNs)}, holdover for ${formatAge(DEFAULT_LIMITS.holdoverSeconds * 1000)}`;

function Limits({ instances, line }: { instances: readonly PtpInstance[]; line: ReferenceLine }) {
  if (instances.length === 0)
    return (
      <p className="text-ink-2">
        No instance measures an offset. One that says nothing else has {defaultWords}.
      </p>
    );
  const limited = instances.map((instance) => ({ instance, limits: limitsOf(instance) }));
  // What runs nowhere passes no line.
  const silent = limited.filter(
    ({ instance, limits }) => instance.hosts.length > 0 && alarmAtLine(limits, line) === 'silent',
  );
  return (
    <div className="flex flex-col gap-3">
      {silent.length > 0 && (
        <Note
          tone="minor"
          live="polite"
          title={`The line of ${plain(line.ns)} can be passed without an alarm.`}
        >
          The minor limit{silent.length === 1 ? '' : 's'} of{' '}
          <span className="mono">{silent.map(({ instance }) => instance.name).join(', ')}</span>{' '}
          {isOrAre(silent.length)} wider than that.
        </Note>
      )}
      <table className="w-full text-small">
        <thead className="text-left text-ink-3">
          <tr className="*:py-1 *:font-medium">
            <th>Instance</th>
            <th className="text-right">Minor over</th>
            <th className="text-right">Major over</th>
            <th className="text-right">Holdover</th>
          </tr>
        </thead>
        <tbody>
          {limited.map(({ instance, limits }) => (
            <tr key={instance.id} className="*:border-t *:border-hair *:py-1.5 *:pl-2 *:align-top">
              <td className="pl-0!">
                <Link
                  className="block max-md:min-h-11"
                  href={`/clocks/instances?open=${encodeURIComponent(instance.id)}`}
                >
                  <span className="link mono">{instance.name}</span>
                  <span className="block text-ink-3">
                    {instance.service},{' '}
                    {instance.hosts.length === 0 ? 'no host' : counted(instance.hosts.length, 'host')}
                  </span>
                </Link>
              </td>
              <Limit name="minorNs" own={limits.own} text={plain(limits.minorNs)} />
              <Limit name="majorNs" own={limits.own} text={plain(limits.majorNs)} />
              <Limit
                name="holdoverSeconds"
                own={limits.own}
                text={formatAge(limits.holdoverSeconds * 1000)}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-2">
        They are parameters of an instance, in its section <span className="mono">[monitoring]</span>.
      </p>
    </div>
  );
}

function Limit({ name, own, text }: { name: LimitName; own: readonly LimitName[]; text: string }) {
  return (
    <td className="text-right whitespace-nowrap">
      <span className="mono">{text}</span>
      {!own.includes(name) && <span className="block text-ink-3">default</span>}
    </td>
  );
}
