/** What a new root CA certificate is asked to say of itself (kube_rootca_update.py get_subject, _calculate_duration). Own words. */
import { refuse } from '../faults';

const PARTS = ['C', 'ST', 'L', 'O', 'OU', 'CN'];
const DAY = 86_400_000;

/** `C=US ST=Ontario O=StarlingX CN=kubernetes`: known parts, a common name among them. */
export function subjectIn(text: string | null): Map<string, string> {
  const pairs = [...(text ?? '').matchAll(/([^=]+)=([^=]+)(?:\s|$)/g)];
  const subject = new Map(pairs.map(([, key = '', value = '']) => [key, value]));
  if (text === null) return subject;
  if ([...subject.keys()].some((key) => !PARTS.includes(key))) {
    refuse(400, `The subject may have the parts ${PARTS.join(', ')}, as in C=<country> CN=<common name>`);
  }
  if (!subject.has('CN')) refuse(400, 'The subject needs a part CN=<common name>');
  return subject;
}

/** A day, to whose end the certificate holds: more than 24 hours from now. */
export function validUntil(date: string | null, now: number): void {
  if (date === null) return;
  const day = /^\d{4}-\d{1,2}-\d{1,2}$/.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(day)) refuse(400, `expiry_date ${date} is not of the form YYYY-MM-DD`);
  if (Math.floor((day - now) / DAY) + 1 <= 1) {
    refuse(400, 'The new kubernetes root CA must hold for more than 24 hours');
  }
}
