/**
 * The origin of the document. In a sandboxed frame it differs from that of the URL: it is opaque, `"null"`.
 * Some test environments only know the URL's.
 */
export const documentOrigin = (): string => self.origin ?? location.origin;
