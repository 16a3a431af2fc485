'use client';
/** User overrides of one chart: typed at the left, what they come to at the right, and what is sent at the foot. */
import { Trash2 } from 'lucide-react';
import { useDeferredValue, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Segmented } from '@/components/ui/segmented';
import type { Application } from '@/lib/domain/application/application';
import { mayActOnApplications } from '@/lib/domain/application/application-rights';
import type { ChartReading } from '@/lib/domain/application/chart';
import type { ChartRef } from '@/lib/domain/application/overrides/override-calls';
import { previewOf } from '@/lib/domain/application/overrides/preview';
import { readSets } from '@/lib/domain/application/overrides/sets';
import { openChartJob } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';
import { useParams } from '@/lib/url/use-params';
import { PAGE_PARAMS } from '../page-params';
import { ChangedMeanwhile } from './changed-meanwhile';
import { useDraft } from './drafts';
import { OverrideFoot } from './override-foot';
import { TypedValues } from './typed-values';
import { useSave } from './use-save';
import { WhatChanges } from './what-changes';

const WAYS = [
  { value: 'yaml', label: 'YAML' },
  { value: 'set', label: 'key=value' },
] as const;

type Props = { application: Application; chart: ChartRef; reading: ChartReading };

export function OverrideEditor({ application, chart, reading }: Props) {
  const { viewer } = useViewer();
  const may = mayActOnApplications(viewer);
  const [{ by, show }, setParams] = useParams(PAGE_PARAMS);
  const state = useDraft(chart, reading);
  const { draft, dirty, change, drop } = state;
  const [keeps, setKeeps] = useState({ yaml: false, set: true });
  // The editor has its own text: it begins anew when what was typed is thrown away.
  const [round, setRound] = useState(0);
  const restart = () => {
    drop();
    setRound(round + 1);
  };
  const keep = keeps[by];
  const { sets, faults } = readSets(draft.sets);
  const typed = by === 'yaml' ? { yaml: draft.yaml, sets: [], keep } : { yaml: '', sets, keep };
  const text = useDeferredValue(typed.yaml);
  const previewed = previewOf(reading, { ...typed, yaml: text });
  const save = useSave({ chart, state, typed });
  const hintId = useId();
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-3.5 py-2">
        <Segmented
          label="How values are given"
          options={WAYS}
          value={by}
          onValueChange={(next) => setParams({ by: next }, 'replace')}
        />
        <Checkbox
          label="Keep the other user overrides"
          checked={keep}
          onCheckedChange={(on) => setKeeps({ ...keeps, [by]: on })}
        />
        <span className="ml-auto">
          <Button
            variant="danger"
            icon={<Trash2 size={14} strokeWidth={1.75} aria-hidden />}
            {...(!may.ok
              ? { disabledReason: may.why }
              : reading.user === null
                ? { disabledReason: 'There are no user overrides' }
                : {})}
            onClick={() => openChartJob({ do: 'clear', ...chart })}
          >
            Delete all…
          </Button>
        </span>
      </div>
      <ChangedMeanwhile state={state} reading={reading} typed={typed} save={save} onTakeTheirs={restart} />
      <div className="grid border-line border-t lg:grid-cols-2">
        <TypedValues
          key={`${draft.began.version} ${round}`}
          by={by}
          draft={draft}
          previewed={previewed}
          setFaults={faults}
          sets={sets}
          // What was sent stays as it is until it is known: typed over, nobody could tell what was saved.
          readOnly={!may.ok || save.lost.waiting !== null}
          hintId={hintId}
          onChange={change}
        />
        <WhatChanges
          previewed={previewed}
          reading={reading}
          show={show}
          onShow={(next) => setParams({ show: next }, 'replace')}
        />
      </div>
      <OverrideFoot
        application={application}
        chart={chart}
        may={may}
        typed={typed}
        dirty={by === 'yaml' ? draft.yaml !== draft.began.user : draft.sets.trim() !== ''}
        previewed={previewed}
        setFaults={faults}
        save={save}
        {...(dirty ? { onDiscard: restart } : {})}
      />
    </>
  );
}
