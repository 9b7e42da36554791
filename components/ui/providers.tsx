/**
 * What every page needs around it: the cache of all that comes from the server, and the one tooltip.
 */
'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { TooltipLayer } from '#components/ui/tooltip-layer';

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } }));
  return (
    <QueryClientProvider client={client}>
      {children}
      <TooltipLayer />
    </QueryClientProvider>
  );
}
