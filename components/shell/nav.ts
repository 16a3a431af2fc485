/**
 * The places of the console, as data: the rail, the bottom bar, the palette and the `g` keys all read this list.
 * A room is added here when its route exists, never before.
 */
import type { LucideIcon } from 'lucide-react';
import {
  Bell,
  ClockFading,
  Database,
  Gauge,
  History,
  Monitor,
  Network,
  Package,
  ScrollText,
  Server,
} from 'lucide-react';

export type NavItem = {
  id: string;
  href: string;
  label: string;
  icon: LucideIcon;
  /** Second key after `g`. */
  key: string;
  /** What the number at the right counts. */
  count?: 'hosts' | 'alarms';
  /** Opens beside the console, in a tab of its own. */
  ownTab?: true;
  /** More words that find it in the palette. */
  words?: string;
};

export type NavGroup = { title: string | null; items: readonly NavItem[] };

export const NAV: readonly NavGroup[] = [
  {
    title: null,
    items: [
      { id: 'overview', href: '/', label: 'Overview', icon: Gauge, key: 'o', words: 'home start' },
      {
        id: 'alarms',
        href: '/alarms',
        label: 'Alarms',
        icon: Bell,
        key: 'a',
        count: 'alarms',
        words: 'faults active critical major minor warning',
      },
      {
        id: 'events',
        href: '/events',
        label: 'Events',
        icon: History,
        key: 'e',
        words: 'log history timeline raised cleared',
      },
      {
        id: 'wallboard',
        href: '/wallboard',
        label: 'Wallboard',
        icon: Monitor,
        key: 'w',
        ownTab: true,
        words: 'noc wall screen kiosk tv',
      },
    ],
  },
  {
    title: 'This cloud',
    items: [
      {
        id: 'hosts',
        href: '/hosts',
        label: 'Hosts',
        icon: Server,
        key: 'h',
        count: 'hosts',
        words: 'nodes servers inventory',
      },
      {
        id: 'clocks',
        href: '/clocks',
        label: 'Clocks',
        icon: ClockFading,
        key: 'c',
        words: 'ptp sync synchronisation time grandmaster gnss holdover offset ntp',
      },
      {
        id: 'networks',
        href: '/networks',
        label: 'Networks',
        icon: Network,
        key: 'n',
        words: 'address pool data network oam mgmt ip ipv4 ipv6 dual stack subnet vlan vxlan mtu',
      },
      {
        id: 'storage',
        href: '/storage',
        label: 'Storage',
        icon: Database,
        key: 's',
        words: 'ceph rook osd disk backend tier monitor filesystem lvm',
      },
      {
        id: 'applications',
        href: '/applications',
        label: 'Applications',
        icon: Package,
        key: 'p',
        words: 'apps helm chart overrides apply upload kubernetes',
      },
    ],
  },
  {
    title: 'Administration',
    items: [
      {
        id: 'audit',
        href: '/system/audit',
        label: 'Audit',
        icon: ScrollText,
        key: 't',
        words: 'log trail history who did',
      },
    ],
  },
];

export const navItems = (groups: readonly NavGroup[] = NAV): readonly NavItem[] =>
  groups.flatMap(({ items }) => items);

/** The place a path belongs to: the longest href that is the path or one of its parents. */
export function navItemAt(pathname: string, items: readonly NavItem[] = navItems()): NavItem | undefined {
  return items
    .filter(({ href }) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
}

/** Goes to a place: within this tab by the router, or into a tab of its own. */
export function openPlace({ href, ownTab }: NavItem, router: { push: (href: string) => void }): void {
  if (ownTab) window.open(href, '_blank', 'noopener');
  else router.push(href);
}

/** Where the alarms are: their own room once it exists, until then the overview, which lists them. */
export const alarmsHref = (items: readonly NavItem[] = navItems()): string =>
  items.find(({ id }) => id === 'alarms')?.href ?? '/';

/** What stands in the phone's bottom bar, and what goes under More. Four places and More fit 320 px. */
export function bottomBar(items: readonly NavItem[] = navItems()): {
  bar: readonly NavItem[];
  more: readonly NavItem[];
} {
  const first = ['overview', 'alarms', 'hosts', 'clocks'];
  const bar = items.filter(({ id }) => first.includes(id));
  return { bar, more: items.filter((item) => !bar.includes(item)) };
}

/** Rooms below a place that have a name of their own, and no line in the rail. */
const BELOW: Readonly<Record<string, string>> = {
  '/alarms/suppression': 'Suppressed types',
  '/applications/registry': 'Registry',
  '/clocks/instances': 'PTP instances',
  '/hosts/add/bulk': 'Add in bulk',
  '/hosts/add/labels': 'Labels',
  '/clocks/ntp': 'NTP and sources',
  '/networks/data': 'Data networks',
  '/networks/pools': 'Address pools',
  '/networks/topology': 'Topology',
  '/applications/upload': 'Upload',
  '/networks/copy': 'Copy a layout',
  '/applications/kubernetes': 'Kubernetes',
  '/storage/groups': 'Volume groups',
  '/storage/osds': 'OSDs',
  '/hosts/add': 'Add a host',
  '/hosts/compare': 'Compare',
  '/hosts/export': 'Export',
};

export const roomBelow = (pathname: string): string | null => BELOW[pathname] ?? null;
