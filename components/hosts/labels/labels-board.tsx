'use client';
/** Labels for hosts, to be printed: which hosts, which paper, and the sheets as they will be. */
import { Printer, Tag } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { EmptyState } from '@/components/ui/empty-state';
import { NotRead } from '@/components/ui/not-read';
import { Panel } from '@/components/ui/panel';
import { SearchField } from '@/components/ui/search-field';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { type Host, hostName } from '@/lib/domain/host';
import { normalizeMac } from '@/lib/domain/mac';
import { natural } from '@/lib/domain/natural';
import { counted } from '@/lib/domain/words';
import { useView } from '@/lib/queries/view';
import { useParams } from '@/lib/url/use-params';
import { type LabelOf, LabelSheets, PER_SHEET } from './label-sheets';
import { LABEL_PARAMS, MOST_LABELS, SHEETS, type SheetFormat } from './labels-params';

const WORDS: Record<SheetFormat, string> = {
  24: 'A4, 24 of 70 × 37 mm',
  21: 'A4, 21 of 70 × 42.3 mm',
  8: 'A4, 8 of 105 × 74 mm',
  single: 'One a page, 105 × 74 mm',
};
const KINDS = [
  { value: 'hosts', label: 'Of hosts' },
  { value: 'blank', label: 'To fill in' },
] as const;

/** @param origin where people reach this console */
export function LabelsBoard({ origin }: { origin: string }) {
  const [{ hosts: named, q, sheet, start, blank }, setParams] = useParams(LABEL_PARAMS);
  const seen = useView('hosts', {});
  const all = useMemo(
    () => seen?.data?.hosts.toSorted((a, b) => natural(hostName(a), hostName(b))) ?? null,
    [seen?.data],
  );
  if (!all) {
    return seen?.error ? (
      <NotRead fills="page" icon={<Tag aria-hidden />} title="No hosts to show" error={seen.error} />
    ) : (
      <SkeletonBlock className="h-64" />
    );
  }
  const found = all.filter((host) => matches(host, q ?? ''));
  const chosen = found.filter((host) => named === null || isNamed(host, named));
  const labels: readonly LabelOf[] =
    blank === null ? chosen.slice(0, MOST_LABELS) : Array.from({ length: blank }, () => null);
  const each = PER_SHEET[sheet];
  return (
    <>
      <Panel
        title="What is printed"
        meta={`${counted(labels.length, 'label')} on ${counted(Math.ceil((labels.length + Math.min(start, each) - 1) / each), sheet === 'single' ? 'page' : 'sheet')}`}
        padded
      >
        <div className="flex flex-col gap-4">
          <div>
            <Segmented
              label="Kind of labels"
              options={KINDS}
              value={blank === null ? 'hosts' : 'blank'}
              onValueChange={(kind) => setParams({ blank: kind === 'blank' ? each : null }, 'replace')}
            />
          </div>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            <SelectField
              label="Paper"
              options={SHEETS.map((value) => ({ value, label: WORDS[value] }))}
              value={sheet}
              onChange={({ target }) => {
                const to = SHEETS.find((one) => one === target.value) ?? sheet;
                setParams(
                  { sheet: to, start: null, blank: blank === null ? null : PER_SHEET[to] },
                  'replace',
                );
              }}
            />
            {each > 1 && (
              <SelectField
                label="First label at"
                options={Array.from({ length: each }, (_, at) => ({
                  ...{ value: String(at + 1), label: `Place ${at + 1}` },
                }))}
                value={String(Math.min(start, each))}
                onChange={({ target }) => setParams({ start: Number(target.value) }, 'replace')}
              />
            )}
            {blank !== null && (
              <SelectField
                label="How many"
                options={[...new Set([blank, each, 2 * each, 5 * each])]
                  .toSorted((a, b) => a - b)
                  .map((count) => ({ value: String(count), label: counted(count, 'label') }))}
                value={String(blank)}
                onChange={({ target }) => setParams({ blank: Number(target.value) }, 'replace')}
              />
            )}
          </div>
          {blank === null && (
            <Choice
              {...{ found, chosen, q: q ?? '' }}
              search={(text) => setParams({ q: text === '' ? null : text }, 'replace')}
              choose={(some) => setParams({ hosts: some?.map(hostName) ?? null }, 'replace')}
            />
          )}
          {chosen.length > MOST_LABELS && (
            <p className="text-ink-2">{`The first ${MOST_LABELS} are drawn. Search for the others.`}</p>
          )}
          <div>
            <Button
              variant="primary"
              size="large"
              icon={<Printer size={14} strokeWidth={1.75} aria-hidden />}
              {...(labels.length === 0 ? { disabledReason: 'There is nothing to print' } : {})}
              onClick={() => window.print()}
            >
              Print
            </Button>
          </div>
        </div>
      </Panel>
      {labels.length === 0 ? (
        <EmptyState icon={<Tag aria-hidden />} title="No host is chosen">
          Tick a host above, or search for another.
        </EmptyState>
      ) : (
        <LabelSheets {...{ labels, origin, start }} format={sheet} />
      )}
    </>
  );
}

const isNamed = (host: Host, names: readonly string[]): boolean =>
  names.includes(hostName(host)) || names.includes(host.id);

function matches(host: Host, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const mac = normalizeMac(wanted);
  return (
    (mac !== null && host.mgmtMac?.toLowerCase() === mac) ||
    [hostName(host), host.serial, host.mgmtMac, host.location, host.personality].some(
      (piece) => piece?.toLowerCase().includes(wanted) ?? false,
    )
  );
}

type ChoiceProps = {
  found: readonly Host[];
  chosen: readonly Host[];
  q: string;
  search: (text: string) => void;
  /** null: all. */
  choose: (hosts: readonly Host[] | null) => void;
};

/** More than these are looked for by name. */
const MOST_SHOWN = 60;

function Choice({ found, chosen, q, search, choose }: ChoiceProps) {
  const ids = new Set(chosen.map(({ id }) => id));
  return (
    <div className="flex flex-col gap-3">
      <SearchField
        label="Search hosts"
        value={q}
        onValueChange={search}
        placeholder="Name, serial, MAC, location"
        hint=""
        className="max-w-80"
      />
      <details>
        <summary className="link-quiet w-fit max-md:py-3 text-ink-2">
          {`${chosen.length} of ${counted(found.length, 'host')} chosen`}
        </summary>
        <div className="flex gap-2 py-3">
          <Button onClick={() => choose(null)}>All</Button>
          <Button onClick={() => choose([])}>None</Button>
        </div>
        <ul aria-label="Hosts with a label" className="grid gap-2 max-md:gap-0 sm:grid-cols-2 lg:grid-cols-4">
          {found.slice(0, MOST_SHOWN).map((host) => (
            <li key={host.id} className="max-md:min-h-11 max-md:py-1.5">
              <Checkbox
                checked={ids.has(host.id)}
                label={<span className="mono">{hostName(host)}</span>}
                onCheckedChange={(checked) =>
                  choose(checked ? [...chosen, host] : chosen.filter(({ id }) => id !== host.id))
                }
              />
            </li>
          ))}
        </ul>
        {found.length > MOST_SHOWN && (
          <p className="pt-2 text-ink-3 text-small">{`${found.length - MOST_SHOWN} more: search by name`}</p>
        )}
      </details>
    </div>
  );
}
