'use client';
/** Above the drawing: search, filters, the way to look, how hosts are drawn, and what is followed. */
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select';
import { natural } from '@/lib/domain/natural';
import { raiseFirst } from '@/lib/format/words';
import { useParams } from '@/lib/url/use-params';
import { conditionWord } from './topology-box';
import { TOPOLOGY_PARAMS } from './topology-params';
import type { TopologyModel } from './use-topology';

const WAYS = [
  { value: 'drawing', label: 'Drawing' },
  { value: 'table', label: 'Table' },
] as const;
const BOXES = [
  { value: 'grouped', label: 'Grouped' },
  { value: 'each', label: 'Each host' },
] as const;

/** @param drawn whether the drawing is there to look at, which it is not on a phone */
export function TopologyTools({ model, drawn }: { model: TopologyModel; drawn: boolean }) {
  const [params, set] = useParams(TOPOLOGY_PARAMS);
  const { all, grouped } = model;
  const distinct = (words: readonly string[], known: string | null) =>
    [...new Set([...words, ...(known === null ? [] : [known])])].sort(natural);
  const networks = all.flatMap(({ assignments }) => assignments.map(({ network }) => network));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label="Search the topology"
        placeholder="Host, switch, port, network"
        value={params.q ?? ''}
        onValueChange={(text) => set({ q: text || null }, 'typing')}
        className="w-[230px] max-md:h-11 max-md:w-full"
      />
      {drawn && (
        <>
          <Segmented
            label="Way to look"
            value={params.show}
            options={WAYS}
            onValueChange={(show) => set({ show }, 'push')}
          />
          {params.show === 'drawing' && (
            <Segmented
              label="How hosts are drawn"
              value={grouped ? 'grouped' : 'each'}
              options={BOXES}
              onValueChange={(hosts) => set({ hosts }, 'push')}
            />
          )}
        </>
      )}
      <Choice
        label="Personality"
        value={params.personality}
        words={distinct(
          all.map(({ personality }) => personality),
          params.personality,
        )}
        onChange={(personality) => set({ personality }, 'push')}
      />
      <Choice
        label="State"
        value={params.state}
        words={distinct(
          all.map(({ condition }) => condition),
          params.state,
        )}
        textOf={(word) => raiseFirst(word === 'in-progress' ? conditionWord(word) : word)}
        onChange={(state) => set({ state }, 'push')}
      />
      <Choice
        label="Data network"
        value={params.network}
        words={distinct(networks, params.network)}
        textOf={(word) => word}
        onChange={(network) => set({ network }, 'push')}
      />
      <Button
        aria-pressed={params.alarms !== null}
        disabledReason={all.some(({ alarms }) => alarms === null) ? 'Alarms could not be read.' : null}
        className="aria-pressed:border-accent-fill aria-pressed:bg-selected max-md:min-h-11 max-md:flex-[1_1_calc(50%-4px)]"
        onClick={() => set({ alarms: params.alarms === null ? 'active' : null }, 'push')}
      >
        With alarms
      </Button>
    </div>
  );
}

function Choice(props: {
  label: string;
  value: string | null;
  words: readonly string[];
  textOf?: (word: string) => string;
  onChange: (word: string | null) => void;
}) {
  const { label, value, words, textOf = raiseFirst, onChange } = props;
  return (
    <SelectField
      label={label}
      hideLabel
      compact
      className="w-auto max-md:min-w-0 max-md:flex-[1_1_calc(50%-4px)]"
      placeholder={`${label}: any`}
      value={value ?? ''}
      options={words.map((word) => ({ value: word, label: textOf(word) }))}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}
