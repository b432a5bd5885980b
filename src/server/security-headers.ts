import type { FastifyReply } from 'fastify';

const policy = (directives: Readonly<Record<string, string>>) =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** For answers that are no pages: whatever a browser took them for, nothing in them is loaded or run. */
const nothing = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" };

/**
 * For GraphiQL: its own files and its own service, and nothing else. Its editor (Monaco) writes style sheets into the page,
 * and its style sheet holds a font; no script stands in the page or is made from text.
 */
const page = {
  ...nothing,
  'script-src': "'self'",
  'worker-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self' data:",
  'img-src': "'self' data:",
  'connect-src': "'self'",
};

const policyOfAnswers = policy(nothing);
const policyOfPage = policy(page);

/**
 * Sets what tells browsers how little an answer may do (OWASP HTTP Headers Cheat Sheet; Content Security Policy Level 3,
 * W3C). `Strict-Transport-Security` is the proxy's, which knows whether there is TLS.
 * @param isPage whether the answer belongs to a page that is to be shown
 */
export function setSecurityHeaders(reply: FastifyReply, isPage: boolean): void {
  void reply
    .header('content-security-policy', isPage ? policyOfPage : policyOfAnswers)
    .header('x-content-type-options', 'nosniff')
    // For browsers that do not know frame-ancestors.
    .header('x-frame-options', 'DENY')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-opener-policy', 'same-origin')
    // Says nothing to pages of allowed origins, which ask by CORS.
    .header('cross-origin-resource-policy', 'same-origin')
    .header('permissions-policy', 'camera=(), geolocation=(), microphone=()');
}
