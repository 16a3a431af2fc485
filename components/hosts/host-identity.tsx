import Link from 'next/link';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { MiddleEllipsis } from '@/components/ui/middle-ellipsis';
import { type Host, hostCondition, hostName } from '@/lib/domain/host';

const ACTIVITY = { active: 'Active', standby: 'Standby' } as const;

/** Gives way before the name loses a letter. */
const BESIDE = 'gives-way text-ink-3 text-small';

/** Pages beside those of hosts; a host of such a name is found by its uuid. */
const TAKEN = /^(add|compare|export)$/;

export const hostHref = ({ id, hostname }: Pick<Host, 'id' | 'hostname'>): string =>
  `/hosts/${hostname === null || TAKEN.test(hostname) ? id : encodeURIComponent(hostname)}`;

/** Glyph, name, and for controllers which of the two is active. The name is the link. */
export function HostIdentity({ host }: { host: Host }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <StateGlyph state={hostCondition(host)} size={16} />
      <Link href={hostHref(host)} prefetch={false} className="mono flex min-w-0 text-ink hover:underline">
        <MiddleEllipsis text={hostName(host)} />
      </Link>
      {host.activity && <span className={BESIDE}>{ACTIVITY[host.activity]}</span>}
      {host.hostname === null && <span className={`${BESIDE} max-[1600px]:hidden`}>Not provisioned</span>}
    </span>
  );
}
