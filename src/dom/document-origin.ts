/**
 * The origin of the document, which a sandboxed frame has another one than its URL: an opaque one, `"null"`.
 * Some environments of tests know only the URL's.
 */
export const documentOrigin = (): string => self.origin ?? location.origin;
