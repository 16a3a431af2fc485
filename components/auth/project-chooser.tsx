'use client';

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { InProgressArc } from '@/components/ui/glyphs/state-glyph';
import type { SignInRefusal } from '@/lib/domain/session-view';
import { chooseProject, signOut } from '@/lib/queries/session';
import { tellOtherTabs } from '@/lib/queries/session-channel';
import { RefusalNote } from './refusal-note';

type Project = { id: string; name: string };

/** The projects a user may work in, one to choose. Roles differ by project. */
export function ProjectChooser({
  projects,
  current,
  callbackPath,
}: {
  projects: readonly Project[];
  /** Name of the project in use; empty at first sign-in. */
  current: string;
  callbackPath: string;
}) {
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);

  const choose = async (project: Project) => {
    if (busy) return;
    setBusy(project.id);
    const answer = await chooseProject(project.id);
    if (answer.ok) {
      tellOtherTabs('signed-in');
      window.location.assign(callbackPath);
      return;
    }
    setBusy(null);
    setRefusal(answer.refusal);
  };

  return (
    <div className="flex flex-col gap-4">
      {refusal && <RefusalNote refusal={refusal} left={0} />}
      <ul className="flex flex-col overflow-hidden rounded-3 border border-line">
        {projects.map((project) => (
          <li key={project.id} className="border-b border-hair last:border-b-0">
            <button
              type="button"
              className="flex min-h-11 w-full items-center gap-2 px-3.5 text-left hover:bg-hover"
              aria-busy={busy === project.id}
              onClick={() => choose(project)}
            >
              <span className="mono flex-1 text-ink">{project.name}</span>
              {project.name === current && <span className="text-small text-ink-3">in use</span>}
              {busy === project.id ? (
                <InProgressArc size={14} />
              ) : (
                <ChevronRight size={16} strokeWidth={1.75} className="text-ink-3" aria-hidden />
              )}
            </button>
          </li>
        ))}
      </ul>
      <div className="-ml-2.5 flex gap-2">
        {current !== '' && (
          <a className={buttonClass('ghost')} href={callbackPath}>
            Stay in {current}
          </a>
        )}
        <Button
          variant="ghost"
          onClick={async () => {
            await signOut();
            tellOtherTabs('signed-out');
            window.location.assign('/login');
          }}
        >
          Sign out
        </Button>
      </div>
    </div>
  );
}
