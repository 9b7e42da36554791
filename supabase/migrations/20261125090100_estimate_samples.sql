-- What the estimator learns from and goes by: finished jobs with their features and times, and the media that they found.

create index jobs_completed_at_idx on public.jobs (processing_completed_at desc) where status = 'completed';
-- By a hash, as a source may be longer than an index takes.
create index job_elements_source_idx on public.job_elements (md5(source), type, created_at desc) where facts is not null;

-- Newest first. Of jobs that needed one attempt alone: the time of others is that of what went wrong.
create function public.estimate_samples(p_limit integer) returns table (features jsonb, seconds double precision)
language sql stable set search_path = '' as $$
  select j.estimate_features, j.actual_duration
  from public.jobs j
  where j.status = 'completed' and j.attempt = 1 and j.actual_duration is not null
  order by j.processing_completed_at desc
  limit p_limit
$$;

-- What the latest job that used each of the media found it to be; p_sources is a list of {kind, source}. Media nobody has used are absent.
create function public.known_media(p_sources jsonb)
returns table (kind text, source text, duration_seconds double precision, pixels double precision, size_bytes bigint)
language sql stable set search_path = '' as $$
  select w.kind, w.source,
    coalesce(k.facts ->> 'durationSeconds', k.facts -> 'sound' ->> 'durationSeconds')::double precision,
    coalesce((k.facts ->> 'codedWidthPx')::double precision * (k.facts ->> 'codedHeightPx')::double precision, 0),
    coalesce(k.source_size_bytes, 0)
  from jsonb_to_recordset(public.unwrap_json(p_sources)) as w (kind text, source text)
  cross join lateral (
    select e.facts, e.source_size_bytes from public.job_elements e
    where e.facts is not null and md5(e.source) = md5(w.source) and e.type = w.kind and e.source = w.source
    order by e.created_at desc
    limit 1
  ) k
$$;

revoke execute on function public.estimate_samples(integer), public.known_media(jsonb) from public, anon, authenticated;
grant execute on function public.estimate_samples(integer), public.known_media(jsonb) to service_role;
