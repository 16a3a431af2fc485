import Link from 'next/link';
import { entityParts } from '@/lib/domain/alarm-entity';

/** What an entity instance id names, with links where the console has a room for it, and the id as the platform wrote it. */
export function EntityText({ entity }: { entity: string }) {
  return (
    <>
      <span className="flex flex-wrap gap-x-3">
        {entityParts(entity).map(({ label, text, href }) => (
          <span key={`${label} ${text}`}>
            {label && <span className="text-ink-3">{label} </span>}
            {href ? (
              <Link href={href} prefetch={false} className="link mono">
                {text}
              </Link>
            ) : (
              <span className="mono [overflow-wrap:anywhere]">{text}</span>
            )}
          </span>
        ))}
      </span>
      <span className="mono block text-ink-3 text-small [overflow-wrap:anywhere]">{entity}</span>
    </>
  );
}
