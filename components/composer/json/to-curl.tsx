/**
 * The request that "Create video" sends, as a command line.
 */
export function toCurl(origin: string, compositionText: string): string {
  // Within single quotes a shell changes nothing; a single quote itself is closed, escaped and opened again.
  const quoted = compositionText.trim().replaceAll("'", String.raw`'\''`);
  return `curl -sS '${origin}/api/v1/videocreate' \\\n  -H 'Content-Type: application/json' \\\n  -d '${quoted}'`;
}
