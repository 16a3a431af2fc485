'use client';
/** A panel that shows one collection of a host: its rows, or why they are not known. Each stands for itself. */
import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { Seen } from '@/lib/queries/seen';

type Props<T> = {
  title: string;
  meta?: ReactNode;
  actions?: ReactNode;
  seen: Seen<T> | undefined;
  children: (data: T) => ReactNode;
};

export function PartPanel<T>({ title, meta, actions, seen, children }: Props<T>) {
  const { data, error } = seen ?? {};
  return (
    <Panel title={title} meta={data === undefined ? undefined : meta} actions={actions} padded>
      {data === undefined ? (
        error ? (
          <p className="text-unk-fg">
            Unknown. <span className="mono">{error.message}</span>
          </p>
        ) : (
          <SkeletonBlock className="h-16" />
        )
      ) : (
        <>
          {children(data)}
          {error && (
            <p className="mt-2 text-small text-unk-fg">
              As of <Time at={seen?.asOf} form="clock" />. <span className="mono">{error.message}</span>
            </p>
          )}
        </>
      )}
    </Panel>
  );
}
