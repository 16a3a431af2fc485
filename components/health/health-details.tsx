/** What the platform says under a check: names that lead to what they name, numbers, and its own sentences as they are. */
import Link from 'next/link';
import { LongList } from '@/components/ui/long-list';
import type { HealthDetail, HealthName } from '@/lib/domain/health/health-detail';
import { formatCount, formatCounted } from '@/lib/format/number';
import { numbered } from '@/lib/format/numbered';

export function HealthDetails({ details }: { details: readonly HealthDetail[] }) {
  return (
    <span className="flex flex-col gap-1 pt-0.5">
      {numbered(details).map(({ number, item }) => (
        <DetailLine key={number} detail={item} />
      ))}
    </span>
  );
}

function DetailLine({ detail }: { detail: HealthDetail }) {
  switch (detail.kind) {
    case 'names':
      return <Names {...detail} />;
    case 'alarms':
      return (
        <span>
          {formatCounted(detail.found, 'alarm')}: {formatCount(detail.affecting)} management affecting,{' '}
          {formatCount(detail.certificates)} about certificates that expire.
        </span>
      );
    case 'said':
      return (
        <span>
          <span className="mono">{detail.text}</span>
          {detail.host?.href && (
            <>
              {' '}
              <NameLink {...detail.host} />
            </>
          )}
        </span>
      );
    case 'other':
      return <span className="mono whitespace-pre-wrap">{detail.text}</span>;
  }
}

function Names({ words, names }: { words: string; names: readonly HealthName[] }) {
  return (
    <div>
      <span className="text-ink-3">{words}</span>
      <LongList
        label={`Search ${words}`}
        name={words}
        link={Link}
        items={names.map(({ name, href }) => ({ text: name, ...(href === null ? {} : { href }) }))}
      />
    </div>
  );
}

const NameLink = ({ name, href }: HealthName) => (
  <Link className="link mono inline-block max-md:py-3" href={href ?? ''} prefetch={false}>
    {name}
  </Link>
);
