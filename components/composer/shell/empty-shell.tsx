/** The composer's frame while its project is being read: the panels' places, so that nothing jumps when it is there. */
import { NotThere } from '#components/composer/shell/lazy-part';
import { Logo } from '#components/ui/logo';

/** `onRetry` when the project could not be opened; null while it is being opened. */
export function EmptyShell({ onRetry = null }: { onRetry?: (() => void) | null }) {
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <div className="flex min-h-13 items-center border-b border-line bg-surface px-3 py-1.5">
        <Logo />
      </div>
      <main id="content" className="grid flex-1 place-items-center">
        <h1 className="sr-only">Composer</h1>
        {onRetry === null ? (
          <p role="status" className="animate-breathe text-sm text-ink-soft">
            Opening the project
          </p>
        ) : (
          <NotThere what="The composer" onRetry={onRetry} />
        )}
      </main>
    </div>
  );
}
