import type { Metadata } from 'next';
import { Prefetched } from '@/app/(console)/prefetched';
import { Providers } from '@/app/providers';
import { Forbidden } from '@/components/shell/states/forbidden';
import { LOG_HOURS } from '@/components/wallboard/log-hours';
import { Wall } from '@/components/wallboard/wall';
import { WallClockProvider } from '@/components/wallboard/wall-clock';
import { mayRead } from '@/lib/domain/rights';
import { ViewerProvider } from '@/lib/queries/viewer';
import { buildId } from '@/lib/server/build-id';
import { pageSession, sessionForWall } from '@/lib/server/session';
import { readWall } from '@/lib/url/wall-state';

export const metadata: Metadata = { title: 'Wallboard' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WallboardPage({ searchParams }: Props) {
  const { viewer, endsAt } = await pageSession();
  const session = await sessionForWall();
  const verdict = mayRead(viewer);
  if (!verdict.ok || !session) {
    return (
      <main id="main">
        <Forbidden why={verdict.ok ? 'Your session has ended.' : verdict.why} />
      </main>
    );
  }
  const now = Date.now();
  return (
    <Providers build={buildId()} serverTime={now} restless>
      <ViewerProvider value={{ viewer, endsAt }}>
        <Prefetched
          views={[
            { view: 'alarms', params: {} },
            { view: 'hosts', params: {} },
            { view: 'system', params: {}, later: true },
            { view: 'alarmMarks', params: {}, later: true },
            { view: 'events', params: { hours: LOG_HOURS }, later: true },
          ]}
        >
          <WallClockProvider at={now}>
            <Wall state={readWall(await searchParams)} session={session} />
          </WallClockProvider>
        </Prefetched>
      </ViewerProvider>
    </Providers>
  );
}
