/** `collapsed` or `wide`: the server reads it for the first paint. */
export const RAIL_COOKIE = 'roost-rail';
