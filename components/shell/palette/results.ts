/** What the palette offers for what was typed. Pure: places, hosts, rules and the query in, groups of entries out. */
import { type Host, hostName } from '@/lib/domain/host';
import { actionSpec, HOST_ACTIONS, type HostAction } from '@/lib/domain/host-actions';
import type { RuleContext } from '@/lib/domain/host-rules/context';
import { actionVerdict } from '@/lib/domain/host-rules/verdict';
import type { Verdict } from '@/lib/domain/result';
import type { NavItem } from '../nav';
import { matches, splitBy, type Words, wordsOf } from './match';

export type Entry =
  | { kind: 'place'; id: string; place: NavItem }
  | { kind: 'host'; id: string; host: Host }
  | { kind: 'action'; id: string; host: Host; action: HostAction; verdict: Verdict }
  | { kind: 'setting'; id: string; setting: Setting };

export type Setting = { id: string; label: string; hint?: string; words?: string };
export type Group = { title: string; entries: Entry[] };

export type Sources = {
  places: readonly NavItem[];
  context: RuleContext;
  settings: readonly Setting[];
  /** Host of the page one is on. */
  here: Host | undefined;
  /** Ids of entries used lately, newest first. */
  recent: readonly string[];
};

const MOST = { actions: 8, hosts: 8, places: 12, settings: 5, recent: 5 };

/** `>` first means actions only, as the foot of the palette says. */
export function results(query: string, sources: Sources): Group[] {
  const only = query.trimStart().startsWith('>');
  const words = wordsOf(only ? query.trimStart().slice(1) : query);
  const groups: Group[] =
    words.length === 0 && !only
      ? atRest(sources)
      : [
          { title: 'Actions', entries: actions(words, sources) },
          ...(only
            ? []
            : [
                { title: 'Go to', entries: [...places(words, sources), ...hosts(words, sources)] },
                { title: 'Preferences', entries: settings(words, sources).slice(0, MOST.settings) },
              ]),
        ];
  return groups.filter(({ entries }) => entries.length > 0);
}

/** Before anything is typed: what was used lately, the host of this page, places, preferences. */
function atRest(sources: Sources): Group[] {
  const { here, context, recent } = sources;
  const all = new Map(
    [...places([], sources), ...context.hosts.map(hostEntry)].map((entry) => [entry.id, entry]),
  );
  const lately = recent.flatMap((id) => all.get(id) ?? []).slice(0, MOST.recent);
  // What skips the platform's checks is only offered to whoever asks for it by name.
  const plain = HOST_ACTIONS.filter((action) => actionSpec(action).danger !== 'force');
  const mine = here ? plain.map((action) => actionEntry(action, here, context)) : [];
  return [
    {
      title: here ? `On ${hostName(here)}` : '',
      entries: mine.filter(({ verdict }) => verdict.ok).slice(0, MOST.actions),
    },
    { title: 'Lately', entries: lately },
    {
      title: 'Go to',
      entries: places([], sources).filter(({ id }) => !lately.some((entry) => entry.id === id)),
    },
    { title: 'Preferences', entries: settings([], sources) },
  ];
}

const places = (words: Words, { places: all }: Sources): Entry[] =>
  all
    .filter(({ label, words: more = '' }) => matches(`${label} ${more}`, words))
    .slice(0, MOST.places)
    .map((place) => ({ kind: 'place', id: `place ${place.id}`, place }));

const hostEntry = (host: Host): Entry => ({ kind: 'host', id: `host ${host.id}`, host });

/** Hosts by name, address or MAC; a name that begins with what was typed comes first. */
function hosts(words: Words, { context }: Sources): Entry[] {
  if (words.length === 0) return [];
  const [first = ''] = words;
  const begins = (host: Host) => (hostName(host).toLowerCase().startsWith(first) ? 0 : 1);
  return context.hosts
    .filter((host) => matches(`${hostName(host)} ${host.mgmtIp ?? ''} ${host.mgmtMac ?? ''}`, words))
    .sort((a, b) => begins(a) - begins(b) || byName(a, b))
    .slice(0, MOST.hosts)
    .map(hostEntry);
}

/** Verb and name in any order: "lock w", "worker-1 reboot". What is allowed comes first; the rest says why not. */
function actions(words: Words, { context, here }: Sources): Entry[] {
  const candidates = HOST_ACTIONS.flatMap((action) => {
    const { label } = actionSpec(action);
    const { taken, rest } = splitBy(label, words);
    if (taken.length === 0) return [];
    // All words of a longer label, or the short one: "lock" means Lock before Force lock.
    const missing = label.split(' ').length - taken.length;
    const targets =
      rest.length > 0 ? context.hosts.filter((host) => matches(hostName(host), rest)) : [...context.hosts];
    return targets.map((host) => ({ action, host, missing }));
  });
  return candidates
    .sort(
      (a, b) =>
        a.missing - b.missing ||
        Number(b.host.id === here?.id) - Number(a.host.id === here?.id) ||
        byName(a.host, b.host),
    )
    .slice(0, 200)
    .map(({ action, host, missing }) => ({ entry: actionEntry(action, host, context), missing }))
    .sort((a, b) => a.missing - b.missing || Number(b.entry.verdict.ok) - Number(a.entry.verdict.ok))
    .slice(0, MOST.actions)
    .map(({ entry }) => entry);
}

type ActionEntry = Extract<Entry, { kind: 'action' }>;
const actionEntry = (action: HostAction, host: Host, context: RuleContext): ActionEntry => ({
  kind: 'action',
  id: `action ${action} ${host.id}`,
  host,
  action,
  verdict: actionVerdict(action, host, context),
});

const settings = (words: Words, { settings: all }: Sources): Entry[] =>
  all
    .filter(({ label, words: more = '' }) => matches(`${label} ${more}`, words))
    .map((setting) => ({ kind: 'setting', id: `setting ${setting.id}`, setting }));

const byName = (a: Host, b: Host) => hostName(a).localeCompare(hostName(b), 'en', { numeric: true });
