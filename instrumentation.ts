/** What Next runs once before a web process answers its first request: see `lib/api/start-web`. */

export async function register(): Promise<void> {
  // Inside the condition, so that the bundle for the edge runtime never sees Node's modules.
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    const { startWeb } = await import('#lib/api/start-web');
    await startWeb();
  }
}
