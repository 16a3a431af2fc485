'use client';
/** What an alarm or event concerns, part by part, with links to what the console has a room for. */
import Link from 'next/link';
import { useMemo } from 'react';
import { entityParts } from '@/lib/domain/alarm-entity';
import { useView } from '@/lib/queries/view';

/** Whether the inventory has a host of that name; until it is read every name may be one. */
export function useIsHost(): (name: string) => boolean {
  const hosts = useView('hosts', {})?.data?.hosts;
  return useMemo(() => {
    const names = hosts && new Set(hosts.map(({ hostname }) => hostname));
    return (name: string) => names?.has(name) ?? true;
  }, [hosts]);
}

/** `Host worker-3, PTP instance ptp-bc, Condition no-lock`. An unknown form is its own text. */
export function EntityLinks({ entity }: { entity: string }) {
  const parts = entityParts(entity, useIsHost());
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5 [overflow-wrap:anywhere]">
      {parts.map(({ label, text, href }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never change places
        <span key={index}>
          {label && <span className="text-ink-3">{label} </span>}
          {href ? (
            <Link className="link mono" href={href}>
              {text}
            </Link>
          ) : (
            <span className="mono">{text}</span>
          )}
        </span>
      ))}
    </span>
  );
}
