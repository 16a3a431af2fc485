'use client';
/** The board for the wall of a NOC: read from four metres away, touched by nobody, honest about its own age. */
import { Herald } from '@/components/shell/herald';
import { useActiveAlarms } from '@/lib/queries/active-alarms';
import { useView } from '@/lib/queries/view';
import { panelAt, type WallState, wallHref } from '@/lib/url/wall-state';
import { WallCounts } from './counts';
import { DeadBar } from './dead-bar';
import { DeadSwitch } from './dead-switch';
import { SessionCell } from './session-cell';
import { SessionOver } from './session-over';
import { useAges } from './use-board';
import { useUpkeep } from './use-upkeep';
import { useWallSession, type WallSession } from './use-wall-session';
import { useOpenedAt, useWallNow } from './wall-clock';
import { WallFoot } from './wall-foot';
import { WallHeader } from './wall-header';
import { WallMiddle } from './wall-middle';
import { useStirred, WallTools } from './wall-tools';

export function Wall({ state, session }: { state: WallState; session: WallSession }) {
  const { alarms, hosts } = useAges();
  const end = useWallSession(session);
  const stirred = useStirred();
  const now = useWallNow();
  const late = useLate();
  const openedAt = useOpenedAt();
  const outdated = useUpkeep(end !== null, late || !alarms.dead ? 0 : now - (alarms.asOf ?? openedAt));
  const known = [alarms.asOf, hosts.asOf].filter((at) => at !== null);
  const asOf = known.length > 0 ? Math.min(...known) : null;
  return (
    <main
      id="main"
      tabIndex={-1}
      className="wall"
      data-theme={state.theme}
      data-dead={(alarms.dead && end === null) || undefined}
      data-stirred={stirred || undefined}
    >
      <div className="wall-board">
        <WallHeader asOf={end ? null : asOf} late={late} dead={alarms.dead} />
        {end ? (
          <SessionOver end={end} here={wallHref(state)} />
        ) : (
          <>
            <Messages problems={state.problems} outdated={outdated} />
            {alarms.dead ? (
              <DeadBar asOf={alarms.asOf} />
            ) : (
              <DeadSwitch asOf={alarms.asOf} deadline={alarms.deadline} />
            )}
            <WallCounts />
            <WallMiddle panel={panelAt(state, now)} floor={state.floor} />
            <WallFoot floor={state.floor}>
              <SessionCell {...session} />
            </WallFoot>
          </>
        )}
      </div>
      <WallTools state={state} />
      <Herald />
    </main>
  );
}

/** Did the newest try of one of the readings that the board stands on fail? */
function useLate(): boolean {
  const { seen } = useActiveAlarms();
  const hosts = useView('hosts', {});
  return Boolean(seen?.error ?? hosts?.error);
}

/** What concerns the board itself. */
function Messages({ problems, outdated }: { problems: readonly string[]; outdated: boolean }) {
  const all = outdated
    ? [
        ...problems,
        'The console was updated, and this board stayed behind after a reload. Reload it by hand.',
      ]
    : problems;
  if (all.length === 0) return null;
  return (
    <ul className="wall-messages" aria-label="About this board">
      {all.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
