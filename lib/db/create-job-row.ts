/** Inserts a job and its elements in one transaction: the new job in snake_case columns in, the stored job out. */
import type { Json } from '#lib/db/database-types';
import { toJob } from '#lib/db/rows';
import { getSupabase, takeData } from '#lib/db/supabase';
import type { Job, Lane, ResponseType } from '#lib/jobs/job';

/** Keys are the columns' names: the object is the argument of the SQL function create_job. */
export interface NewJobRow {
  /** Chosen by who creates it, who may look for it when the answer is lost. */
  id: string;
  response_type: ResponseType;
  lane: Lane;
  output_format: string;
  width: number;
  height: number;
  composition: Json;
  composition_text: string;
  title: string | null;
  estimated_duration: number;
  estimated_work_seconds: number;
  estimate_features: Json;
  client_ip: string | null;
  user_agent: string | null;
  request_id: string | null;
  elements: { element_id: string; type: string; source: string | null; track: number | null }[];
}

/** An id that is stored already is answered with its job. */
export async function createJobRow(row: NewJobRow): Promise<Job> {
  const [created] = takeData(await getSupabase().rpc('create_job', { p_job: { ...row } }), 'create the job');
  if (created === undefined) throw new Error('create_job returned no row');
  return toJob(created);
}
