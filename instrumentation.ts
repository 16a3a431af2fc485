/** Runs once before the server takes requests: a bad configuration stops the start here. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startOrExit } = await import('@/lib/server/start');
  startOrExit();
}
