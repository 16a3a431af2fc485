'use client';

import './globals.css';

/** Not even the outermost layout could be drawn: it stands in for it, in the theme of the system, in few words. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" data-theme="system">
      <title>Roost</title>
      <body>
        <main className="page">
          <h1 className="text-title">This page could not be drawn</h1>
          <p>The fault is in the console, not in the cloud. Error {error.digest}</p>
          <button type="button" className="btn" onClick={() => window.location.reload()}>
            Reload
          </button>
        </main>
      </body>
    </html>
  );
}
