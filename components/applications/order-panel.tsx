'use client';
/** What the platform says of an application among the others: when its turn comes, and which Kubernetes it fits. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { SourceFailed } from '@/components/shell/states/read-failed';
import { Kv, KvRow } from '@/components/ui/kv';
import { Panel } from '@/components/ui/panel';
import { Pill } from '@/components/ui/pill';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { Application } from '@/lib/domain/application/application';
import { type Fit, placeIn } from '@/lib/domain/application/order';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';
import { applicationHref } from './page-params';

export function OrderPanel({ one }: { one: Application }) {
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      <TurnPanel one={one} />
      <FitPanel one={one} />
    </div>
  );
}

function TurnPanel({ one: { name } }: { one: Application }) {
  const seen = useView('applicationOrder', {});
  const order = seen?.data?.order;
  if (!order)
    return (
      <Panel title="Order of applying">
        {seen?.error ? (
          <SourceFailed what="The order" error={seen.error} />
        ) : (
          <SkeletonRows label="Reading the order" rows={3} />
        )}
      </Panel>
    );
  const place = placeIn(order, name);
  return (
    <Panel title="Order of applying" meta={formatCounted(order.length, 'application')} padded>
      {place.named ? (
        <Kv>
          <KvRow term="Its turn">
            {place.place} of {place.of}
          </KvRow>
          <KvRow term="After">{place.before === null ? 'None' : <Other name={place.before} />}</KvRow>
          <KvRow term="Before">{place.after === null ? 'None' : <Other name={place.after} />}</KvRow>
        </Kv>
      ) : (
        <p className="text-ink-2">
          Unknown. The platform orders only the applications that it applies by itself, and does not name this
          one.
        </p>
      )}
      <p className="mt-3 text-ink-3 text-small">
        Each comes after those that it needs. Which these are the platform does not list; when one is missing
        it says so as it uploads or applies.
      </p>
    </Panel>
  );
}

const Other = ({ name }: { name: string }): ReactNode => (
  <Link className="link mono" href={applicationHref(name)} prefetch={false}>
    {name}
  </Link>
);

function FitPanel({ one: { name } }: { one: Application }) {
  const seen = useView('applicationFits', {});
  const fits = seen?.data?.fits;
  return (
    <Panel title="Kubernetes" meta="what came with the platform for each version" padded={Boolean(fits)}>
      {!fits &&
        (seen?.error ? (
          <SourceFailed what="Versions of Kubernetes" error={seen.error} />
        ) : (
          <SkeletonRows label="Reading the versions of Kubernetes" rows={3} />
        ))}
      {fits?.length === 0 && <p className="text-unk-fg">Unknown. The platform lists no version.</p>}
      {fits && fits.length > 0 && (
        <Kv>
          {fits.map((fit) => (
            <KvRow
              key={fit.version}
              term={
                <span className="inline-flex items-center gap-2">
                  <span className="mono">{fit.version}</span>
                  {fit.state === 'active' && <Pill>Runs</Pill>}
                </span>
              }
            >
              <FitWords fit={fit} name={name} />
            </KvRow>
          ))}
        </Kv>
      )}
    </Panel>
  );
}

/** The platform names what fits. What it does not name may have come by another way: that is no "no". */
function FitWords({ fit: { compatible, why }, name }: { fit: Fit; name: string }) {
  if (compatible === null)
    return (
      <span className="text-unk-fg">
        Unknown. <span className="mono [overflow-wrap:anywhere]">{why}</span>
      </span>
    );
  return compatible.includes(name) ? (
    <span className="text-ink">Named as compatible</span>
  ) : (
    <span className="text-unk-fg">
      Not named: it does not fit, or it did not come with the platform, which then cannot tell
    </span>
  );
}
