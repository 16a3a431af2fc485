import type { Call } from '../../../kernel/http';

/** `?overwrite=` of labels, as wsme reads a boolean (write-058). */
export const overwrites = (call: Call): boolean =>
  ['true', 'on', 'yes', 't', 'y', '1'].includes((call.query.get('overwrite') ?? '').toLowerCase());
