'use client';
/**
 * The ear and the bell of this tab: hears every reading of the alarms, makes noise if it is this tab's turn, and tells
 * the other tabs. What counts as news, and what rings, is decided in lib/domain/attention-*.ts.
 */
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { notify } from '@/components/ui/notify';
import { type Alarm, leftOut } from '@/lib/domain/alarm';
import { type AttentionTaste, notices, ring, ringsAgainAt, STILL } from '@/lib/domain/attention-bell';
import { DEAF, heardElsewhere, listen } from '@/lib/domain/attention-news';
import { type ActiveAlarms, useActiveAlarms } from '@/lib/queries/active-alarms';
import { attentionState, hearHidden, silenceAsked } from '@/lib/queries/attention-state';
import { useAttentionTaste } from '@/lib/queries/attention-taste';
import { serverNow } from '@/lib/queries/clock';
import { useStore } from '@/lib/queries/store';
import { type Gossip, type Grapevine, holdBell, openGrapevine } from './one-tab';
import { playTone, wakeSound } from './tones';

/** Runs while mounted, once per tab. */
export function useBell(): void {
  const active = useActiveAlarms();
  const taste = useAttentionTaste();
  const asked = useStore(silenceAsked);
  const router = useRouter();
  const ear = useRef(DEAF);
  const bell = useRef(STILL);
  const mine = useRef(false);
  const vine = useRef<Grapevine | null>(null);
  /** What another tab says that rings, and this one has not read of yet. */
  const hearsay = useRef<ReadonlySet<string>>(new Set());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const turn = useEffectEvent((news: readonly Alarm[]) => {
    clearTimeout(timer.current);
    const now = Date.now();
    const read = new Set(active.seen?.data?.alarms.map(({ id }) => id));
    const confirmed = [...hearsay.current].filter((id) => read.has(id));
    hearsay.current = without(hearsay.current, confirmed);
    const before = { ...bell.current, ringing: new Set([...bell.current.ringing, ...confirmed]) };
    const step = ring(before, news, openIn(active), taste, now);
    bell.current = step.bell;
    show(step.bell.ringing);
    if (mine.current) {
      if (step.play) void playTone(step.play).then((heard) => showSound(heard ? 'ready' : 'blocked'));
      for (const notice of notices(news, taste)) notify(notice, (href) => router.push(href));
      if (news.length > 0 || !sameIds(before.ringing, step.bell.ringing)) {
        vine.current?.tell({
          heard: news.map(({ id, severity }) => ({ id, severity })),
          ringing: [...step.bell.ringing],
          silenced: [],
        });
      }
    }
    const again = ringsAgainAt(step.bell);
    if (again !== null) timer.current = setTimeout(() => turn([]), Math.max(200, again - now));
  });

  const { seen, sums } = active;
  const list = seen?.data;
  const asOf = seen?.asOf;
  useEffect(() => {
    if (!list || asOf === undefined || !sums) return;
    const heard = listen(ear.current, list.alarms, (alarm) => !leftOut(alarm, sums.shelved), asOf);
    ear.current = heard.ear;
    turn(heard.news);
  }, [list, asOf, sums]);

  // A severity turned off is silent at once.
  const changed = useEffectEvent((_: AttentionTaste) => turn([]));
  useEffect(() => changed(taste), [taste]);

  const silenced = useEffectEvent((ids: readonly string[]) => {
    bell.current = { ...bell.current, ringing: without(bell.current.ringing, ids) };
    hearsay.current = without(hearsay.current, ids);
    turn([]);
  });
  useEffect(() => {
    if (asked === 0) return;
    const ids = [...bell.current.ringing];
    silenced(ids);
    vine.current?.tell({ heard: [], ringing: [], silenced: ids });
  }, [asked]);

  const learn = useEffectEvent((gossip: Gossip) => {
    ear.current = heardElsewhere(ear.current, gossip.heard, serverNow());
    hearsay.current = new Set([...hearsay.current, ...gossip.ringing].slice(-MOST_HEARSAY));
    bell.current = { ...bell.current, soundedAt: Date.now() };
    silenced(gossip.silenced);
  });

  const wanted = taste.sound.length > 0 || taste.notify.length > 0;
  useEffect(() => {
    if (!wanted) return;
    const line = openGrapevine(learn);
    vine.current = line;
    const giveUp = holdBell((is) => {
      mine.current = is;
      // Only the tab whose turn it is goes on reading while it is hidden: the others cost the platform nothing.
      hearHidden('bell', is ? OF_ALARMS : []);
    });
    return () => {
      giveUp();
      line.close();
      vine.current = null;
      mine.current = false;
      hearHidden('bell', []);
    };
  }, [wanted]);

  useWakeful(taste);
  useEffect(() => () => clearTimeout(timer.current), []);
}

const OF_ALARMS = ['alarms', 'alarmMarks'] as const;
const MOST_HEARSAY = 2_000;

/** Alarms that still ask for a person: active, neither hidden nor shelved, critical, and not marked as seen. */
function openIn({ seen, sums }: ActiveAlarms): (id: string) => boolean {
  const open = new Set(
    seen?.data?.alarms.flatMap((alarm) => {
      if (alarm.severity !== 'critical' || !sums || leftOut(alarm, sums.shelved)) return [];
      return sums.markOf(alarm)?.seen ? [] : [alarm.id];
    }),
  );
  return (id) => open.has(id);
}

const without = (ids: ReadonlySet<string>, gone: readonly string[]): Set<string> =>
  new Set([...ids].filter((id) => !gone.includes(id)));

const sameIds = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

function show(ringing: ReadonlySet<string>): void {
  const before = attentionState.get();
  if (!sameIds(new Set(before.ringing), ringing)) attentionState.set({ ...before, ringing: [...ringing] });
}

function showSound(sound: 'ready' | 'blocked' | 'missing'): void {
  const before = attentionState.get();
  if (before.sound !== sound) attentionState.set({ ...before, sound });
}

/** A browser lets no page sound before somebody has touched it: asked as soon as sound is on, and at each touch until it may. */
function useWakeful({ sound }: AttentionTaste): void {
  const on = sound.length > 0;
  useEffect(() => {
    if (!on) {
      showSound('ready');
      return;
    }
    const stop = () => {
      for (const kind of TOUCHES) document.removeEventListener(kind, wake, true);
    };
    const wake = () =>
      void wakeSound().then((state) => {
        showSound(state);
        if (state !== 'blocked') stop();
      });
    for (const kind of TOUCHES) document.addEventListener(kind, wake, true);
    wake();
    return stop;
  }, [on]);
}

const TOUCHES = ['pointerdown', 'keydown'] as const;
