/**
 * Lets a server that was told to end come to its end. Node waits for kept-alive connections that were busy when it
 * stopped listening, and an open tab keeps its own busy by polling: without this the process would never exit.
 * Needs `closeIdleConnections` (Node 18.2) and the channel http.server.request.start (node:_http_server).
 */
import 'server-only';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** How often idle connections are looked for; those that are busy then end with their answer. */
const LOOK_MS = 200;

/**
 * Lets a piece of work end before the process does, up to a limit. Next calls process.exit as soon as it has drained
 * (next 16.4.5, start-server) and has no hook for what else has to be said to others.
 */
export function holdExit(work: Promise<unknown>, mostMs: number): void {
  const exit = process.exit.bind(process);
  const limit = new Promise((resolve) => {
    setTimeout(resolve, mostMs).unref();
  });
  const done = Promise.race([work, limit]).catch(() => undefined);
  Reflect.set(process, 'exit', (code?: number) => {
    void done.then(() => exit(code));
  });
}

type Started = { server: { closeIdleConnections(): void }; response: { shouldKeepAlive: boolean } };

/** Remembers the servers of this process as requests arrive. Call the result when the process is told to end. */
export function prepareDrain(): () => void {
  const servers = new Set<Started['server']>();
  const onStart = (message: unknown) => {
    if (isStarted(message)) servers.add(message.server);
  };
  subscribe('http.server.request.start', onStart);
  return () => {
    unsubscribe('http.server.request.start', onStart);
    // What still arrives over a connection that is open is answered, and is the last over it.
    subscribe('http.server.request.start', (message) => {
      if (isStarted(message)) message.response.shouldKeepAlive = false;
    });
    const look = () => {
      for (const server of servers) server.closeIdleConnections();
    };
    setInterval(look, LOOK_MS).unref();
  };
}

function isStarted(message: unknown): message is Started {
  return typeof message === 'object' && message !== null && 'server' in message && 'response' in message;
}
