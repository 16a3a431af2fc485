'use client';
/** What came of each host that was sent, in the platform's words where it refused. */
import Link from 'next/link';
import { LostNote } from '@/components/action/lost-note';
import { SheetRow } from '@/components/action/sheet-row';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Panel } from '@/components/ui/panel';
import { Refusal } from '@/components/ui/refusal';
import { normalizeMac } from '@/lib/domain/mac';
import type { BulkOutcome, BulkResult } from '@/lib/domain/provision/bulk-answer';
import { rowName } from '@/lib/domain/provision/bulk-row';
import { counted } from '@/lib/domain/words';
import { focusCell } from './bulk-focus';
import type { BulkModel } from './use-bulk';

export function BulkResults({ model }: { model: BulkModel }) {
  const { results, rows, failure, lost } = model;
  if (lost.waiting || lost.found)
    return <LostNote lost={lost} deed="these hosts were added" state={thereBy(model)} />;
  if (failure) {
    return (
      <Refusal
        title="No answer about these hosts came"
        message={failure.message}
        {...(failure.service ? { service: failure.service } : {})}
        {...(failure.status ? { status: failure.status } : {})}
        {...(failure.requestId ? { requestId: failure.requestId } : {})}
      />
    );
  }
  if (!results) return <RefusedBefore rows={rows} />;
  const whole = results.find(({ outcome }) => outcome.state === 'refused' && outcome.all)?.outcome;
  if (whole?.state === 'refused')
    return <Refusal title="No host was added" message={whole.why} service="sysinv" />;
  return (
    <Panel title="What came of it" meta={summary(results)} actions={<LabelsLink results={results} />} padded>
      <ul aria-label="What came of it" aria-live="polite">
        {results.map((result) => (
          <ResultRow key={result.row} result={result} at={rows.findIndex(({ id }) => id === result.row)} />
        ))}
      </ul>
    </Panel>
  );
}

/** How many of the rows are hosts by now, by their addresses. */
function thereBy({ rows, context }: BulkModel): string {
  const known = new Set(context.hosts.map(({ mgmtMac }) => mgmtMac?.toLowerCase()));
  const there = rows.filter(({ values }) => known.has(normalizeMac(values.mgmtMac) ?? '')).length;
  return there === 0
    ? 'no host has an address of these rows'
    : `${counted(there, 'row')} of these ${there === 1 ? 'is a host' : 'are hosts'}`;
}

/** Once the page was left, what is known of the last time is what the rows that stayed were refused for. */
function RefusedBefore({ rows }: Pick<BulkModel, 'rows'>) {
  const refused = rows.flatMap((row, at): BulkResult[] =>
    row.refusal === null
      ? []
      : [
          {
            ...{ row: row.id, name: rowName(row, at), mac: '' },
            outcome: { state: 'refused', why: row.refusal, all: false },
          },
        ],
  );
  if (refused.length === 0) return null;
  return (
    <Panel title="Refused the last time" padded>
      <ul aria-label="Refused the last time">
        {refused.map((result) => (
          <ResultRow key={result.row} result={result} at={rows.findIndex(({ id }) => id === result.row)} />
        ))}
      </ul>
    </Panel>
  );
}

function summary(results: readonly BulkResult[]): string {
  const count = (state: BulkOutcome['state']) =>
    results.filter(({ outcome }) => outcome.state === state).length;
  const [added, refused, unsure] = [count('added'), count('refused'), count('unsure')];
  return [
    `${counted(added, 'host')} added`,
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(unsure > 0 ? [`${unsure} not known`] : []),
  ].join(', ');
}

function LabelsLink({ results }: { results: readonly BulkResult[] }) {
  const names = results.flatMap(({ outcome }) => (outcome.state === 'added' ? [outcome.name] : []));
  if (names.length === 0) return null;
  const hosts = encodeURIComponent(names.join(','));
  return (
    <Link className="link inline-flex max-md:min-h-11 items-center" href={`/hosts/add/labels?hosts=${hosts}`}>
      Print their labels
    </Link>
  );
}

/** @param at place of its row in the table; -1: it is there no more */
function ResultRow({ result: { row, name, mac, outcome }, at }: { result: BulkResult; at: number }) {
  const way =
    at < 0 ? undefined : (
      <button
        type="button"
        className="link max-md:min-h-11 max-md:px-2"
        onClick={() => focusCell(row, 'hostname')}
      >{`Row ${at + 1}`}</button>
    );
  switch (outcome.state) {
    case 'added':
      return (
        <SheetRow
          icon={<StateGlyph state="available" size={16} title="Added" />}
          title={<span className="mono">{outcome.name}</span>}
          detail={outcome.remark ?? mac}
          action={
            <Link
              className="link inline-flex max-md:min-h-11 items-center max-md:px-2"
              href={`/hosts/${encodeURIComponent(outcome.name)}/provision`}
              prefetch={false}
            >
              Follow<span className="sr-only">{` ${outcome.name}`}</span>
            </Link>
          }
        />
      );
    case 'refused':
      return (
        <SheetRow
          icon={<StateGlyph state="failed" size={16} title="Refused" />}
          strong
          title={<span className="mono">{name}</span>}
          detail={<span className="mono whitespace-pre-wrap">{outcome.why}</span>}
          action={way}
        />
      );
    case 'unsure':
      return (
        <SheetRow
          icon={<StateGlyph state="unknown" size={16} title="Not known" />}
          title={<span className="mono">{name}</span>}
          detail="The platform does not say what came of it. Look at the hosts before it is sent again."
          action={way}
        />
      );
  }
}
