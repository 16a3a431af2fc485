'use client';
/** What the board can be told: links to other addresses of it. Shown while somebody moves the pointer or tabs here. */
import { useEffect, useState } from 'react';
import { WALL_PANELS, type WallState, wallHref } from '@/lib/url/wall-state';

const SHOWN_MS = 4_000;

/** True for a few seconds after the pointer moved. */
export function useStirred(): boolean {
  const [stirred, setStirred] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stir = () => {
      setStirred(true);
      clearTimeout(timer);
      timer = setTimeout(() => setStirred(false), SHOWN_MS);
    };
    const kinds = ['pointermove', 'pointerdown'] as const;
    for (const kind of kinds) window.addEventListener(kind, stir, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const kind of kinds) window.removeEventListener(kind, stir);
    };
  }, []);
  return stirred;
}

const LABELS = { overview: 'Overview', alarms: 'Alarms', hosts: 'Hosts', changes: 'Changes' } as const;

export function WallTools({ state }: { state: WallState }) {
  const { panels, theme } = state;
  const only = panels.length === 1 ? panels[0] : undefined;
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <nav className="wall-tools" aria-label="This board">
      {WALL_PANELS.map((panel) => (
        <a
          key={panel}
          href={wallHref({ ...state, panels: [panel] })}
          aria-current={panel === only ? 'page' : undefined}
        >
          {LABELS[panel]}
        </a>
      ))}
      <a
        href={wallHref({ ...state, panels: WALL_PANELS })}
        aria-current={only === undefined ? 'page' : undefined}
      >
        In turn
      </a>
      <a href={wallHref({ ...state, theme: other })}>{other === 'dark' ? 'Dark' : 'Light'}</a>
      <button type="button" onClick={() => void toggleFullScreen()}>
        Full screen
      </button>
      <a href="/">Console</a>
    </nav>
  );
}

async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // Some browsers have none, and a browser in kiosk mode is there already.
  }
}
