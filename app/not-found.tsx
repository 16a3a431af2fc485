import { PageNotFound } from '@/components/shell/states/not-found';

/** Outside of the console's shell. */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-180 py-16">
      <PageNotFound />
    </main>
  );
}
