/**
 * Seconds that go on between two answers of the server: the last figure it gave in, that figure plus the time since out.
 */
'use client';

import { useEffect, useState } from 'react';

export function useElapsedSeconds(lastKnownSeconds: number): number {
  const [seconds, setSeconds] = useState(lastKnownSeconds);
  useEffect(() => {
    const knownAt = Date.now();
    const update = () => setSeconds(lastKnownSeconds + (Date.now() - knownAt) / 1000);
    update();
    const timer = setInterval(update, 1_000);
    return () => clearInterval(timer);
  }, [lastKnownSeconds]);
  return seconds;
}
