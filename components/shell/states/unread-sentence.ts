import type { Failure } from '@/lib/domain/result';

/** Why something could not be read: the service, its status, and its own words. */
export function unreadSentence({ service, status, message, kind }: Failure): string {
  if (service === 'console') return message;
  const who = service ?? 'The platform';
  if (kind === 'unreadable') return `${who} gave an answer that cannot be read. ${message}`;
  const source = status === undefined ? who : `${who}, HTTP ${status}`;
  return message.toLowerCase().includes(who.toLowerCase()) ? message : `${source}: ${message}`;
}
