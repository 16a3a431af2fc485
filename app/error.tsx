'use client';

/** The shell itself could not be drawn. Few words: every page carries this code. */
export default function RootError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <main className="page">
      <h1 className="text-title">This page could not be drawn</h1>
      <p>The fault is in the console, not in the cloud. Error {error.digest}</p>
      <button type="button" className="btn" onClick={retry}>
        Try again
      </button>
    </main>
  );
}
