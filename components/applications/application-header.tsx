'use client';
/** Head of an application's page: which it is, how it stands, what can be done with it. */
import { PageHeader } from '@/components/shell/page';
import type { Application } from '@/lib/domain/application/application';
import { DEEDS } from '@/lib/domain/application/application-calls';
import { nextDeed } from '@/lib/domain/application/application-rules';
import { ApplicationGlyph, StatusWords } from './application-look';
import { DeedButton } from './deed-button';
import { NeedsApply, useNeedsApply } from './needs-apply';

export function ApplicationHeader({ one }: { one: Application }) {
  const pending = useNeedsApply(one.name);
  const next = nextDeed(one) ?? (pending ? 'apply' : null);
  return (
    <PageHeader
      before={<ApplicationGlyph one={one} />}
      title={<span className="mono">{one.name}</span>}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StatusWords one={one} />
          {one.version === null ? (
            <span className="text-unk-fg">Version unknown</span>
          ) : (
            <span>
              Version <span className="mono">{one.version}</span>
            </span>
          )}
          {pending && <NeedsApply change={pending} full />}
        </span>
      }
      actions={DEEDS.map((deed) => <DeedButton key={deed} deed={deed} one={one} primary={deed === next} />)}
    />
  );
}
