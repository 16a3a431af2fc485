'use client';

import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { PasswordField } from '@/components/ui/password-field';
import type { SessionView, SignInRefusal } from '@/lib/domain/session-view';
import { signIn } from '@/lib/queries/session';
import { tellOtherTabs } from '@/lib/queries/session-channel';
import { acceptSession } from '@/lib/queries/session-store';
import { RefusalNote } from './refusal-note';
import { SubmitButton } from './submit-button';
import { useCountdown } from './use-countdown';

/** Renews the session of the same user and project without leaving the page. */
export function SignInAgain(props: { view: SessionView; onRenewed: () => void; other: ReactNode }) {
  const { view, onRenewed, other } = props;
  const password = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const [left, startWait] = useCountdown();

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = password.current?.value ?? '';
    if (busy || left > 0 || typed === '') return;
    setBusy(true);
    const { userName, domain, project } = view;
    const answer = await signIn({ userName, domain, project, password: typed });
    setBusy(false);
    if (answer.ok) {
      tellOtherTabs('signed-in');
      // The project may have been taken away meanwhile: then there is a choice to make first.
      if (answer.view?.project !== project) window.location.reload();
      acceptSession(answer.view);
      onRenewed();
      return;
    }
    if (answer.refusal.code === 'expired') {
      const back = encodeURIComponent(`${window.location.pathname}${window.location.search}`);
      window.location.assign(
        `/password?reason=expired&user=${encodeURIComponent(userName)}&callbackUrl=${back}`,
      );
      return;
    }
    setRefusal(answer.refusal);
    startWait(answer.refusal.retryAfterSeconds ?? 0);
    if (password.current) {
      password.current.value = '';
      password.current.focus();
    }
  };

  return (
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      {refusal && <RefusalNote refusal={refusal} left={left} />}
      <p className="text-ink-2">
        <span className="mono text-ink">{view.userName}</span> in project{' '}
        <span className="mono text-ink">{view.project}</span>
      </p>
      {/* For password managers: they need a name beside the password. */}
      <input
        type="text"
        name="username"
        defaultValue={view.userName}
        autoComplete="username"
        hidden
        readOnly
      />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="current-password"
        data-autofocus
        required
        ref={password}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton label="Sign in again" left={left} busy={busy} />
        {other}
      </div>
    </form>
  );
}
