/**
 * The facts of the alarm catalogue (fault/fm-doc/fm_doc/events.yaml): ids, severities, types, thresholds. The
 * texts of the simulated alarms are this simulator's own.
 */
import type { AlarmSpec, Severity } from './state';

/** One id. `mgmt` and `degrade` are the severities from which it blocks upgrades, and degrades its host. */
export type CatalogueEntry = {
  id: string;
  severities: Severity[];
  alarmType: string;
  probableCause: string;
  serviceAffecting: boolean;
  mgmt: Severity | undefined;
  degrade: Severity | undefined;
  /** A log is never active and cannot be suppressed. */
  isLog: boolean;
};

const LETTERS: Record<string, Severity> = { C: 'critical', M: 'major', m: 'minor', w: 'warning' };
/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'major', 'minor', 'warning'];

/** What a raiser must say; the rest comes from the catalogue unless it is given too. */
export type SpecInput = Pick<AlarmSpec, 'alarm_id' | 'entity_instance_id'> & Partial<AlarmSpec>;

/** A complete spec: type, cause and flags of the id, `entity_type_id` from the entity's first key. */
export function specOf(input: SpecInput): AlarmSpec {
  const entry = CATALOGUE.get(input.alarm_id);
  const severity = input.severity ?? entry?.severities[0] ?? 'major';
  return {
    entity_type_id:
      input.alarm_id === '100.114' ? 'ntp' : (/^([a-z_]+)[=.]/.exec(input.entity_instance_id)?.[1] ?? 'host'),
    reason_text: `Condition ${input.alarm_id} on ${input.entity_instance_id}`,
    alarm_type: entry?.alarmType ?? 'other',
    probable_cause: entry?.probableCause ?? 'unknown',
    proposed_repair_action:
      'Look at the entity named here; if the condition stays, call the next level of support.',
    service_affecting: entry?.serviceAffecting ?? false,
    suppression: input.alarm_id !== '100.114',
    mgmt_affecting: reaches(severity, entry?.mgmt),
    degrade_affecting: reaches(severity, entry?.degrade),
    ...input,
    severity,
  };
}

