-- A job's id may be chosen by who creates it: one whose answer was lost on the way can be looked for, and is not created twice.

-- As before, with `id`: a new one where p_job has none. An id that is stored already is answered with its row, unchanged.
create or replace function public.create_job(p_job jsonb) returns setof public.jobs
language plpgsql set search_path = '' as $$
declare
  v_job public.jobs;
begin
  p_job := public.unwrap_json(p_job);
  insert into public.jobs (
    id, response_type, lane, output_format, width, height, composition, composition_text, title, estimated_duration,
    estimated_work_seconds, estimate_features, client_ip, user_agent, request_id
  ) values (
    coalesce((p_job ->> 'id')::uuid, gen_random_uuid()),
    (p_job ->> 'response_type')::public.response_type, p_job ->> 'lane', p_job ->> 'output_format',
    (p_job ->> 'width')::integer, (p_job ->> 'height')::integer, p_job -> 'composition', p_job ->> 'composition_text', p_job ->> 'title',
    (p_job ->> 'estimated_duration')::double precision, (p_job ->> 'estimated_work_seconds')::double precision,
    p_job -> 'estimate_features', (p_job ->> 'client_ip')::inet, p_job ->> 'user_agent', p_job ->> 'request_id'
  ) on conflict (id) do nothing returning * into v_job;
  if v_job.id is null then
    return query select * from public.jobs where id = (p_job ->> 'id')::uuid;
    return;
  end if;

  insert into public.job_elements (job_id, position, element_id, type, source, track)
  select v_job.id, e.ordinality - 1, e.element ->> 'element_id', e.element ->> 'type', e.element ->> 'source',
    (e.element ->> 'track')::integer
  from jsonb_array_elements(p_job -> 'elements') with ordinality as e (element, ordinality);

  return next v_job;
end
$$;
