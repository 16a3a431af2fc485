'use client';

import { Broken } from '@/components/shell/states/broken';

/** A page that cannot be drawn; the shell around it goes on. */
export default function ConsoleError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <Broken {...props} />;
}
