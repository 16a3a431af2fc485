import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, plainSecurityHeaders, scriptSecurityHeaders } from './csp';

describe('security headers', () => {
  it('sends exactly this policy in production', () => {
    expect(contentSecurityPolicy('abc', false)).toBe(
      "default-src 'self'; script-src 'self' 'nonce-abc' 'strict-dynamic'; style-src-elem 'self' 'nonce-abc'; " +
        "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; " +
        "base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    );
  });

  it('promises https for good only when reached by https', () => {
    expect(plainSecurityHeaders(false)).not.toHaveProperty('strict-transport-security');
    expect(plainSecurityHeaders(true)).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
  });

  it('keeps on the answer to a script what holds for any answer, and what belongs to documents off it', () => {
    expect(scriptSecurityHeaders(true)).toEqual({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    });
    expect(scriptSecurityHeaders(false)).not.toHaveProperty('strict-transport-security');
    expect(plainSecurityHeaders(true)).toMatchObject({
      ...scriptSecurityHeaders(true),
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
    });
  });
});
