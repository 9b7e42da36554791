/** How often a job is tried: by lost workers and by errors that may pass, both counted in the job's own row. */
export const ATTEMPTS_MAX = 3;
