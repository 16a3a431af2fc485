import type { Metadata } from 'next';
import { ApplicationPage } from '@/components/applications/application-page';
import { Prefetched } from '../../prefetched';

type Params = { params: Promise<{ application: string }> };

const nameIn = async ({ params }: Params): Promise<string> => decodeURIComponent((await params).application);

export async function generateMetadata(props: Params): Promise<Metadata> {
  return { title: await nameIn(props) };
}

export default async function OneApplicationPage(props: Params) {
  const name = await nameIn(props);
  return (
    <Prefetched
      views={[
        { view: 'applications', params: {} },
        { view: 'applicationCharts', params: { application: name }, later: true },
        { view: 'applicationsPending', params: {}, later: true },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <ApplicationPage name={name} />
    </Prefetched>
  );
}
