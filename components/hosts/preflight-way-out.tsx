'use client';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import type { Check, WayOut } from '@/lib/domain/check';
import type { Host } from '@/lib/domain/host';
import { closeAction, openAction } from '@/lib/queries/action-store';
import { hostHref } from './host-identity';

/** Where a page of the console helps. Pages that do not exist yet have no link; the words then stand alone. */
const PAGES: Partial<Record<Extract<WayOut, { kind: 'page' }>['page'], (host: Host) => string>> = {
  alarms: (host) => `${hostHref(host)}/events`,
  network: (host) => `${hostHref(host)}/network`,
  storage: (host) => `${hostHref(host)}/storage`,
  clock: (host) => `${hostHref(host)}/clock`,
  processor: (host) => `${hostHref(host)}/processor`,
  memory: (host) => `${hostHref(host)}/memory`,
  devices: (host) => `${hostHref(host)}/devices`,
  applications: () => '/applications',
  'cloud-storage': () => '/storage',
  'cloud-network': () => '/networks',
  kubernetes: () => '/kubernetes',
};

type Props = { check: Check; host: Host; onReadAgain?: () => void };

/** What to do about a blocker: another action's own preflight, a page, or only patience. */
export function PreflightWayOut({ check, host, onReadAgain }: Props) {
  const { wayOut } = check;
  if (!wayOut) return null;
  if (wayOut.kind === 'action') {
    return <Button onClick={() => openAction(wayOut.hostId, wayOut.action)}>{wayOut.label}</Button>;
  }
  if (wayOut.kind === 'wait') return <span className="text-small text-ink-3">{wayOut.label}</span>;
  if (wayOut.kind === 'read') {
    return onReadAgain ? <Button onClick={onReadAgain}>{wayOut.label}</Button> : null;
  }
  if (wayOut.page === 'edit')
    return <Button onClick={() => openAction(host.id, 'edit')}>{wayOut.label}</Button>;
  const href = PAGES[wayOut.page]?.(host);
  if (!href) return <span className="text-small text-ink-3">{wayOut.label}</span>;
  return (
    <Link href={href} className={buttonClass()} onClick={() => closeAction()}>
      {wayOut.label}
    </Link>
  );
}
