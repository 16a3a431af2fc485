import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthHeading } from '@/components/auth/auth-heading';
import { LoginForm } from '@/components/auth/login-form';
import { platformHost } from '@/lib/server/platform-host';
import { currentSession } from '@/lib/server/session';
import { safePath } from '@/lib/url/safe-path';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function LoginPage({ searchParams }: Props) {
  const { callbackUrl } = await searchParams;
  const callbackPath = safePath(typeof callbackUrl === 'string' ? callbackUrl : null);
  if (await currentSession()) redirect(callbackPath);
  return (
    <>
      <AuthHeading title="Sign in">
        StarlingX at <span className="mono">{platformHost()}</span>
      </AuthHeading>
      <LoginForm callbackPath={callbackPath} domain="Default" />
    </>
  );
}
