'use client';
import { DiffRows } from '@/components/code/diff-rows';
import { YamlLines } from '@/components/code/yaml-lines';
/** The right side: what the chart would be applied with, beside what it is now; all of it; or what the platform sets. */
import { Note } from '@/components/ui/note';
import { Segmented } from '@/components/ui/segmented';
import type { ChartReading } from '@/lib/domain/application/chart';
import type { Previewed } from '@/lib/domain/application/overrides/preview';

const VIEWS = [
  { value: 'diff', label: 'Diff' },
  { value: 'merged', label: 'Merged' },
  { value: 'system', label: 'System' },
] as const;
type Show = (typeof VIEWS)[number]['value'];

/** After a save, and before anything is typed, there is the platform's own answer. */
const isAsItIs = (previewed: Previewed): boolean =>
  previewed.state === 'known' && previewed.preview.changes.length === 0;

const META: Record<Show, string> = {
  diff: 'merged values, as Roost works it out',
  merged: 'system and user, as Roost works it out',
  system: 'what the platform sets',
};

type Props = {
  previewed: Previewed;
  reading: ChartReading;
  show: Show;
  onShow: (show: Show) => void;
};

export function WhatChanges({ previewed, reading, show, onShow }: Props) {
  const meta =
    show === 'merged' && isAsItIs(previewed) ? 'system and user, as the platform merged them' : META[show];
  return (
    <section
      aria-label="What changes"
      className="flex min-w-0 flex-col border-line max-lg:border-t lg:h-full"
    >
      <header className="panel-head">
        <h3>What changes</h3>
        <span className="panel-meta panel-meta-words" title={meta}>
          {meta}
        </span>
        <span className="panel-actions">
          <Segmented label="What is shown" options={VIEWS} value={show} onValueChange={onShow} />
        </span>
      </header>
      <div className="min-h-40 flex-1 bg-sunken lg:h-96 lg:flex-none">
        <Shown previewed={previewed} reading={reading} show={show} />
      </div>
      {previewed.state === 'known' && previewed.preview.takesAway && show !== 'system' && (
        <p className="border-line border-t px-3.5 py-1.5 text-ink-3 text-small">
          Where the value is null, Helm takes the chart's own value away as it applies.
        </p>
      )}
    </section>
  );
}

function Shown({ previewed, reading: { system, combined }, show }: Omit<Props, 'onShow'>) {
  if (show === 'system')
    return system === null ? (
      <Nothing>The platform sets no values.</Nothing>
    ) : (
      <YamlLines label="System overrides" text={system} />
    );
  if (previewed.state === 'unknown')
    return (
      <Note tone="unknown" className="m-3.5" title="Unknown.">
        What the platform has now cannot be read, so what changes cannot be told. It decides as it saves.
      </Note>
    );
  if (previewed.state === 'faulty') return <Nothing>Nothing to show until the YAML parses.</Nothing>;
  const { rows, changes, merged } = previewed.preview;
  const all = isAsItIs(previewed) ? (combined ?? '') : merged;
  if (show === 'merged')
    return all === '' ? (
      <Nothing>The chart is applied with its own values alone.</Nothing>
    ) : (
      <YamlLines label="Merged values" text={all} />
    );
  return changes.length === 0 ? (
    <Nothing>The merged values stay as they are.</Nothing>
  ) : (
    <DiffRows label="Merged values, before and after" rows={rows} />
  );
}

const Nothing = ({ children }: { children: string }) => <p className="p-3.5 text-ink-3">{children}</p>;
