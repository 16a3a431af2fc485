import type { Failure } from '@/lib/domain/result';
import { createStore } from './store';

/** What could not be kept at the last try that no form of its own tells of (a key, the bulk bar). */
export const markFailure = createStore<{ what: string; error: Failure } | null>(null);
