'use client';
/** What is different in the new version, as far as its tarball and the cloud tell. */
import { SheetHeading } from '@/components/action/check-list';
import { Facts, Said } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import type { Application } from '@/lib/domain/application/application';
import { rangeWords } from '@/lib/domain/application/kubernetes-range';
import { chartChanges, type TarballFacts } from '@/lib/domain/application/tarball';
import { useView } from '@/lib/queries/view';

export function UpdateChanges({ one, facts }: { one: Application; facts: TarballFacts }) {
  const charts = useView('applicationCharts', { application: one.name })?.data?.charts;
  const changes =
    charts &&
    chartChanges(
      charts.map(({ name }) => name),
      facts.charts,
    );
  return (
    <div>
      <SheetHeading>What changes</SheetHeading>
      <Facts>
        <KvRow term="Version">
          <Said>{one.version}</Said> to <Said>{facts.version}</Said>
        </KvRow>
        <KvRow term="Kubernetes">{rangeWords(facts.kubernetes)}</KvRow>
        <KvRow term="Charts added">{changes ? <Names names={changes.added} /> : 'Unknown'}</KvRow>
        <KvRow term="Charts gone">{changes ? <Names names={changes.gone} /> : 'Unknown'}</KvRow>
      </Facts>
    </div>
  );
}

const Names = ({ names }: { names: readonly string[] }) =>
  names.length === 0 ? (
    <span className="text-ink-3">None</span>
  ) : (
    <span className="mono [overflow-wrap:anywhere]">{names.join(', ')}</span>
  );
