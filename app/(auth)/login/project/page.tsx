import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthHeading } from '@/components/auth/auth-heading';
import { ProjectChooser } from '@/components/auth/project-chooser';
import { Refusal } from '@/components/ui/refusal';
import { myProjects } from '@/lib/server/projects';
import { safePath } from '@/lib/url/safe-path';

export const metadata: Metadata = { title: 'Choose a project' };

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function ProjectPage({ searchParams }: Props) {
  const { callbackUrl } = await searchParams;
  const callbackPath = safePath(typeof callbackUrl === 'string' ? callbackUrl : null);
  const mine = await myProjects();
  if (!mine.ok && mine.error.kind === 'unauthenticated') redirect('/login');
  return (
    <>
      <AuthHeading title="Choose a project">Your roles can differ from project to project.</AuthHeading>
      {mine.ok ? (
        <ProjectChooser
          projects={mine.data.projects}
          current={mine.data.current}
          callbackPath={callbackPath}
        />
      ) : (
        <Refusal
          title="Your projects could not be read"
          message={mine.error.message}
          service={mine.error.service}
          status={mine.error.status}
          requestId={mine.error.requestId}
        />
      )}
    </>
  );
}
