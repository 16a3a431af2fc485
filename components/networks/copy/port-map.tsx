'use client';
/** Which port of the source stands for which of the target: as found, and chosen otherwise where somebody knows better. */
import { ArrowRight } from 'lucide-react';
import { SelectField } from '@/components/ui/select';
import { natural } from '@/lib/domain/natural';
import type { PortMatch } from '@/lib/domain/network/copy/ports';
import { type Port, speedWord } from '@/lib/domain/network/port';

type Props = {
  matches: readonly PortMatch[];
  /** Hostnames. */
  source: string;
  name: string;
  /** Of the target. */
  ports: readonly Port[];
  busy: boolean;
  onChange: (from: string, to: string | null) => void;
};

export function PortMap({ matches, source, name, ports, busy, onChange }: Props) {
  const options = ports
    .toSorted((a, b) => natural(a.name, b.name))
    .map((port) => ({ value: port.name, label: [port.name, factsOf(port)].filter(Boolean).join(', ') }));
  return (
    <ul aria-label={`Ports of ${source} and of ${name}`} className="flex flex-col gap-2">
      {matches.map(({ port, to, note }) => (
        <li
          key={port.id}
          className="grid grid-cols-[minmax(0,220px)_auto_minmax(0,260px)_minmax(0,1fr)] items-center gap-x-2.5 gap-y-1 max-md:grid-cols-1"
        >
          <span className="mono min-w-0 [overflow-wrap:anywhere]">
            {port.name} <span className="text-ink-3">{factsOf(port)}</span>
          </span>
          <ArrowRight size={14} strokeWidth={1.75} aria-hidden className="text-ink-3 max-md:hidden" />
          <SelectField
            label={`${port.name} on ${name}`}
            hideLabel
            compact
            mono
            placeholder="None"
            value={to?.name ?? ''}
            options={options}
            disabled={busy}
            onChange={({ target }) => onChange(port.name, target.value || null)}
          />
          <span className="min-w-0 text-small text-ink-2 [overflow-wrap:anywhere]">{note}</span>
        </li>
      ))}
    </ul>
  );
}

const factsOf = ({ speedMbps, pciAddress }: Port): string =>
  [speedMbps === null ? null : speedWord(speedMbps), pciAddress].filter((part) => part !== null).join(' ');
