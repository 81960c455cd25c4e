// Reads the `code` of an error of the system or of Node.

/** Such as 'ENOENT'; undefined when there is none. Asks for no class, which differs between Node's contexts. */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
