'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useZone } from '@/components/ui/clock';
import { TextField } from '@/components/ui/text-field';
import { type EventRange, type RangeProblem, rangeBounds, rangeProblem } from '@/lib/domain/event-range';
import { formatTyped, zoneName } from '@/lib/format/time';
import { parseInZone } from '@/lib/format/typed-time';
import { serverNow } from '@/lib/queries/clock';

/** Two instants, typed. What is wrong is said beside the field that it is wrong in. */
export function Between({ range, setRange }: { range: EventRange; setRange: (range: EventRange) => void }) {
  const zone = useZone();
  const [start] = useState(() => rangeBounds(range, serverNow()));
  const [typed, setTyped] = useState<{ from?: string; to?: string }>({});
  const [problem, setProblem] = useState<RangeProblem | null>(null);
  const from = typed.from ?? formatTyped(start.from, zone);
  const to = typed.to ?? formatTyped(start.to, zone);
  const check = () => {
    const span = { from: parseInZone(from, zone), to: parseInZone(to, zone) };
    const found = rangeProblem(span.from, span.to, serverNow());
    setProblem(found);
    return found === null && span.from !== null && span.to !== null ? { from: span.from, to: span.to } : null;
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const span = check();
    if (span) return setRange(span);
    event.currentTarget.querySelector<HTMLInputElement>('[aria-invalid]')?.focus();
  };
  const field = (name: 'from' | 'to', label: string, value: string) => (
    <TextField
      name={name}
      label={label}
      mono
      value={value}
      maxLength={32}
      unit={zoneName(parseInZone(value, zone) ?? start[name], zone)}
      error={problem?.field === name ? problem.why : null}
      onChange={({ target }) => setTyped((was) => ({ ...was, [name]: target.value }))}
      onBlur={() => typed[name] !== undefined && check()}
      className="w-[264px] max-md:w-full"
    />
  );
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-3" noValidate>
      {field('from', 'From', from)}
      {field('to', 'To', to)}
      <Button type="submit" className="mt-[22px] max-md:mt-0 max-md:w-full">
        Show this time
      </Button>
    </form>
  );
}
