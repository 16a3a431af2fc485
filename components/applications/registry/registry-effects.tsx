'use client';
/** What a change to the registry does beside what was asked for, and what of that nobody can tell. */
import type { ReactNode } from 'react';
import { SheetHeading } from '@/components/action/check-list';
import { SheetRow } from '@/components/action/sheet-row';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import { isWorking } from '@/lib/domain/application/application';
import { listWords } from '@/lib/format/words';
import { useView } from '@/lib/queries/view';

export function DeletingEffects({ image, tag }: { image: string; tag: string }) {
  const others = useView('registryTags', { image })?.data?.tags.filter((one) => one !== tag);
  return (
    <Effects title="What it affects">
      <Effect unknown title="What runs from it">
        No source reports it. What runs goes on; on a host that has no copy of the image it cannot start
        again.
      </Effect>
      {others?.length !== 0 && (
        <Effect unknown title="Other tags of the same content">
          The platform deletes by content: a tag that means the same goes too. Whether one does is not known
          {others ? ` of ${listWords(others)}` : ''}.
        </Effect>
      )}
      <Effect title="Its room">Stays taken until garbage is collected.</Effect>
    </Effects>
  );
}

export function GarbageEffects() {
  const applications = useView('applications', {})?.data?.applications;
  const working = applications?.filter(isWorking).map(({ name }) => name) ?? [];
  return (
    <>
      {working.length > 0 && (
        <Note tone="minor" title={`The platform is at work on ${listWords(working)}.`}>
          What it fetches for them into the registry meanwhile fails.
        </Note>
      )}
      <Effects title="What happens next">
        <Effect title="The active controller is configured anew">
          It is out of date, with alarm 250.001, until it has done so. Nothing else says when it is over.
        </Effect>
        <Effect title="The registry restarts, can only be read, and restarts again">
          Applications that are applied or updated meanwhile, and an upgrade of Kubernetes, cannot put images
          into it. If collecting fails it stays so.
        </Effect>
        <Effect unknown title="How much room is freed">
          The platform does not tell it.
        </Effect>
      </Effects>
    </>
  );
}

function Effects({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <SheetHeading>{title}</SheetHeading>
      <ul>{children}</ul>
    </div>
  );
}

function Effect({
  title,
  unknown = false,
  children,
}: {
  title: string;
  unknown?: boolean;
  children: ReactNode;
}) {
  return (
    <SheetRow
      icon={
        <StateGlyph
          state={unknown ? 'unknown' : 'offline'}
          size={16}
          {...(unknown ? { title: 'Not known' } : {})}
        />
      }
      title={title}
      detail={children}
    />
  );
}
