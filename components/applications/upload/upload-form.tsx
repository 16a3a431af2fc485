'use client';
/** The form of an upload: where the tarball lies, what is in it, what the platform will say, the same as a command. */
import { Upload } from 'lucide-react';
import { CheckList } from '@/components/action/check-list';
import { Commands } from '@/components/action/commands';
import { LostNote } from '@/components/action/lost-note';
import { StepAnswer } from '@/components/action/step-rows';
import { UploadCancelled, UploadProgress } from '@/components/action/upload-progress';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { callCli } from '@/lib/domain/application/application-calls';
import { orderChecks } from '@/lib/domain/check';
import { TarballFacts } from '../tarball/tarball-facts';
import { faultsOf } from '../tarball/use-tarball';
import { UploadFieldset } from './upload-fieldset';

import { UploadWayOut } from './upload-way-out';
import { useUpload } from './use-upload';
import { useUploadForm } from './use-upload-form';

export function UploadForm({ mostMb }: { mostMb: number }) {
  const form = useUploadForm(mostMb);
  const { send, sending, busy, failure, cancelled, lost } = useUpload();
  const { call, picked, from, facts, checks } = form;
  const off = lost.off ?? form.off;
  const faults = faultsOf(picked).slice(1);
  const start = () => {
    if (off === null && !busy) void send(call, from === 'file' ? (picked?.file ?? null) : null);
  };
  return (
    <form
      className="grid items-start gap-3 lg:grid-cols-2"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <Panel title="From where" padded>
        <div className="flex flex-col gap-4">
          <UploadFieldset form={form} />
          {sending && <UploadProgress sending={sending} />}
          <LostNote lost={lost} deed="it was uploaded" />
          <StepAnswer results={[]} failure={busy ? undefined : failure} />
          {cancelled && <UploadCancelled wholeSent={cancelled.wholeSent} what="tarball" />}
          {off === null && <Commands commands={[callCli(call)]} />}
          <div className="flex flex-wrap items-center gap-3">
            <Button
              variant="primary"
              size="large"
              busy={busy}
              icon={<Upload size={14} strokeWidth={1.75} aria-hidden />}
              {...(off === null ? {} : { disabledReason: off })}
              onClick={start}
            >
              Upload
            </Button>
            {off !== null && <span className="min-w-0 flex-1 text-ink-2 text-small">{off}</span>}
          </div>
        </div>
        {/* Enter in a field sends the form. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </Panel>
      <Panel title="What is in it" padded>
        {facts ? (
          <TarballFacts facts={facts} />
        ) : (
          <p className="text-ink-3">
            {from === 'file'
              ? 'Read in this browser once a tarball is picked, before anything is sent.'
              : 'The platform looks into it. This console cannot, before it is there.'}
          </p>
        )}
        {faults.length > 0 && (
          <Note tone="crit" className="mt-4" title="The platform would refuse it for this too.">
            <ul>
              {faults.map(({ why, cite }) => (
                <li key={why} title={cite}>
                  {why}
                </li>
              ))}
            </ul>
          </Note>
        )}
        {checks.length > 0 && (
          <div className="mt-4">
            <CheckList checks={orderChecks(checks)} pending={0} meta={null} wayOut={() => null} />
            <UploadWayOut checks={checks} name={facts?.name ?? call.name} />
          </div>
        )}
      </Panel>
    </form>
  );
}
