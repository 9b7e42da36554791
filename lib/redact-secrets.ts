/**
 * Takes out of a line of the log what would let its reader in: a line of JSON in, the same without secrets out. Pure.
 * It works on the finished text, so that it makes no difference where a secret stands: in a field, a message, a stack or a cause.
 */

const REDACTED = '[redacted]';

/** Fields whose value is a secret whatever it looks like; the quotes of JSON within JSON are escaped. */
const SECRET_FIELD = /(\\*"[\w-]*(?:secret|password|passwd|authorization|cookie|token|api_?key|role_?key)[\w-]*\\*"\s*:\s*\\*")[^"\\]+/gi;
/** Signed addresses, ours and those of sources, carry their rights in the query: of an address the query is never kept. */
const ADDRESS_QUERY = /(\bhttps?:\/\/[^\s"'<>?#\\]*)\?[^\s"'<>#\\]+/gi;
/** The same where the address is not whole: a path, or a query alone. */
const SIGNED_PARAMETER = /\b(X-Amz-[\w-]+|AWSAccessKeyId|Signature|sig|token|api_?key)=[^\s"'<>#&\\]+/gi;
const ADDRESS_USER = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s"'<>/@\\]+@/gi;
const BEARER = /\b(Bearer|Basic) +[\w.~+/=-]+/gi;
/** Keys of Supabase, and JSON web tokens. */
const KNOWN_KEY = /\bsb_secret_[\w-]+|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g;

/** Shorter ones are words of the language: taking them out would blacken the log. */
const SECRET_LENGTH_MIN = 8;

/** `secrets`: values that must not appear wherever they are, such as the configured keys. */
export function redactSecrets(line: string, secrets: readonly string[]): string {
  let redacted = line;
  for (const secret of secrets) {
    if (secret.length >= SECRET_LENGTH_MIN) redacted = redacted.replaceAll(JSON.stringify(secret).slice(1, -1), REDACTED);
  }
  return redacted
    .replace(ADDRESS_USER, `$1${REDACTED}@`)
    .replace(ADDRESS_QUERY, `$1?${REDACTED}`)
    .replace(SIGNED_PARAMETER, `$1=${REDACTED}`)
    .replace(BEARER, `$1 ${REDACTED}`)
    .replace(KNOWN_KEY, REDACTED)
    .replace(SECRET_FIELD, `$1${REDACTED}`);
}
