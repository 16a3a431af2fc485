import { OddRows } from '@/components/ui/odd-rows';
import type { UnreadableRow } from '@/lib/domain/host';
import type { Failure } from '@/lib/domain/result';
import { formatCounted } from '@/lib/format/number';

/** What the platform said instead of charts or their values. */
export const UnreadCharts = ({ error }: { error: Failure }) => (
  <p className="text-unk-fg">
    Unknown. <span className="mono [overflow-wrap:anywhere]">{error.message}</span>
  </p>
);

/** Charts of the list that cannot be read. */
export const OddCharts = ({ rows }: { rows: readonly UnreadableRow[] }) => (
  <OddRows
    title={`${formatCounted(rows.length, 'chart')} cannot be read.`}
    rows={rows.map(({ id, name, why }, index) => ({
      ...{ key: id ?? name ?? `row-${index}`, what: 'Chart', name, why },
    }))}
  >
    They are missing above.
  </OddRows>
);
