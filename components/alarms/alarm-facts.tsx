'use client';
/** All fields of an alarm, in words. */
import type { ReactNode } from 'react';
import { Kv, KvRow } from '@/components/ui/kv';
import { Time } from '@/components/ui/time';
import type { Alarm } from '@/lib/domain/alarm';
import { raiseFirst } from '@/lib/format/words';

const UNKNOWN = <span className="text-unk-fg">Unknown</span>;
const word = (value: string | null): ReactNode =>
  value === null || value === '' ? UNKNOWN : raiseFirst(value);

export function AlarmFacts({ alarm }: { alarm: Alarm }) {
  const { serviceAffecting } = alarm;
  return (
    <section className="-mx-5 border-t border-line px-5 py-3.5">
      <Kv>
        <KvRow term="Raised">
          <Time at={alarm.raisedAt} form="full" />{' '}
          <span className="whitespace-nowrap text-ink-3">
            <Time at={alarm.raisedAt} form="age" /> ago
          </span>
        </KvRow>
        <KvRow term="Entity">
          <span className="mono text-small [overflow-wrap:anywhere]">{alarm.entity}</span>
        </KvRow>
        <KvRow term="Service">
          {serviceAffecting === null
            ? UNKNOWN
            : serviceAffecting
              ? 'Service-affecting, says fault management'
              : 'Not service-affecting, says fault management'}
        </KvRow>
        <KvRow term="Upgrades">
          {alarm.managementAffecting ? 'Blocks upgrades' : 'Does not block upgrades'}
        </KvRow>
        <KvRow term="Cause">
          {word(alarm.probableCause)} {alarm.type && <span className="text-ink-3">type {alarm.type}</span>}
        </KvRow>
      </Kv>
      <details className="mt-2">
        <summary className="w-fit cursor-pointer text-small text-ink-3 hover:text-ink max-md:min-h-11">
          All fields
        </summary>
        <Kv className="mt-2">
          <KvRow term="Host">
            {alarm.degradeAffecting ? 'Degrades its host' : 'Does not degrade a host'}
          </KvRow>
          <KvRow term="Entity type">
            <span className="mono text-small">{alarm.entityType ?? UNKNOWN}</span>
          </KvRow>
          {alarm.suppressed && <KvRow term="Shown">Hidden: its type is suppressed</KvRow>}
          <KvRow term="UUID">
            <span className="mono text-small [overflow-wrap:anywhere]">{alarm.id}</span>
          </KvRow>
        </Kv>
      </details>
    </section>
  );
}
