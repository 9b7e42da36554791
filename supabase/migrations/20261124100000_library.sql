-- The library of videos: what a job is called, its composition as it was posted, and jobs that people have deleted.

alter table public.jobs
  -- The request body byte for byte, as jsonb keeps neither the order of keys nor the spelling of numbers. Null for older jobs.
  add column composition_text text,
  -- What people find the job by: its first words, or the name of its first file. Null when it has neither, and for older jobs.
  add column title text,
  -- Set once the job's objects are gone. The row stays, without what it was made of, for the history of storage operations and the estimates.
  add column deleted_at timestamptz;

-- As before, and a deletion is the one change that a final row can still take, once.
create or replace function public.guard_job_update() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.status in ('completed', 'failed', 'cancelled', 'timeout')
    and (old.deleted_at is not null or new.deleted_at is null or new.status <> old.status) then
    raise exception 'job % is % and can no longer change', old.id, old.status using errcode = 'PT409';
  end if;
  if old.status = 'pending' and new.status = 'completed' then
    raise exception 'job % cannot be completed before it was started', old.id using errcode = 'PT409';
  end if;
  new.updated_at := now();
  return new;
end
$$;

-- As before, with the text of the composition and the title.
create or replace function public.create_job(p_job jsonb) returns setof public.jobs
language plpgsql set search_path = '' as $$
declare
  v_job public.jobs;
begin
  p_job := public.unwrap_json(p_job);
  insert into public.jobs (
    response_type, lane, output_format, width, height, composition, composition_text, title, estimated_duration,
    estimated_work_seconds, estimate_features, client_ip, user_agent, request_id
  ) values (
    (p_job ->> 'response_type')::public.response_type, p_job ->> 'lane', p_job ->> 'output_format',
    (p_job ->> 'width')::integer, (p_job ->> 'height')::integer, p_job -> 'composition', p_job ->> 'composition_text', p_job ->> 'title',
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

-- Jobs of the library, newest first, from the one after p_before (a job's id) on, without their compositions, which may be large.
-- p_statuses: names with commas between them. p_query is found anywhere in the title, and at the start of the id.
create function public.list_jobs(p_statuses text, p_query text, p_before uuid, p_limit integer) returns setof public.jobs
language sql stable set search_path = '' as $$
  select r.*
  from (
    select j as job from public.jobs j
    where j.deleted_at is null
      and (p_statuses is null or j.status::text = any (string_to_array(p_statuses, ',')))
      and (p_query is null or position(lower(p_query) in lower(j.title)) > 0 or starts_with(j.id::text, lower(p_query)))
      and (p_before is null or (j.created_at, j.id) < (select b.created_at, b.id from public.jobs b where b.id = p_before))
    order by j.created_at desc, j.id desc
    limit p_limit
  ) listed
  cross join lateral jsonb_populate_record(listed.job, '{"composition": {}, "composition_text": null}') as r
  order by r.created_at desc, r.id desc
$$;

-- Empties a final job and takes it out of the library. Returns deleted, running or not_found.
create function public.delete_job(p_job_id uuid) returns text
language plpgsql set search_path = '' as $$
declare
  v_status public.job_status;
begin
  select status into v_status from public.jobs where id = p_job_id and deleted_at is null for update;
  if not found then
    return 'not_found';
  end if;
  if v_status in ('pending', 'processing') then
    return 'running';
  end if;
  update public.jobs set
    deleted_at = now(),
    composition = '{}', composition_text = null, title = null,
    result_url = null, poster_url = null, s3_key = null, poster_key = null,
    error_message = null, error_details = null, client_ip = null, user_agent = null
  where id = p_job_id;
  delete from public.job_elements where job_id = p_job_id;
  return 'deleted';
end
$$;

revoke execute on function public.list_jobs(text, text, uuid, integer), public.delete_job(uuid) from public, anon, authenticated;
grant execute on function public.list_jobs(text, text, uuid, integer), public.delete_job(uuid) to service_role;
