/** What is wrong with lines of parameters: what the rules say of them, or what the platform said of the last try. */
import { callVerdict } from '@/lib/domain/clock/ptp-call-rules';
import type { AddedParameter, ParameterOwner } from '@/lib/domain/clock/ptp-parameter-form';
import type { ClockFacts } from './use-clock-facts';
import type { ClockRunState } from './use-clock-run';

type Tried = Pick<ClockRunState, 'failedCall' | 'failure'>;

/** Was this pair among those that the platform refused? */
function isRefused({ failedCall: call }: Tried, section: string, name: string, value: string): boolean {
  if (!call) return false;
  if (call.do === 'parameter.change') return call.name === name && call.to === value;
  if (call.do !== 'parameters.add') return false;
  return call.section === section && call.pairs.some((pair) => pair.name === name && pair.value === value);
}

/** The platform's words beside the field that they are about, or null. */
export function refusedWords(tried: Tried, section: string, name: string, value: string): string | null {
  return isRefused(tried, section, name, value) ? (tried.failure?.message ?? null) : null;
}

/** By id of the line. Lines of an owner that does not exist yet are judged by the whole list instead. */
export function addedFaults(
  added: readonly AddedParameter[],
  tried: Tried,
  owner: ParameterOwner,
  facts: ClockFacts,
): Record<string, string> {
  const exists = (owner.of === 'instance' ? facts.config.instances : facts.config.interfaces).some(
    ({ name }) => name === owner.name,
  );
  return Object.fromEntries(
    added.flatMap(({ id, section, name, value }) => {
      const refused = refusedWords(tried, section, name, value);
      if (refused) return [[id, refused]];
      if (!exists || (name === '' && value === '')) return [];
      const verdict = callVerdict(
        { do: 'parameters.add', ...owner, section, pairs: [{ name, value }] },
        facts,
      );
      return verdict.ok ? [] : [[id, verdict.why]];
    }),
  );
}
