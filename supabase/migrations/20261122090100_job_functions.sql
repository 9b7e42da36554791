-- The changes of a job that take more than one row or that race: each is one function and so one transaction.
-- A worker's writes are fenced: they name the attempt, and change nothing once another attempt or a final status stands.

-- Some drivers send a json argument as a json string of it.
create function public.unwrap_json(p_value jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(p_value) = 'string' then (p_value #>> '{}')::jsonb else p_value end
$$;

-- The row and the rows of its elements. p_job has the columns' names, and `elements`: a list of
-- {element_id, type, source, track} in the composition's order.
create function public.create_job(p_job jsonb) returns setof public.jobs
language plpgsql set search_path = '' as $$
declare
  v_job public.jobs;
begin
  p_job := public.unwrap_json(p_job);
  insert into public.jobs (
    response_type, lane, output_format, width, height, composition, estimated_duration, estimated_work_seconds,
    estimate_features, client_ip, user_agent, request_id
  ) values (
    (p_job ->> 'response_type')::public.response_type, p_job ->> 'lane', p_job ->> 'output_format',
    (p_job ->> 'width')::integer, (p_job ->> 'height')::integer, p_job -> 'composition',
    (p_job ->> 'estimated_duration')::double precision, (p_job ->> 'estimated_work_seconds')::double precision,
    p_job -> 'estimate_features', (p_job ->> 'client_ip')::inet, p_job ->> 'user_agent', p_job ->> 'request_id'
  ) returning * into v_job;

  insert into public.job_elements (job_id, position, element_id, type, source, track)
  select v_job.id, e.ordinality - 1, e.element ->> 'element_id', e.element ->> 'type', e.element ->> 'source',
    (e.element ->> 'track')::integer
  from jsonb_array_elements(p_job -> 'elements') with ordinality as e (element, ordinality);

  return next v_job;
end
$$;

-- Begins an attempt and returns the row; returns nothing when the job is final or unknown. A job that is still
-- processing lost its worker without a word: that attempt counts as a failed one, and is the last when
-- p_attempts_max is reached.
create function public.start_attempt(p_job_id uuid, p_worker_id text, p_attempts_max integer) returns setof public.jobs
language plpgsql set search_path = '' as $$
declare
  v_job public.jobs;
  v_lost boolean;
begin
  select * into v_job from public.jobs where id = p_job_id for update;
  if not found or v_job.status not in ('pending', 'processing') then
    return;
  end if;
  v_lost := v_job.status = 'processing';
  if v_lost and v_job.retry_count + 1 >= p_attempts_max then
    perform public.fail_job(p_job_id, v_job.attempt, 'failed', 'WORKER_LOST', null, '{}');
    return;
  end if;
  return query
    update public.jobs set
      status = 'processing',
      attempt = attempt + 1,
      retry_count = retry_count + v_lost::integer,
      worker_id = p_worker_id,
      attempt_started_at = now(),
      processing_started_at = coalesce(processing_started_at, now()),
      current_step = 'estimating',
      -- Where lib/jobs/state.ts lets this step start.
      progress_percentage = greatest(progress_percentage, 5)
    where id = p_job_id
    returning *;
end
$$;

-- Records how far the attempt is, never backwards. True while the attempt is the current one: workers ask by it.
create function public.record_progress(
  p_job_id uuid, p_attempt integer, p_step public.processing_step, p_percent integer
) returns boolean
language plpgsql set search_path = '' as $$
begin
  update public.jobs set current_step = p_step, progress_percentage = greatest(progress_percentage, p_percent)
  where id = p_job_id and attempt = p_attempt and status = 'processing'
    and (current_step <> p_step or progress_percentage < p_percent);
  return found or exists (
    select from public.jobs where id = p_job_id and attempt = p_attempt and status = 'processing');
end
$$;

-- What was downloaded: a list of {element_id, size_bytes, download_ms, facts}. False when the attempt is stale.
create function public.record_element_sources(p_job_id uuid, p_attempt integer, p_sources jsonb) returns boolean
language plpgsql set search_path = '' as $$
begin
  perform from public.jobs where id = p_job_id and attempt = p_attempt and status = 'processing' for share;
  if not found then
    return false;
  end if;
  update public.job_elements e set source_size_bytes = s.size_bytes, download_ms = s.download_ms, facts = s.facts
  from jsonb_to_recordset(public.unwrap_json(p_sources))
    as s (element_id text, size_bytes bigint, download_ms integer, facts jsonb)
  where e.job_id = p_job_id and e.element_id = s.element_id;
  return true;
end
$$;

-- Completes the job. p_result has the columns' names. True as well when this very result is recorded already, so that
-- a worker may ask again after a lost answer.
create function public.finish_job(p_job_id uuid, p_attempt integer, p_result jsonb) returns boolean
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

-- Ends the job without a result: p_status is failed or timeout. A null message means the code's own.
create function public.fail_job(
  p_job_id uuid, p_attempt integer, p_status public.job_status, p_code text, p_message text, p_details jsonb
) returns boolean
language plpgsql set search_path = '' as $$
begin
  update public.jobs set
    status = p_status,
    error_code = p_code,
    error_message = p_message,
    error_details = public.unwrap_json(p_details),
    processing_completed_at = now(),
    actual_duration = extract(epoch from now() - processing_started_at)
  where id = p_job_id and attempt = p_attempt and status = 'processing' and p_status in ('failed', 'timeout');
  return found;
end
$$;

-- Hands the job back for another attempt. A stopping worker's attempt does not count, a failed one does.
create function public.release_attempt(p_job_id uuid, p_attempt integer, p_is_counted boolean) returns boolean
language plpgsql set search_path = '' as $$
begin
  update public.jobs set status = 'pending', current_step = 'pending', retry_count = retry_count + p_is_counted::integer
  where id = p_job_id and attempt = p_attempt and status = 'processing';
  return found;
end
$$;

-- Cancels a job that is not final; the attempt that runs finds out by its next fenced write. False when nothing changed.
create function public.cancel_job(p_job_id uuid) returns boolean
language plpgsql set search_path = '' as $$
begin
  update public.jobs set
    status = 'cancelled',
    error_code = 'JOB_CANCELLED',
    error_details = '{}',
    processing_completed_at = now(),
    actual_duration = extract(epoch from now() - processing_started_at)
  where id = p_job_id and status in ('pending', 'processing');
  return found;
end
$$;

-- Unfinished work by lane: how many jobs, and the seconds of work that by their estimates are left.
create function public.queue_load() returns table (lane text, job_count integer, work_seconds double precision)
language sql stable set search_path = '' as $$
  select j.lane, count(*)::integer, sum(
    case when j.status = 'pending' then j.estimated_work_seconds
    else greatest(1, j.estimated_work_seconds - extract(epoch from now() - j.attempt_started_at)) end)::double precision
  from public.jobs j
  where j.status in ('pending', 'processing')
  group by j.lane
$$;

do $$
declare
  v_function regprocedure;
begin
  foreach v_function in array array[
    'public.unwrap_json(jsonb)',
    'public.create_job(jsonb)',
    'public.start_attempt(uuid, text, integer)',
    'public.record_progress(uuid, integer, public.processing_step, integer)',
    'public.record_element_sources(uuid, integer, jsonb)',
    'public.finish_job(uuid, integer, jsonb)',
    'public.fail_job(uuid, integer, public.job_status, text, text, jsonb)',
    'public.release_attempt(uuid, integer, boolean)',
    'public.cancel_job(uuid)',
    'public.queue_load()'
  ]::regprocedure[] loop
    execute format('revoke execute on function %s from public, anon, authenticated', v_function);
    execute format('grant execute on function %s to service_role', v_function);
  end loop;
end
$$;
