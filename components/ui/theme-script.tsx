/**
 * Where the theme is kept, and the script in the head that applies it before anything is painted.
 */
'use client';

export const THEME_STORAGE_KEY = 'videogen.theme';

const SCRIPT = `try{var t=localStorage.getItem('${THEME_STORAGE_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

export function ThemeScript() {
  // Only the server's HTML needs it to run; in the browser React is told that there is nothing to run, and does not warn.
  const type = typeof window === 'undefined' ? 'text/javascript' : 'text/plain';
  return <script type={type} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SCRIPT }} />;
}
