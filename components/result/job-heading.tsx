/**
 * What a job's view is headed by: the page's own title on its page, a section's beside the editor.
 */
import type { ReactNode } from 'react';

interface JobHeadingProps {
  isOwnPage: boolean;
  children: ReactNode;
}

/** Names the section around it, by this id. */
export const JOB_HEADING_ID = 'job-heading';

export function JobHeading({ isOwnPage, children }: JobHeadingProps) {
  const Heading = isOwnPage ? 'h1' : 'h2';
  return (
    <Heading id={JOB_HEADING_ID} dir="auto" className="text-xl font-semibold break-words">
      {children}
    </Heading>
  );
}
