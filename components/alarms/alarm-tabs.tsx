'use client';
/** The three lists of the alarms' room. A list is named here once it exists. */
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { navItems } from '@/components/shell/nav';
import { useTally } from '@/components/shell/use-tally';
import { atLeastWord, SEVERITIES } from '@/lib/domain/alarm';
import { useView } from '@/lib/queries/view';

const SUPPRESSION = '/alarms/suppression';

function useAlarmTabs() {
  const path = usePathname();
  const { counts, capped } = useTally();
  const types = useView('suppressions', {})?.data?.types;
  const active = counts ? SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0) : undefined;
  const rooms = navItems().flatMap(({ id, href }) => {
    if (id === 'alarms')
      return [
        { href, label: 'Active', ...(active === undefined ? {} : { count: atLeastWord(active, capped) }) },
      ];
    return id === 'events' ? [{ href, label: 'Events' }] : [];
  });
  const hidden = types?.filter(({ suppressed }) => suppressed).length;
  const items = [
    ...rooms,
    {
      href: SUPPRESSION,
      label: 'Suppressed types',
      ...(hidden === undefined ? {} : { count: atLeastWord(hidden, false) }),
    },
  ];
  return items.map((item) => ({ ...item, current: item.href === path }));
}

/** Links for a row of tabs that has more in it: saved views. */
export function AlarmTabLinks() {
  return useAlarmTabs().map(({ href, label, count, current }) => (
    <Link key={href} href={href} className="tab" aria-current={current ? 'page' : undefined}>
      {label}
      {count !== undefined && <span className="tab-count">{count}</span>}
    </Link>
  ));
}
