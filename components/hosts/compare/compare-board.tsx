'use client';
/** Two configurations side by side: which, what differs section by section, or the two texts. */
import { GitCompareArrows } from 'lucide-react';
import { useMemo } from 'react';
import { DiffRows } from '@/components/code/diff-rows';
import { EmptyState } from '@/components/ui/empty-state';
import { NotRead } from '@/components/ui/not-read';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonRows } from '@/components/ui/skeleton';
import { diffRows } from '@/lib/domain/application/overrides/diff';
import type { CompareSection, Side } from '@/lib/domain/declarative/compare';
import { sideText } from '@/lib/domain/declarative/side-text';
import type { Host } from '@/lib/domain/host';
import { counted } from '@/lib/domain/words';
import { useParams } from '@/lib/url/use-params';
import { COMPARE_PARAMS } from './compare-params';
import { CompareSectionPanel } from './compare-section';
import { CompareTools } from './compare-tools';
import { FilePanel } from './file-panel';
import { SectionWays } from './section-ways';
import { type SideSeen, useComparison } from './use-comparison';

export function CompareBoardBody() {
  const [{ with: against }] = useParams(COMPARE_PARAMS);
  const comparison = useComparison();
  if (!comparison) return <SkeletonRows label="Reading the hosts" />;
  const { hosts, left, right, file, subject, sections } = comparison;
  return (
    <>
      <CompareTools hosts={hosts} />
      {against === 'file' && <FilePanel file={file} subject={subject} />}
      <Missing seen={left} />
      <Missing seen={right} />
      {sections !== null && left.state === 'here' && right.state === 'here' ? (
        <Shown sections={sections} left={left} right={right} />
      ) : (
        (left.state === 'none' || right.state === 'none') && (
          <EmptyState
            icon={<GitCompareArrows aria-hidden />}
            title={nothingYet(left, against, file !== null)}
          >
            What differs is told section by section, what two hosts are bound to differ in apart.
          </EmptyState>
        )
      )}
    </>
  );
}

function nothingYet(left: SideSeen, against: 'host' | 'file', hasFile: boolean): string {
  if (left.state === 'none') return 'No host chosen yet';
  if (against === 'host') return 'No other host chosen yet';
  return hasFile ? 'No host of the file is compared yet' : 'No file chosen yet';
}

function Missing({ seen }: { seen: SideSeen }) {
  switch (seen.state) {
    case 'waiting':
      return <SkeletonRows label={`Reading ${seen.name}`} rows={3} />;
    case 'unknown':
      return <Note tone="unknown" title={`No host here is called ${seen.name}.`} />;
    case 'odd':
      return <Note tone="unknown" title={seen.why} />;
    case 'failed':
      return <NotRead title={`${seen.name} could not be read`} error={seen.error} />;
    case 'here':
      return seen.error ? (
        <Note tone="unknown" live="polite" title={`${seen.side.name} could not be read again.`}>
          You see what was read before. <span className="mono">{seen.error.message}</span>
        </Note>
      ) : null;
    case 'none':
      return null;
  }
}

type Here = { side: Side; host: Host | null };

const VIEWS = [
  { value: 'lines', label: 'By setting' },
  { value: 'text', label: 'As text' },
] as const;
const SHOWS = [
  { value: 'differences', label: 'Differences' },
  { value: 'all', label: 'Everything' },
] as const;

function Shown({ sections, left, right }: { sections: readonly CompareSection[]; left: Here; right: Here }) {
  const [{ view, show }, set] = useParams(COMPARE_PARAMS);
  const differing = sections.reduce((sum, section) => sum + section.differing, 0);
  const all = show === 'all';
  const shown = sections.filter(
    ({ lines, unread }) => all || unread.length > 0 || lines.some(({ state }) => state !== 'same'),
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-0 flex-1 font-medium">
          {differing === 0
            ? 'Nothing differs that is not expected to.'
            : `${counted(differing, 'difference')}.`}
        </p>
        {view === 'lines' && (
          <Segmented
            label="What is shown"
            value={show}
            options={SHOWS}
            onValueChange={(value) => set({ show: value }, 'push')}
          />
        )}
        <Segmented
          label="How it is shown"
          value={view}
          options={VIEWS}
          onValueChange={(value) => set({ view: value }, 'push')}
        />
      </div>
      {view === 'text' ? (
        <TextDiff left={left.side} right={right.side} />
      ) : (
        shown.map((section) => (
          <CompareSectionPanel
            key={section.section}
            section={section}
            names={{ left: left.side.name, right: right.side.name }}
            all={all}
            ways={<SectionWays section={section.section} left={left.host} right={right.host} />}
          />
        ))
      )}
    </>
  );
}

function TextDiff({ left, right }: { left: Side; right: Side }) {
  const rows = useMemo(() => diffRows(sideText(left.spec), sideText(right.spec)), [left, right]);
  const same = rows.every(({ kind }) => kind !== 'removed' && kind !== 'added');
  return (
    <Panel title="As text" meta="profile and overrides together, both in the same order">
      {same ? (
        <p className="px-3.5 pb-3.5 text-ink-2">The two are the same, letter by letter.</p>
      ) : (
        <DiffRows label={`From ${left.name} to ${right.name}`} rows={rows} />
      )}
    </Panel>
  );
}
