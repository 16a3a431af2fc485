import { PageNotFound } from '@/components/shell/states/not-found';

/** A place of the console that turned out to be none. */
export default function NotFound() {
  return <PageNotFound />;
}
