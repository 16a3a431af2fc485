/** The fields of a host in the form in which sysinv takes them: one JSON-patch list, `replace` for each. */
import 'server-only';
import { fieldSpec, type HostField } from '@/lib/domain/host-fields';
import type { HostPatch } from './hosts';

export type FieldValue = { field: HostField; value: string | boolean };

/** Paths and values for `patchHost`. Only location is not the plain value: sysinv keeps it as a map with `locn`. */
export function fieldPatch(changes: readonly FieldValue[]): HostPatch {
  return changes.flatMap(({ field, value }) => {
    const spec = fieldSpec(field);
    if (!spec) return [];
    return [{ path: `/${spec.attribute}`, value: field === 'location' ? { locn: value } : value }];
  });
}
