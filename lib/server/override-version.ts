/** A word for user overrides as they are: the same for the same text, another for any other. */
import 'server-only';
import { createHash } from 'node:crypto';
import type { ChartReading, ChartValues } from '@/lib/domain/application/chart';

/** Enough that two texts never share one by chance, too little to try a secret out against. */
const LETTERS = 12;

export const versionOf = (user: string | null): string =>
  user === null ? 'none' : createHash('sha256').update(user).digest('hex').slice(0, LETTERS);

export const withVersion = (values: ChartValues): ChartReading => ({
  ...values,
  version: versionOf(values.user),
});
