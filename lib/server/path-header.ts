/** proxy.ts writes the path and query of a page request here, for the way back after signing in. */
export const PATH_HEADER = 'x-roost-path';
