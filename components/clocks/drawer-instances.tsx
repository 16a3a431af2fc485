'use client';
/** PTP instances of a host as configured, read-only: limits, then parameters by section. */
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { Note } from '@/components/ui/note';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import type { InstanceClock } from '@/lib/domain/clock/host-clock';
import type { PtpConfig, PtpInstance } from '@/lib/domain/clock/ptp-config';
import { LIMIT_PARAMETERS, type LimitName } from '@/lib/domain/clock/thresholds';
import { formatOffset } from '@/lib/format/number';
import { formatAge } from '@/lib/format/time';

export function DrawerInstances({ row, config }: { row: ClockRow; config: PtpConfig | null }) {
  if (!config) {
    return (
      <Note tone="unknown" title="The PTP configuration could not be read.">
        Which instances run here is unknown.
      </Note>
    );
  }
  const { instances } = row.clock;
  if (instances.length === 0) {
    return (
      <p className="text-ink-2">
        {row.clock.follows === 'ntp'
          ? 'This host follows NTP servers: no PTP instance is assigned to it.'
          : 'No PTP instance is assigned to this host.'}
      </p>
    );
  }
  // What keeps the time is looked at first.
  const first = instances.find(({ service }) => service === 'ptp4l') ?? instances[0];
  return (
    <div className="flex flex-col gap-2.5">
      {instances.map((instance) => (
        <Instance
          key={instance.id}
          clock={instance}
          config={config.instances.find(({ id }) => id === instance.id)}
          interfaces={config.interfaces.filter(
            ({ instanceId, members }) =>
              instanceId === instance.id && members.some(({ host }) => host === row.host),
          )}
          host={row.host}
          open={instance === first}
        />
      ))}
    </div>
  );
}

function Instance(props: {
  clock: InstanceClock;
  config: PtpInstance | undefined;
  interfaces: PtpConfig['interfaces'];
  host: string;
  open: boolean;
}) {
  const { clock, config, interfaces, host } = props;
  return (
    <details open={props.open} className="rounded-2 border border-line">
      <summary className="flex min-h-9 cursor-pointer items-center gap-2 px-3">
        <ClockGlyph state={clock.state} size={15} title={STATE_WORDS[clock.state]} />
        <span className="mono min-w-0 truncate font-medium">{clock.name || 'Without a name'}</span>
        <span className="ml-auto flex-none text-small text-ink-3">{clock.service ?? 'no service'}</span>
      </summary>
      <div className="flex flex-col gap-3 border-t border-line px-3 py-2.5 text-small">
        {(clock.service === 'ptp4l' || clock.service === 'ts2phc') && <Limits clock={clock} />}
        {interfaces.map(({ id, name, members, pairs }) => (
          <section key={id} aria-label={`PTP interface ${name}`}>
            <h4 className="text-ink-3">
              PTP interface <span className="mono text-ink-2">{name}</span> on{' '}
              <span className="mono text-ink-2">
                {members.flatMap((member) => (member.host === host ? [member.interface] : [])).join(', ')}
              </span>
            </h4>
            <Pairs pairs={pairs} />
          </section>
        ))}
        {config?.sections.map(({ section, pairs }) => (
          <section key={section} aria-label={`Section ${section}`}>
            <h4 className="mono text-ink-3">[{section}]</h4>
            <Pairs pairs={pairs} />
          </section>
        ))}
        {config && config.sections.length === 0 && (
          <p className="text-ink-3">No parameter of its own: the platform’s defaults hold.</p>
        )}
      </div>
    </details>
  );
}

function Pairs({ pairs }: { pairs: readonly { name: string; value: string }[] }) {
  if (pairs.length === 0) return <p className="text-ink-3">None</p>;
  return (
    <dl className="kv mono grid-cols-[minmax(0,1fr)_minmax(0,1fr)]!">
      {pairs.map(({ name, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the platform takes the same name twice
        <div key={index} className="contents">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const LIMITS: readonly { name: LimitName; label: string; words: (value: number) => string }[] = [
  {
    name: 'minorNs',
    label: 'Out of tolerance, minor, over',
    words: (ns) => formatOffset(ns).replace('+', ''),
  },
  {
    name: 'majorNs',
    label: 'Out of tolerance, major, over',
    words: (ns) => formatOffset(ns).replace('+', ''),
  },
  { name: 'holdoverSeconds', label: 'Holdover lasts', words: (s) => formatAge(s * 1000) },
  {
    name: 'lockedToHoldoverSeconds',
    label: 'Only after a lock of',
    words: (s) => formatAge(s * 1000),
  },
];

function Limits({ clock: { limits } }: { clock: InstanceClock }) {
  return (
    <section aria-label="Limits">
      <h4 className="text-ink-3">Limits</h4>
      <dl className="kv grid-cols-[minmax(0,1fr)_minmax(0,1fr)]!">
        {LIMITS.map(({ name, label, words }) => (
          <div key={name} className="contents">
            <dt title={LIMIT_PARAMETERS[name]}>{label}</dt>
            <dd>
              {words(limits[name])}{' '}
              <span className="text-ink-3">
                {limits.own.includes(name) ? 'set here' : 'the platform’s default'}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
