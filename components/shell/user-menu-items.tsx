'use client';
/** What stands in the menu of the person signed in: the session, preferences, and the ways out. */
import { Clock, FolderKanban, Keyboard, KeyRound, LogOut, Rows3, SunMoon, Volume2 } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import {
  MenuCheckboxItem,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuSeparator,
  MenuSub,
} from '@/components/ui/menu';
import { Time } from '@/components/ui/time';
import { DENSITIES, THEMES, TIMES, type Times } from '@/lib/format/look';
import { listWords, raiseFirst } from '@/lib/format/words';
import { useSessionState } from '@/lib/queries/session-clock';
import { setKeysOn, useKeysOn } from '@/lib/queries/shortcuts';
import { useSignOut } from '@/lib/queries/sign-out';
import { useViewer } from '@/lib/queries/viewer';
import { setDensity, setTheme, setTimes, useDensity, useTheme, useTimes } from './look';
import { overlayStore } from './shell-store';

const ICON = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const;
const TIMES_LABEL: Record<Times, string> = { local: 'Local zone', utc: 'UTC' };
const option = <T extends string>(value: T) => ({ value, label: raiseFirst(value) });

export function UserMenuItems() {
  const { viewer, endsAt: renderedEnd } = useViewer();
  // Signing in again in place moves the end without rendering the page anew.
  const endsAt = useSessionState().view?.endsAt ?? renderedEnd;
  const theme = useTheme();
  const density = useDensity();
  const times = useTimes();
  const keys = useKeysOn();
  const path = usePathname();
  const leave = useSignOut();
  return (
    <>
      <MenuLabel>
        <span className="block truncate text-small text-ink">{viewer.userName}</span>
        <span className="block font-normal">
          {viewer.roles.length > 0 ? listWords(viewer.roles) : 'No role'} in project {viewer.projectName}
        </span>
        <span className="block font-normal">
          Session ends <Time at={endsAt} />
        </span>
      </MenuLabel>
      <MenuSeparator />
      <MenuSub label="Theme" icon={<SunMoon {...ICON} />}>
        <MenuRadioGroup value={theme} onValueChange={setTheme} options={THEMES.map(option)} />
      </MenuSub>
      <MenuSub label="Density" icon={<Rows3 {...ICON} />}>
        <MenuRadioGroup value={density} onValueChange={setDensity} options={DENSITIES.map(option)} />
      </MenuSub>
      <MenuSub label="Times" icon={<Clock {...ICON} />}>
        <MenuRadioGroup
          value={times}
          onValueChange={setTimes}
          options={TIMES.map((value) => ({ value, label: TIMES_LABEL[value] }))}
        />
      </MenuSub>
      <MenuSub label="Keys" icon={<Keyboard {...ICON} />}>
        <MenuCheckboxItem checked={keys} onCheckedChange={setKeysOn}>
          Single keys act
        </MenuCheckboxItem>
      </MenuSub>
      <MenuItem icon={<Volume2 {...ICON} />} onSelect={() => overlayStore.set('attention')}>
        Sound and notifications…
      </MenuItem>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/password" prefetch={false}>
          <KeyRound {...ICON} />
          Change password
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href={`/login/project?callbackUrl=${encodeURIComponent(path)}`} prefetch={false}>
          <FolderKanban {...ICON} />
          Change project
        </Link>
      </MenuItem>
      <MenuItem icon={<LogOut {...ICON} />} onSelect={() => void leave()}>
        Sign out
      </MenuItem>
    </>
  );
}
