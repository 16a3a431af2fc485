/** The headers that tell a browser what pages of the console may do. Pure, so that a test can hold the exact text. */

/**
 * Content security policy of one answer.
 * @param nonce random per request; Next puts it on its own scripts
 * @param dev React's development build evaluates code and its overlay writes styles; a production build does neither
 */
export function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src-elem 'self' 'unsafe-inline'" : `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** Security headers of every page and API answer, without the policy above. */
export function plainSecurityHeaders(https: boolean): Record<string, string> {
  return {
    ...scriptSecurityHeaders(https),
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), screen-wake-lock=(self)',
    'cross-origin-opener-policy': 'same-origin',
  };
}

/**
 * Security headers of an answer that only a script can have asked for, as that to a server action: a link, a form or a frame
 * cannot send its header `next-action`, and a script of another origin is refused it before the request leaves. Such an
 * answer never becomes a document or a worker, and only to those a browser applies the policy above and what says
 * how it may be framed, opened and what it may use. They were 600 bytes of each poll, twice what it has to tell. What
 * holds for any answer stays: its type is not guessed, no other origin may load it, and the host is reached by https alone.
 * Source: https://fetch.spec.whatwg.org (CORS-unsafe headers, X-Content-Type-Options, Cross-Origin-Resource-Policy),
 * https://html.spec.whatwg.org (policy containers, X-Frame-Options, opener policy).
 */
export function scriptSecurityHeaders(https: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
