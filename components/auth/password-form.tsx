'use client';

import { type FormEvent, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Note } from '@/components/ui/note';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { changePassword } from '@/lib/actions/password';
import type { Failure } from '@/lib/domain/result';
import { signIn } from '@/lib/queries/session';
import { tellOtherTabs } from '@/lib/queries/session-channel';
import { DomainField } from './domain-field';
import { SubmitButton } from './submit-button';
import { useCountdown } from './use-countdown';

type Errors = { original?: string; password?: string; repeat?: string; form?: string };

/** Changes a password and signs in with the new one at once, since Keystone revokes the user's tokens. */
export function PasswordForm(props: { user: string; domain: string; project: string; callbackPath: string }) {
  const { callbackPath, project } = props;
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [left, startWait] = useCountdown();
  const form = useRef<HTMLFormElement>(null);

  const show = (problems: Errors) => {
    setErrors(problems);
    const name = problems.original
      ? 'original'
      : problems.password
        ? 'password'
        : problems.repeat
          ? 'repeat'
          : null;
    const field = name && form.current?.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.focus();
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || left > 0) return;
    const typed = read(new FormData(event.currentTarget));
    if (typed.password !== typed.repeat) {
      show({ repeat: 'Not the same as the new password' });
      return;
    }
    setBusy(true);
    setErrors({});
    const changed = await changePassword(typed).catch(() => null);
    if (changed?.ok) {
      const { userName, domainName: domain, password } = typed;
      const again = await signIn({ userName, domain, password, ...(project ? { project } : {}) });
      if (again.ok) tellOtherTabs('signed-in');
      window.location.assign(again.ok ? callbackPath : '/login');
      return;
    }
    setBusy(false);
    show(changed ? errorsOf(changed.error) : { form: 'The console does not answer. Nothing was changed.' });
    startWait(changed?.error.retryAfterSeconds ?? 0);
  };

  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="flex flex-col gap-4">
      {errors.form && (
        <Note tone="unknown" live="alert">
          {errors.form}
        </Note>
      )}
      <TextField
        name="username"
        label="User name"
        defaultValue={props.user}
        autoComplete="username"
        autoCapitalize="off"
        required
      />
      <DomainField initial={props.domain} />
      <PasswordField
        name="original"
        label="Current password"
        autoComplete="current-password"
        error={errors.original ?? null}
        autoFocus
        required
      />
      <PasswordField
        name="password"
        label="New password"
        autoComplete="new-password"
        error={errors.password ?? null}
        required
      />
      <PasswordField
        name="repeat"
        label="New password again"
        autoComplete="new-password"
        error={errors.repeat ?? null}
        required
      />
      <SubmitButton label="Change password" left={left} busy={busy} size="large" />
      {project !== '' && (
        <div className="-ml-2.5">
          <a className={buttonClass('ghost')} href={callbackPath}>
            Keep the old one
          </a>
        </div>
      )}
    </form>
  );
}

function read(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    userName: text('username').trim(),
    domainName: text('domain').trim() || 'Default',
    original: text('original'),
    password: text('password'),
    repeat: text('repeat'),
  };
}

/** Beside the field that it is about, verbatim; whatever is about none stands above the form. */
function errorsOf(error: Failure): Errors {
  const { original, password } = error.fields ?? {};
  if (original) return { original };
  if (password) return { password };
  return { form: error.message };
}
