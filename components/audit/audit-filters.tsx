'use client';
/** What of the trail is asked for. The store filters, so that a filter finds what is on no page yet. */
import { useRef, useState } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { AUDIT_RANGES, type AuditQuery, auditRange } from '@/lib/url/audit-url';

const OUTCOMES = [
  { value: 'ok', label: 'Done' },
  { value: 'failed', label: 'Not done' },
];
const SETTLE_MS = 300;

export function AuditFilters({
  query,
  people,
  actions,
  onChange,
}: {
  query: AuditQuery;
  people: readonly string[];
  actions: readonly string[];
  /** A change of the filter starts again at the newest line. */
  onChange: (part: AuditQuery) => void;
}) {
  const range = auditRange(query);
  return (
    <>
      <FindField value={query.find ?? ''} onChange={(find) => onChange({ find: find || null })} />
      <Segmented
        label="Time"
        value={range}
        onValueChange={(value) => onChange({ range: value })}
        options={AUDIT_RANGES}
      />
      {range === 'days' && (
        <>
          <DayField label="From day (UTC)" value={query.from} onChange={(from) => onChange({ from })} />
          <DayField label="To day (UTC)" value={query.to} onChange={(to) => onChange({ to })} />
        </>
      )}
      <Choice
        label="Person"
        all="Everybody"
        value={query.who}
        options={asOptions(people, query.who)}
        onChange={(who) => onChange({ who })}
      />
      <Choice
        label="Action"
        all="Every action"
        value={query.action}
        options={asOptions(actions, query.action)}
        onChange={(action) => onChange({ action })}
      />
      <Choice
        label="Outcome"
        all="Every outcome"
        value={query.outcome}
        options={OUTCOMES}
        onChange={(outcome) => onChange({ outcome })}
      />
    </>
  );
}

/** What is chosen stays a choice, also in a time that has none of it. */
const asOptions = (words: readonly string[], chosen: string | null | undefined) =>
  [...new Set(chosen ? [...words, chosen] : words)].map((word) => ({ value: word, label: word }));

function Choice(props: {
  label: string;
  all: string;
  value: string | null | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | null) => void;
}) {
  return (
    <SelectField
      label={props.label}
      hideLabel
      compact
      className="max-w-52"
      placeholder={props.all}
      options={props.options}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.target.value || null)}
    />
  );
}

function DayField(props: {
  label: string;
  value: string | null | undefined;
  onChange: (day: string | null) => void;
}) {
  return (
    <TextField
      type="date"
      label={props.label}
      hideLabel
      title={props.label}
      className="w-40"
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.target.value || null)}
    />
  );
}

/** The store is asked when typing rests, not for every letter. */
function FindField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (
    <SearchField
      label="Search the audit trail"
      placeholder="Target, request id, address"
      className="w-[232px] max-md:h-11 max-md:w-full"
      value={typed ?? value}
      onValueChange={(text) => {
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          setTyped(null);
          onChange(text);
        }, SETTLE_MS);
      }}
    />
  );
}
