/** What may be wrong with a row of a bulk add, and what rules may look at. */
import type { RuleContext } from '../host-rules/context';
import type { BulkField } from './bulk-row';

export type BulkContext = RuleContext & {
  /** Of the OAM network's primary pool; null: not known. */
  oamFamily: 'IPv4' | 'IPv6' | null;
  /** Has this cloud a Ceph backend of the platform's own kind? null: not known. */
  ceph: boolean | null;
};

/** `block`: the platform refuses it. `warn`: it takes it, and a person should know. */
export type BulkFault = {
  row: string;
  field: BulkField;
  weight: 'block' | 'warn';
  message: string;
  /** The platform's check. */
  cite: string;
};

export type Finding = Omit<BulkFault, 'row'>;

export const block = (field: BulkField, message: string, cite: string): Finding => ({
  ...{ field, weight: 'block', message, cite },
});
export const warn = (field: BulkField, message: string, cite: string): Finding => ({
  ...{ field, weight: 'warn', message, cite },
});

export const isBlocking = ({ weight }: BulkFault): boolean => weight === 'block';
