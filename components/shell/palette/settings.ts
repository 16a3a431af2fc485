'use client';

import { useMemo } from 'react';
import { pausedStore } from '@/lib/queries/pause';
import { useSignOut } from '@/lib/queries/sign-out';
import { useStore } from '@/lib/queries/store';
import { useRefresh } from '@/lib/queries/view';
import { setDensity, setTheme, setTimes, useDensity, useTheme, useTimes } from '../look';
import { overlayStore } from '../shell-store';
import type { Setting } from './results';

export type RunnableSetting = Setting & { run: () => void };

/** Preferences and the few things that concern the console itself. What is already so is marked. */
export function useSettings(): readonly RunnableSetting[] {
  const theme = useTheme();
  const density = useDensity();
  const times = useTimes();
  const paused = useStore(pausedStore);
  const refresh = useRefresh();
  const signOut = useSignOut();
  return useMemo(() => {
    const now = (is: boolean) => (is ? { hint: 'now' } : {});
    const nextDensity = density === 'compact' ? 'comfortable' : 'compact';
    const nextTimes = times === 'utc' ? 'local' : 'utc';
    return [
      { id: 'dark', label: 'Dark theme', ...now(theme === 'dark'), run: () => setTheme('dark') },
      { id: 'light', label: 'Light theme', ...now(theme === 'light'), run: () => setTheme('light') },
      {
        id: 'system',
        label: 'Theme of the system',
        ...now(theme === 'system'),
        run: () => setTheme('system'),
      },
      {
        id: 'density',
        label: nextDensity === 'compact' ? 'Compact rows' : 'Comfortable rows',
        words: 'density height',
        run: () => setDensity(nextDensity),
      },
      {
        id: 'times',
        label: nextTimes === 'utc' ? 'Times in UTC' : 'Times in the local zone',
        words: 'clock timezone',
        run: () => setTimes(nextTimes),
      },
      { id: 'keys', label: 'List the keys', words: 'shortcuts help', run: () => overlayStore.set('keys') },
      {
        id: 'attention',
        label: 'Sound and notifications',
        words: 'alarm tone bell desktop silence mute',
        run: () => overlayStore.set('attention'),
      },
      { id: 'refresh', label: 'Refresh now', words: 'reload read again', run: () => void refresh() },
      {
        id: 'pause',
        label: paused ? 'Go on updating' : 'Pause updates',
        words: 'stop live polling',
        run: () => pausedStore.set(!paused),
      },
      { id: 'sign-out', label: 'Sign out', words: 'log out leave', run: () => void signOut() },
    ];
  }, [theme, density, times, paused, refresh, signOut]);
}
