'use client';
/** The values that a chart is applied with: what people set, what the platform sets, and both together, as YAML. */
import { useState } from 'react';
import { YamlLines } from '@/components/code/yaml-lines';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { Chart } from '@/lib/domain/application/chart';
import { useView } from '@/lib/queries/view';
import { UnreadCharts } from './unread-charts';

const WHICH = [
  { value: 'user', label: 'User' },
  { value: 'system', label: 'System' },
  { value: 'combined', label: 'Combined' },
] as const;
type Which = (typeof WHICH)[number]['value'];

const NONE: Record<Which, string> = {
  user: 'Nobody has set any values.',
  system: 'The platform sets no values.',
  combined: 'The chart is applied with its own values alone.',
};

export function ChartValues({
  application,
  chart: { name, namespace },
}: {
  application: string;
  chart: Chart;
}) {
  const seen = useView('chartValues', { application, chart: name, namespace });
  const [which, setWhich] = useState<Which>('user');
  if (!seen?.data) {
    return seen?.error ? (
      <div className="pb-3">
        <UnreadCharts error={seen.error} />
      </div>
    ) : (
      <SkeletonBlock className="mb-3 h-16" />
    );
  }
  const text = seen.data[which];
  return (
    <div className="flex flex-col gap-2 pb-3">
      <Segmented label={`Values of ${name}`} options={WHICH} value={which} onValueChange={setWhich} />
      {text === null ? (
        <p className="text-ink-3">{NONE[which]}</p>
      ) : (
        <YamlLines boxed label={`${which} values of ${name}`} text={text} />
      )}
    </div>
  );
}