/** fm_api alarm_allowed: a severity counts when it is at or above the threshold; no threshold, never. */
function reaches(severity: Severity, threshold: Severity | undefined): boolean {
  return threshold !== undefined && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

// id, severities, type, probable cause, service affecting, blocks upgrades from, degrades from, kind
const TABLE = `
100.101|CM|operational-violation|threshold-crossed|n|M|C|y
100.102|CMm|operational-violation|threshold-crossed|n|-|-|y
100.103|CM|operational-violation|threshold-crossed|n|-|C|y
100.104|CM|operational-violation|threshold-crossed|n|C|C|y
100.105|C|equipment|configuration-or-customization-error|y|M|-|y
100.106|M|operational-violation|unknown|y|w|M|y
100.107|CM|operational-violation|unknown|y|w|M|y
100.108|M|operational-violation|unknown|y|w|M|y
100.109|CM|operational-violation|unknown|y|w|M|y
100.110|M|operational-violation|unknown|y|w|M|y
100.111|CM|operational-violation|unknown|y|w|M|y
100.112|M|operational-violation|unknown|y|-|M|y
100.113|CM|operational-violation|unknown|y|-|M|y
100.114|Mm|communication|unknown|n|-|-|y
100.115|CMm|operational-violation|threshold-crossed|n|-|C|y
100.116|CMm|operational-violation|threshold-crossed|n|-|C|y
100.117|CMm|operational-violation|threshold-crossed|n|M|C|y
100.118|m|communication|communication-subsystem-failure|n|-|-|y
100.119|Mmw|communication|unknown|n|-|-|y
100.120|m|equipment|unspecified-reason|n|-|-|y
100.121|M|equipment|unspecified-reason|n|M|-|y
100.150|CM|operational-violation|threshold-crossed|y|C|C|y
200.001|w|operational-violation|out-of-service|y|w|-|y
200.003|m|communication|unknown|n|w|-|y
200.004|C|operational-violation|application-subsystem-failure|y|w|-|y
200.005|CM|communication|unknown|y|w|-|y
200.006|CMm|operational-violation|unknown|y|w|M|y
200.007|CMm|operational-violation|unspecified-reason|y|-|C|y
200.009|CM|communication|unknown|y|w|-|y
200.010|w|operational-violation|communication-subsystem-failure|n|-|-|y
200.011|C|operational-violation|configuration-or-customization-error|y|w|-|y
200.013|M|operational-violation|communication-subsystem-failure|y|w|M|y
200.014|m|operational-violation|unknown|n|-|-|y
200.015|M|operational-violation|unknown|n|-|-|y
200.016|C|operational-violation|unknown|n|M|-|y
200.020|w|other|unspecified-reason|y|-|-|log
200.021|w|other|unspecified-reason|n|-|-|log
200.022|w|other|unspecified-reason|y|-|-|log
210.001|m|operational-violation|unspecified-reason|n|w|-|y
210.002|m|operational-violation|unspecified-reason|n|w|-|y
250.001|M|operational-violation|unspecified-reason|y|w|-|y
250.003|M|operational-violation|unspecified-reason|n|w|-|y
250.004|M|operational-violation|unspecified-reason|n|w|-|y
260.001|M|operational-violation|configuration-out-of-date|y|w|-|y
260.002|m|operational-violation|configuration-out-of-date|n|-|-|y
280.001|C|communication|loss-of-signal|n|-|-|y
280.002|M|other|application-subsystem-failure|n|-|-|y
280.003|m|processing-error|unknown|n|-|-|y
280.004|CM|communication|unknown|n|-|-|y
280.005|M|other|unknown|n|-|-|y
300.001|M|equipment|loss-of-signal|y|w|-|y
300.002|CM|equipment|loss-of-signal|y|w|C|y
300.003|M|operational-violation|underlying-resource-unavailable|y|w|-|y
300.004|M|operational-violation|underlying-resource-unavailable|y|w|-|y
300.005|M|operational-violation|underlying-resource-unavailable|y|w|-|y
300.010|M|processing-error|underlying-resource-unavailable|y|w|-|y
300.012|M|equipment|loss-of-signal|y|w|C|y
300.013|CM|equipment|loss-of-signal|y|w|C|y
300.014|M|equipment|loss-of-signal|y|w|C|y
300.015|C|equipment|loss-of-signal|y|w|C|y
300.016|M|operational-violation|loss-of-signal|y|w|-|y
400.001|CMm|processing-error|underlying-resource-unavailable|y|w|M|y
400.002|M|processing-error|underlying-resource-unavailable|y|w|-|y
400.003|C|processing-error|key-expired|y|C|-|y
400.005|M|communication|underlying-resource-unavailable|y|w|-|y
401.003|C|processing-error|unspecified-reason|y|-|-|log
401.005|C|processing-error|unspecified-reason|y|-|-|log
401.007|C|processing-error|unspecified-reason|y|-|-|log
500.100|M|equipment|procedural-error|y|-|-|y
500.101|C|operational-violation|unspecified-reason|n|-|-|y
500.200|M|operational-violation|certificate-expiration|n|-|-|y
500.210|C|operational-violation|certificate-expiration|n|-|-|y
700.001|C|processing-error|software-error|y|w|-|y
700.002|C|processing-error|procedural-error|y|w|-|y
700.003|C|processing-error|procedural-error|y|w|-|y
700.004|C|processing-error|procedural-error|y|w|-|y
700.005|C|processing-error|unspecified-reason|y|w|-|y
700.006|C|processing-error|underlying-resource-unavailable|y|w|-|y
700.007|C|processing-error|underlying-resource-unavailable|y|w|-|y
700.008|w|processing-error|unspecified-reason|y|w|-|y
700.009|C|processing-error|unspecified-reason|y|w|-|y
700.010|C|processing-error|unspecified-reason|y|w|-|y
700.011|C|other|unspecified-reason|y|w|-|y
700.012|C|processing-error|unspecified-reason|y|w|-|y
700.013|C|processing-error|unspecified-reason|y|w|-|y
700.014|C|other|unspecified-reason|y|w|-|y
700.015|M|communication|procedural-error|y|w|-|y
700.016|m|equipment|unspecified-reason|y|w|-|y
700.017|m|processing-error|procedural-error|y|-|-|y
750.001|w|processing-error|unknown|n|-|-|y
750.002|M|processing-error|unknown|y|-|-|y
750.003|M|processing-error|unknown|y|-|-|y
750.004|w|other|unknown|y|w|-|y
750.005|w|other|unknown|y|w|-|y
750.006|w|other|unknown|n|-|-|y
800.001|CM|equipment|equipment-malfunction|y|w|-|y
800.002|w|physical-violation|unspecified-reason|n|-|-|y
800.010|C|equipment|equipment-malfunction|y|w|-|y
800.011|M|equipment|equipment-malfunction|y|w|-|y
800.100|M|qos|congestion|n|-|-|y
800.101|C|qos|congestion|n|w|-|y
800.104|C|equipment|configuration-or-customization-error|y|M|-|y
800.105|M|processing-error|unspecified-reason|y|M|-|y
850.001|M|processing-error|communication-subsystem-failure|n|-|-|y
850.002|M|communication|out-of-service|y|M|-|y
900.001|m|environmental|unspecified-reason|n|w|-|y
900.002|M|environmental|unspecified-reason|n|w|-|y
900.003|w|environmental|unspecified-reason|n|w|-|y
900.004|M|operational-violation|unspecified-reason|y|w|-|y
900.005|m|operational-violation|unspecified-reason|n|w|-|y
900.006|m|environmental|unspecified-reason|n|w|-|y
900.007|m|operational-violation|unspecified-reason|n|w|-|y
900.008|m|operational-violation|unspecified-reason|n|w|-|y
900.009|m|operational-violation|unspecified-reason|n|w|-|y
900.010|m|operational-violation|unspecified-reason|n|w|-|y
900.011|m|operational-violation|unspecified-reason|n|w|-|y
900.020|w|equipment|unspecified-reason|n|-|-|y
900.021|M|equipment|unspecified-reason|y|w|-|y
900.022|w|equipment|unspecified-reason|n|-|-|y
900.023|m|environmental|unspecified-reason|n|-|-|y
900.024|w|environmental|unspecified-reason|n|-|-|y
900.101|M|equipment|unspecified-reason|y|w|-|y
900.102|M|equipment|unspecified-reason|y|w|-|y
900.103|C|equipment|underlying-resource-unavailable|y|w|-|y
900.201|M|equipment|unspecified-reason|y|w|-|y
900.202|M|equipment|unspecified-reason|y|w|-|y
900.203|C|equipment|underlying-resource-unavailable|y|w|-|y
900.231|M|equipment|unspecified-reason|y|w|-|y
900.301|M|equipment|unspecified-reason|y|w|-|y
900.302|M|equipment|unspecified-reason|y|w|-|y
900.303|C|equipment|underlying-resource-unavailable|y|w|-|y
900.401|M|equipment|unspecified-reason|y|w|-|y
900.402|M|equipment|unspecified-reason|y|w|-|y
900.403|C|equipment|underlying-resource-unavailable|y|w|-|y
900.501|M|equipment|unspecified-reason|y|w|-|y
900.502|M|equipment|unspecified-reason|y|w|-|y
900.503|C|equipment|underlying-resource-unavailable|y|w|-|y
900.601|M|equipment|unspecified-reason|y|w|-|y
900.602|M|equipment|unspecified-reason|y|w|-|y
900.603|C|equipment|underlying-resource-unavailable|y|w|-|y
900.701|M|operational-violation|unknown|y|w|M|y
`;

export const CATALOGUE: ReadonlyMap<string, CatalogueEntry> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [
        id = '',
        letters = '',
        alarmType = '',
        probableCause = '',
        affecting,
        mgmt = '',
        degrade = '',
        kind,
      ] = line.split('|');
      const severities = [...letters].flatMap((letter) => LETTERS[letter] ?? []);
      return [
        id,
        {
          id,
          severities,
          alarmType,
          probableCause,
          serviceAffecting: affecting === 'y',
          mgmt: LETTERS[mgmt],
          degrade: LETTERS[degrade],
          isLog: kind === 'log',
        },
      ];
    }),
);

/** An id that is only ever logged, in this table or outside it (7xx customer logs and the like). */
export function isLogId(id: string): boolean {
  return CATALOGUE.get(id)?.isLog ?? true;
}
