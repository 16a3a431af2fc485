'use client';
/** One clock in full, beside the tree or the list. Fetched when the first is opened. */
import Link from 'next/link';
import { Drawer } from '@/components/ui/drawer';
import { Note } from '@/components/ui/note';
import { type TabItem, Tabs } from '@/components/ui/tabs';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import type { Clocks, ClocksSeen } from '@/lib/queries/clocks';
import { changeSearch } from '@/lib/url/address';
import { useParams } from '@/lib/url/use-params';
import { CLOCK_PARAMS } from './clock-params';
import { DrawerHistory } from './drawer-history';
import { DrawerInstances } from './drawer-instances';
import { DrawerState } from './drawer-state';
import { RowGlyph, stateInk } from './state-words';

type Props = { host: string; seen: ClocksSeen; clocks: Clocks; onClose: () => void };

export function ClockDrawer({ host, clocks, onClose }: Props) {
  const [{ tab }] = useParams(CLOCK_PARAMS);
  const row = clocks.byHost.get(host);
  if (!row) {
    return (
      <Drawer beside title="Clock" onClose={onClose}>
        <Note tone="unknown" title={`There is no host ${host}.`}>
          The inventory was read and has none of that name.
        </Note>
      </Drawer>
    );
  }
  const instances = row.clock.instances.length;
  const items: TabItem[] = [
    { href: '#state', label: 'State', current: tab === 'state' },
    { href: '#instances', label: 'Instances', count: instances, current: tab === 'instances' },
    { href: '#history', label: 'History', current: tab === 'history' },
  ];
  return (
    <Drawer
      beside
      title={
        <>
          <RowGlyph row={row} size={19} />
          <span className="min-w-0 truncate">
            <span className="mono">{row.host}</span> clock
          </span>
          <span className={`text-body font-normal ${stateInk(row.state)}`}>{STATE_WORDS[row.state]}</span>
        </>
      }
      tabs={<Tabs label="Clock" items={items} link={TabLink} />}
      onClose={onClose}
    >
      {tab === 'instances' ? (
        <DrawerInstances row={row} config={clocks.config} />
      ) : tab === 'history' ? (
        <DrawerHistory row={row} />
      ) : (
        <DrawerState row={row} clocks={clocks} />
      )}
      <p className="pt-3.5 text-small">
        <Link className="link" href={`/hosts/${encodeURIComponent(row.host)}`}>
          Host {row.host}
        </Link>
      </p>
    </Drawer>
  );
}

/** A tab is in the address beside everything else that is there. */
function TabLink(props: {
  href: string;
  className: string;
  'aria-current': 'page' | undefined;
  children: React.ReactNode;
}) {
  const tab = props.href.slice(1);
  return (
    <a
      {...props}
      href={`?tab=${tab}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        changeSearch({ tab: tab === 'state' ? null : tab }, 'replace');
      }}
    >
      {props.children}
    </a>
  );
}
