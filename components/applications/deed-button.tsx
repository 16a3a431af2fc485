'use client';
/** Opens the sheet of what can be done with an application. Who may not, or not now, sees why. */
import { Button } from '@/components/ui/button';
import { MenuItem } from '@/components/ui/menu';
import type { Application } from '@/lib/domain/application/application';
import { type ApplicationDeed, DEEDS, deedWord } from '@/lib/domain/application/application-calls';
import { mayActOnApplications } from '@/lib/domain/application/application-rights';
import { deedVerdict, nextDeed } from '@/lib/domain/application/application-rules';
import { openApplicationDeed } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';
import { useNeedsApply } from './needs-apply';

/** Takes something away. */
const isHard = (deed: ApplicationDeed): boolean => deed === 'delete' || deed === 'remove';

function useWhyNot(deed: ApplicationDeed, one: Application): string | null {
  const { viewer } = useViewer();
  const may = mayActOnApplications(viewer);
  if (!may.ok) return may.why;
  const verdict = deedVerdict(deed, one);
  return verdict.ok ? null : verdict.why;
}

export function DeedButton({
  deed,
  one,
  primary,
}: {
  deed: ApplicationDeed;
  one: Application;
  primary: boolean;
}) {
  const why = useWhyNot(deed, one);
  return (
    <Button
      {...(primary ? { variant: 'primary' } : isHard(deed) ? { variant: 'danger' } : {})}
      {...(why === null ? {} : { disabledReason: why })}
      onClick={() => openApplicationDeed(deed, one.name)}
    >
      {deedWord(deed)}…
    </Button>
  );
}

/** What a row offers by itself. Nothing where nothing is to be done, or this person may do nothing. */
export function DeedLink({ one }: { one: Application }) {
  const { viewer } = useViewer();
  const pending = useNeedsApply(one.name);
  const deed = nextDeed(one) ?? (pending ? 'apply' : null);
  if (deed === null || !mayActOnApplications(viewer).ok) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="link"
      aria-label={`${deedWord(deed)} ${one.name}`}
      onClick={(event) => {
        event.stopPropagation();
        openApplicationDeed(deed, one.name);
      }}
    >
      {deedWord(deed)}…
    </button>
  );
}

export function DeedMenu({ one }: { one: Application }) {
  return DEEDS.map((deed) => <DeedItem key={deed} deed={deed} one={one} />);
}

function DeedItem({ deed, one }: { deed: ApplicationDeed; one: Application }) {
  const why = useWhyNot(deed, one);
  return (
    <MenuItem
      danger={isHard(deed)}
      {...(why === null ? {} : { disabledReason: why })}
      onSelect={() => openApplicationDeed(deed, one.name)}
    >
      {deedWord(deed)}…
    </MenuItem>
  );
}
