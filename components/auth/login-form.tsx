'use client';

import { Info } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { Note } from '@/components/ui/note';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import type { SignInRefusal } from '@/lib/domain/session-view';
import { signIn } from '@/lib/queries/session';
import { tellOtherTabs } from '@/lib/queries/session-channel';
import { DomainField } from './domain-field';
import { RefusalNote } from './refusal-note';
import { SubmitButton } from './submit-button';
import { useCountdown } from './use-countdown';

/** User name, password, domain. Uncontrolled fields: what was typed before the script arrived is kept. */
export function LoginForm({ callbackPath, domain }: { callbackPath: string; domain: string }) {
  const router = useRouter();
  const password = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const [left, startWait] = useCountdown();

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || left > 0) return;
    const details = read(new FormData(event.currentTarget));
    setBusy(true);
    const answer = await signIn(details);
    if (answer.ok) {
      tellOtherTabs('signed-in');
      const back = callbackPath === '/' ? '' : `?callbackUrl=${encodeURIComponent(callbackPath)}`;
      // A full load: nothing of an earlier session may linger in the router's memory.
      window.location.assign(answer.view?.project ? callbackPath : `/login/project${back}`);
      return;
    }
    if (answer.refusal.code === 'expired') {
      router.push(expiredPath(details, callbackPath));
      return;
    }
    setBusy(false);
    setRefusal(answer.refusal);
    startWait(answer.refusal.retryAfterSeconds ?? 0);
    if (password.current && answer.refusal.code !== 'unavailable') {
      password.current.value = '';
      password.current.focus();
    }
  };

  return (
    // method=post: should the script not be there yet, a password must not end up in the address.
    <form method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      {refusal && <RefusalNote refusal={refusal} left={left} />}
      <TextField
        name="username"
        label="User name"
        autoComplete="username"
        autoCapitalize="off"
        autoFocus
        required
      />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="current-password"
        required
        ref={password}
      />
      <DomainField initial={domain} />
      <SubmitButton label="Sign in" left={left} busy={busy} size="large" />
      <Note icon={<Info size={15} strokeWidth={1.75} aria-hidden />} className="bg-transparent">
        Authorised use only. Actions are recorded with your name, address and time.
      </Note>
    </form>
  );
}

function read(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    userName: text('username').trim(),
    password: text('password'),
    domain: text('domain').trim() || 'Default',
  };
}

function expiredPath(details: { userName: string; domain: string }, callbackPath: string): string {
  const query = new URLSearchParams({ reason: 'expired', user: details.userName });
  if (details.domain !== 'Default') query.set('domain', details.domain);
  if (callbackPath !== '/') query.set('callbackUrl', callbackPath);
  return `/password?${query}`;
}
