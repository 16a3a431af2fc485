/** Views of configuration as documents. */
import 'server-only';
import { z } from 'zod';
import { getHostDeclaration } from './declaration';
import { view } from './view';

export const declarationViews = {
  /** A host as documents of the Deployment Manager: twenty-two requests, when somebody compares it or looks at its file. */
  hostDeclaration: view({
    params: z.strictObject({ hostId: z.uuid() }),
    load: (connection, { hostId }) => getHostDeclaration(connection, hostId),
    pace: ({ unread }) => (unread.length > 0 ? 'minute' : 'rare'),
  }),
};
