'use client';

import { FolderKanban, KeyRound, LogOut, Search, Volume2 } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { Sheet } from '@/components/ui/sheet';
import { Time } from '@/components/ui/time';
import { THEMES } from '@/lib/format/look';
import { listWords, raiseFirst } from '@/lib/format/words';
import { useSessionState } from '@/lib/queries/session-clock';
import { useSignOut } from '@/lib/queries/sign-out';
import { useViewer } from '@/lib/queries/viewer';
import { CloudBadge } from './cloud-badge';
import { setTheme, setTimes, useTheme, useTimes } from './look';
import { bottomBar } from './nav';
import { overlayStore } from './shell-store';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
const close = () => overlayStore.set(null);

/** What the bottom bar has no room for: the other places, the palette, the session and preferences. */
export function MoreSheet() {
  const { more } = bottomBar();
  return (
    <Sheet open onOpenChange={(open) => !open && close()} title="More">
      <div className="flex flex-col gap-5">
        <div>
          <CloudBadge />
          <Button
            className="w-full"
            icon={<Search size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => overlayStore.set('palette')}
          >
            Find or run…
          </Button>
        </div>
        {more.length > 0 && (
          <nav aria-label="Other places">
            {more.map((item) => (
              <Link
                key={item.id}
                href={item.href}
                {...(item.ownTab ? { target: '_blank', rel: 'noopener' } : {})}
                className="menu-item"
                onClick={close}
              >
                <item.icon {...ICON} />
                {item.label}
              </Link>
            ))}
          </nav>
        )}
        <Preferences />
        <Session />
      </div>
    </Sheet>
  );
}

function Preferences() {
  return (
    <section className="flex flex-col gap-2">
      <h3>Preferences</h3>
      <div className="flex items-center justify-between">
        Theme
        <Segmented
          label="Theme"
          value={useTheme()}
          onValueChange={setTheme}
          options={THEMES.map((value) => ({ value, label: raiseFirst(value) }))}
        />
      </div>
      <div className="flex items-center justify-between">
        Times
        <Segmented
          label="Times"
          value={useTimes()}
          onValueChange={setTimes}
          options={[
            { value: 'local', label: 'Local zone' },
            { value: 'utc', label: 'UTC' },
          ]}
        />
      </div>
      <button type="button" className="menu-item -mx-2" onClick={() => overlayStore.set('attention')}>
        <Volume2 {...ICON} />
        Sound and notifications…
      </button>
    </section>
  );
}

function Session() {
  const { viewer, endsAt } = useViewer();
  const until = useSessionState().view?.endsAt ?? endsAt;
  const path = usePathname();
  const signOut = useSignOut();
  return (
    <section>
      <h3>{viewer.userName}</h3>
      <p className="pb-2 text-small text-ink-3">
        {viewer.roles.length > 0 ? raiseFirst(listWords(viewer.roles)) : 'No role'} in project{' '}
        {viewer.projectName}. Session ends <Time at={until} />
      </p>
      <Link href="/password" prefetch={false} className="menu-item -mx-2">
        <KeyRound {...ICON} />
        Change password
      </Link>
      <Link
        href={`/login/project?callbackUrl=${encodeURIComponent(path)}`}
        prefetch={false}
        className="menu-item -mx-2"
      >
        <FolderKanban {...ICON} />
        Change project
      </Link>
      <button type="button" className="menu-item -mx-2 w-full" onClick={() => void signOut()}>
        <LogOut {...ICON} />
        Sign out
      </button>
    </section>
  );
}
