import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/app/providers';
import { LaterSessionKeeper } from '@/components/auth/later-keeper';
import { RAIL_COOKIE } from '@/components/shell/rail-cookie';
import { Shell } from '@/components/shell/shell';
import { Forbidden } from '@/components/shell/states/forbidden';
import { mayRead } from '@/lib/domain/rights';
import { ViewerProvider } from '@/lib/queries/viewer';
import { buildId } from '@/lib/server/build-id';
import { pageSession, sessionForKeeper } from '@/lib/server/session';
import { Actions } from './actions';
import { Prefetched } from './prefetched';

/**
 * The session gate and the frame of every page. Hosts are left to the pages that list them: a thousand rows should
 * not travel twice for the sake of a count.
 */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { viewer, endsAt } = await pageSession();
  const kept = await sessionForKeeper();
  const rail = (await cookies()).get(RAIL_COOKIE)?.value;
  const verdict = mayRead(viewer);
  return (
    <Providers build={buildId()} serverTime={Date.now()}>
      <ViewerProvider value={{ viewer, endsAt }}>
        <Prefetched
          views={[
            { view: 'system', params: {}, later: true },
            { view: 'alarms', params: {}, later: true },
            { view: 'alarmMarks', params: {}, later: true },
          ]}
        >
          <Shell railCollapsed={rail === 'collapsed'}>
            {verdict.ok ? children : <Forbidden why={verdict.why} />}
          </Shell>
          <Actions />
        </Prefetched>
        {kept && <LaterSessionKeeper {...kept} />}
      </ViewerProvider>
    </Providers>
  );
}
