'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import * as Radix from 'radix-ui/dialog';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { Modal } from '@/components/ui/modal';
import { Pill } from '@/components/ui/pill';
import { actionCli } from '@/lib/domain/host-action-cli';
import { openAction } from '@/lib/queries/action-store';
import { useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { useCloudName } from '../cloud-badge';
import { navItems, openPlace } from '../nav';
import { overlayStore } from '../shell-store';
import { EntryLine } from './entry-line';
import { wordsOf } from './match';
import { recentIds, rememberUse } from './recent';
import { type Entry, results } from './results';
import { useSettings } from './settings';
import { takeAhead } from './type-ahead';

const close = () => overlayStore.set(null);
const isUsable = (entry: Entry) => entry.kind !== 'action' || entry.verdict.ok;

/** Find a place or a host, open an action's preflight, change a preference. Runs nothing disruptive by itself. */
export function Palette() {
  const router = useRouter();
  const cloud = useCloudName();
  const settings = useSettings();
  const [query, setQuery] = useState('');
  useEffect(() => {
    const ahead = takeAhead();
    if (ahead !== '') setQuery((typed) => ahead + typed);
  }, []);
  const [chosen, setChosen] = useState('');
  const asked = useDeferredValue(query);
  const groups = useGroups(asked, settings);
  const usable = groups.flatMap(({ entries }) => entries).filter(isUsable);
  // What was chosen before may be gone from the list: then the first that can be used is.
  const current = usable.find(({ id }) => id === chosen) ?? usable[0];
  const words = wordsOf(asked.replace(/^\s*>/, ''));

  const run = (entry: Entry) => {
    if (!isUsable(entry)) return;
    close();
    if (entry.kind === 'setting') {
      settings.find(({ id }) => id === entry.setting.id)?.run();
      return;
    }
    rememberUse(entry.id);
    if (entry.kind === 'place') openPlace(entry.place, router);
    else if (entry.kind === 'host') {
      router.push(`/hosts/${encodeURIComponent(entry.host.hostname ?? entry.host.id)}`);
    } else openAction(entry.host.id, entry.action);
  };

  return (
    <Modal open onOpenChange={(open) => !open && close()} className="palette">
      <Radix.Title className="sr-only">Find or run</Radix.Title>
      <Command
        shouldFilter={false}
        loop
        label="Find or run"
        value={current?.id ?? ''}
        onValueChange={setChosen}
      >
        <div className="palette-input">
          <Search size={18} strokeWidth={1.75} aria-hidden className="flex-none text-ink-3" />
          <Command.Input
            data-autofocus=""
            value={query}
            onValueChange={setQuery}
            placeholder="Page, host or action"
            spellCheck={false}
            autoComplete="off"
          />
          {cloud && <Pill>{cloud}</Pill>}
          <Radix.Close className="max-md:p-3" aria-label="Close">
            <Kbd>Esc</Kbd>
          </Radix.Close>
        </div>
        <Command.List className="palette-list" label="Results">
          <Command.Empty className="px-4 py-6 text-center text-ink-2">
            Nothing here is called “{asked.trim()}”.
          </Command.Empty>
          {groups.map(({ title, entries }) => (
            <Command.Group key={title} heading={title}>
              {entries.map((entry) => (
                <Command.Item
                  key={entry.id}
                  value={entry.id}
                  className="palette-item"
                  disabled={!isUsable(entry)}
                  onSelect={() => run(entry)}
                >
                  <EntryLine entry={entry} words={words} current={entry === current} />
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
        <div className="palette-foot">
          <span className="flex items-center gap-1.5">
            <Kbd keys={['↑', '↓']} /> move
          </span>
          <span className="flex items-center gap-1.5">
            <Kbd>{'>'}</Kbd> actions only
          </span>
          {current?.kind === 'action' && current.action !== 'edit' && (
            <code className="ml-auto truncate">{actionCli(current.action, current.host)}</code>
          )}
        </div>
      </Command>
    </Modal>
  );
}

function useGroups(query: string, settings: ReturnType<typeof useSettings>) {
  const { viewer } = useViewer();
  const system = useView('system', {})?.data ?? null;
  const hosts = useView('hosts', {})?.data?.hosts;
  const [, , segment] = usePathname().split('/');
  const [recent] = useState(recentIds);
  return useMemo(() => {
    const all = hosts ?? [];
    const here = all.find(
      ({ id, hostname }) => segment !== undefined && (id === segment || hostname === segment),
    );
    return results(query, {
      places: navItems(),
      context: { viewer, system, hosts: all },
      settings,
      here,
      recent,
    });
  }, [query, settings, viewer, system, hosts, segment, recent]);
}
