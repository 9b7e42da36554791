-- The poster of a finished video: a picture beside it in the same bucket. Null for videos that were made before there were posters.

alter table public.jobs
  add column poster_key text,
  add column poster_url text;

-- As before, and the poster with it.
create or replace function public.finish_job(p_job_id uuid, p_attempt integer, p_result jsonb) returns boolean
language plpgsql set search_path = '' as $$
begin
  p_result := public.unwrap_json(p_result);
  update public.jobs set
    status = 'completed',
    current_step = 'completed',
    progress_percentage = 100,
    processing_completed_at = now(),
    actual_duration = extract(epoch from now() - processing_started_at),
    s3_bucket = p_result ->> 's3_bucket',
    s3_key = p_result ->> 's3_key',
    s3_region = p_result ->> 's3_region',
    result_url = p_result ->> 'result_url',
    file_size = (p_result ->> 'file_size')::bigint,
    poster_key = p_result ->> 'poster_key',
    poster_url = p_result ->> 'poster_url',
    output_duration_seconds = (p_result ->> 'output_duration_seconds')::double precision,
    download_ms = (p_result ->> 'download_ms')::integer,
    render_ms = (p_result ->> 'render_ms')::integer,
    upload_ms = (p_result ->> 'upload_ms')::integer,
    measured_features = p_result -> 'measured_features'
  where id = p_job_id and attempt = p_attempt and status = 'processing';
  return found or exists (
    select from public.jobs
    where id = p_job_id and attempt = p_attempt and status = 'completed' and s3_key = p_result ->> 's3_key');
end
$$;
