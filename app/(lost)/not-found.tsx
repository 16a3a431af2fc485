import { PageNotFound } from '@/components/shell/states/not-found';

export default function NotFound() {
  return <PageNotFound />;
}
