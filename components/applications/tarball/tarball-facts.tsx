/** What a tarball tells of itself. */
import { Facts, Said } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import { rangeWords } from '@/lib/domain/application/kubernetes-range';
import type { Dependency, TarballChart, TarballFacts as TarballTold } from '@/lib/domain/application/tarball';
import { formatCounted } from '@/lib/format/number';

export function TarballFacts({ facts }: { facts: TarballTold }) {
  const { dependencies, charts, desiredState, managed } = facts;
  return (
    <Facts>
      <KvRow term="Application">
        <Said>{facts.name}</Said>
      </KvRow>
      <KvRow term="Version">
        <Said>{facts.version}</Said>
      </KvRow>
      <KvRow term={charts.length === 0 ? 'Charts' : formatCounted(charts.length, 'chart')}>
        {charts.length === 0 ? 'None' : <Charts charts={charts} />}
      </KvRow>
      <KvRow term="Kubernetes">{rangeWords(facts.kubernetes)}</KvRow>
      {dependencies.length > 0 && (
        <KvRow term="Needs">
          {dependencies.map((choice) => (
            <span key={choiceWords(choice)} className="block [overflow-wrap:anywhere]">
              {choiceWords(choice)}
            </span>
          ))}
        </KvRow>
      )}
      {facts.autoUpdate !== null && (
        <KvRow term="Updates by itself">{facts.autoUpdate ? 'Yes, with the platform' : 'No'}</KvRow>
      )}
      {desiredState !== null && <KvRow term="Wants to be">{desiredState}</KvRow>}
      {managed && <KvRow term="Managed">By the platform, which brings it to that state</KvRow>}
      <KvRow term="An update keeps">{keptWords(facts)}</KvRow>
      {facts.noRecovery && <KvRow term="A failed update">Does not go back by itself</KvRow>}
    </Facts>
  );
}

function Charts({ charts }: { charts: readonly TarballChart[] }) {
  return (
    <ul>
      {charts.map(({ name, version, disabled }) => (
        <li key={`${name} ${version}`} className="[overflow-wrap:anywhere]">
          <span className="mono">{name}</span>
          {version !== null && <span className="mono text-ink-3"> {version}</span>}
          {disabled && <span className="text-ink-2"> disabled</span>}
        </li>
      ))}
    </ul>
  );
}

const choiceWords = (choice: readonly Dependency[]): string =>
  choice.map(({ name, version, action }) => `${name} ${version}${action ? ` (${action})` : ''}`).join(' or ');

function keptWords({ keepsOverrides, keepsAttributes }: TarballTold): string {
  if (keepsOverrides) return keepsAttributes ? 'User overrides and attributes' : 'User overrides';
  return keepsAttributes ? 'Attributes' : 'Nothing that people set';
}
