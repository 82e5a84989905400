const PATTERN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the database can be asked about an id: it fails on any other text where it expects a `uuid`. */
export function isUuid(text: string): boolean {
  return PATTERN.test(text);
}
