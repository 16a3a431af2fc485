'use client';
/** What every page needs around it: the query cache, URL state, and the one ticker. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { noteBuild } from '@/lib/queries/build';
import { notePageTime } from '@/lib/queries/clock';
import { useTakingOver } from '@/lib/queries/first-readings';
import { onBeat } from '@/lib/queries/metronome';
import { startTicker } from '@/lib/queries/ticker';

type Props = {
  /** Build that rendered this page; a later answer from another one offers to reload. */
  build: string;
  /** Server time at rendering, epoch milliseconds. */
  serverTime: number;
  /** For a screen that nobody touches: it is read to while hidden too, and is never held still. */
  restless?: boolean;
  children: ReactNode;
};

export function Providers({ build, serverTime, restless = false, children }: Props) {
  const asDocument = useTakingOver();
  const [client] = useState(() => {
    if (typeof window !== 'undefined') {
      noteBuild(build);
      notePageTime(serverTime, asDocument);
    }
    // Readings are dated, not stale: the ticker decides when to read again. They are kept while the tab lives,
    // so that going back to a page shows at once what was known, with its date. What a browser thinks of its network
    // says nothing about the console: it is asked all the same, and not hearing from it is said.
    return new QueryClient({
      defaultOptions: {
        queries: { gcTime: 15 * 60_000, staleTime: Number.POSITIVE_INFINITY, networkMode: 'always' },
      },
    });
  });
  useEffect(() => startTicker(client, restless ? onBeat : undefined), [client, restless]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
