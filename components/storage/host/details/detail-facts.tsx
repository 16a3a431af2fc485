'use client';
/** Facts of storage in a drawer: amounts, states, and the way to another thing. */
import { Facts, Said, Way } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import type { StateLook } from '@/lib/domain/storage/state-look';
import { type RowKind, rowKey } from '@/lib/domain/storage/storage-href';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount } from '@/lib/format/number';
import { StateWord } from '../state-word';
import type { HostStorageModel } from '../use-host-storage';

export type DetailProps = { model: HostStorageModel; onOpen: (key: string) => void };

/** Terms with what the platform says of them; null is unknown. */
export function SaidFacts({ facts }: { facts: readonly (readonly [string, string | number | null])[] }) {
  return (
    <Facts>
      {facts.map(([term, value]) => (
        <KvRow key={term} term={term}>
          <Said>{value}</Said>
        </KvRow>
      ))}
    </Facts>
  );
}

/** In the unit that reads best, and exactly as the platform has it. */
export function AmountRow({
  term,
  bytes,
  exact,
}: {
  term: string;
  bytes: number | null;
  /** `245760 MiB`, where that says more. */
  exact?: string;
}) {
  return (
    <KvRow term={term}>
      {bytes === null ? (
        <span className="text-unk-fg">Unknown</span>
      ) : (
        <>
          {formatBytes(bytes)} {exact && <span className="text-small text-ink-3">{exact}</span>}
        </>
      )}
    </KvRow>
  );
}

export const exactMib = (mib: number | null): string => (mib === null ? '' : `${formatCount(mib)} MiB`);

export function StateRow({ state }: { state: StateLook | null }) {
  return (
    <KvRow term="State">
      <StateWord word={state?.word ?? null} look={state?.look ?? null} />
    </KvRow>
  );
}

/** A thing by its uuid: its name as a way there, or that it is not among what was read. */
export function WayRow({
  term,
  kind,
  id,
  none = 'Unknown',
  model: { layout },
  onOpen,
}: DetailProps & { term: string; kind: RowKind; id: string | null; none?: string }) {
  const key = id === null ? null : rowKey(kind, id);
  const box = key === null ? undefined : layout.byKey.get(layout.boxOf.get(key) ?? key);
  return (
    <KvRow term={term}>
      {key === null ? (
        <span className={none === 'Unknown' ? 'text-unk-fg' : undefined}>{none}</span>
      ) : box ? (
        <Way to={key} onOpen={onOpen}>
          {box.name}
        </Way>
      ) : (
        <>
          <Said>{id}</Said> <span className="text-small text-ink-3">not among what was read</span>
        </>
      )}
    </KvRow>
  );
}
