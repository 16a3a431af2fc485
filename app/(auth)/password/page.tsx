import type { Metadata } from 'next';
import { AuthHeading } from '@/components/auth/auth-heading';
import { PasswordForm } from '@/components/auth/password-form';
import { currentSession } from '@/lib/server/session';
import { safePath } from '@/lib/url/safe-path';

export const metadata: Metadata = { title: 'Change password' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PasswordPage({ searchParams }: Props) {
  const query = await searchParams;
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : undefined;
  };
  const viewer = (await currentSession())?.viewer;
  return (
    <>
      <AuthHeading title="Change your password">
        {text('reason') === 'expired'
          ? 'It has expired. Choose a new one to sign in.'
          : 'You are signed out everywhere else and signed in here with the new one.'}
      </AuthHeading>
      <PasswordForm
        user={text('user') ?? viewer?.userName ?? ''}
        domain={text('domain') ?? viewer?.domainName ?? 'Default'}
        project={viewer?.projectName ?? ''}
        callbackPath={safePath(text('callbackUrl'))}
      />
    </>
  );
}
