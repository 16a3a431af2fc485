/** Tabs of one browser share the cookie; they tell each other when it changes. */
export type SessionNews = 'signed-in' | 'signed-out';

// One channel for both directions: a channel does not hear itself, another one of the same tab would.
let channel: BroadcastChannel | undefined;
function open(): BroadcastChannel {
  channel ??= new BroadcastChannel('roost-session');
  return channel;
}

/** Tells the other tabs. */
export function tellOtherTabs(news: SessionNews): void {
  open().postMessage(news);
}

/** Hears the other tabs, not this one. @returns how to stop */
export function hearOtherTabs(listener: (news: SessionNews) => void): () => void {
  const onMessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'signed-in' || data === 'signed-out') listener(data);
  };
  const opened = open();
  opened.addEventListener('message', onMessage);
  return () => opened.removeEventListener('message', onMessage);
}
