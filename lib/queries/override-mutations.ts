/** Changing overrides from the browser. */
import { changeOverrides } from '@/lib/actions/chart-overrides';
import type { OverrideCall } from '@/lib/domain/application/overrides/override-calls';
import type { Result } from '@/lib/domain/result';
import type { OverrideDone } from '@/lib/server/override-writes';
import { settled } from './host-mutations';

/** Sends a change, once. A console that cannot be reached is a Failure like any other. */
export const sendOverride = (call: OverrideCall): Promise<Result<OverrideDone>> => {
  const submission = crypto.randomUUID();
  return settled(() => changeOverrides({ call, submission }), 'the overrides', submission);
};
