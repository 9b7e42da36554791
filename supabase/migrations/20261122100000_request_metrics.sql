-- How often each route was asked and how long it took, summed over all web processes and restarts; and the figures of /metrics.

create table public.request_metrics (
  method text not null,
  -- The route's template ("/api/v1/videoresult/{job_id}"), never a URL.
  route text not null,
  status integer not null,
  request_count bigint not null,
  total_ms double precision not null,
  min_ms double precision not null,
  max_ms double precision not null,
  updated_at timestamptz not null default now(),
  primary key (method, route, status)
);

alter table public.request_metrics enable row level security;
revoke all on public.request_metrics from public, anon, authenticated;
grant all on public.request_metrics to service_role;
create policy request_metrics_service_role on public.request_metrics to service_role using (true) with check (true);

-- Adds what one web process counted since its last flush: a list of {method, route, status, count, total_ms, min_ms, max_ms}.
create function public.add_request_metrics(p_deltas jsonb) returns void
language sql set search_path = '' as $$
  insert into public.request_metrics as known (method, route, status, request_count, total_ms, min_ms, max_ms)
  select d.method, d.route, d.status, d.count, d.total_ms, d.min_ms, d.max_ms
  from jsonb_to_recordset(public.unwrap_json(p_deltas))
    as d (method text, route text, status integer, count bigint, total_ms double precision, min_ms double precision, max_ms double precision)
  -- One order for all processes, so that two flushes cannot wait for each other.
  order by d.method, d.route, d.status
  on conflict (method, route, status) do update set
    request_count = known.request_count + excluded.request_count,
    total_ms = known.total_ms + excluded.total_ms,
    min_ms = least(known.min_ms, excluded.min_ms),
    max_ms = greatest(known.max_ms, excluded.max_ms),
    updated_at = now()
$$;

-- Everything /metrics says of the whole installation, in one answer.
create function public.service_metrics() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'requests', (
      select coalesce(jsonb_agg(to_jsonb(r) - 'updated_at' order by r.route, r.method, r.status), '[]')
      from public.request_metrics r),
    'uploads_succeeded', (select count(*) from public.storage_operations where operation = 'upload' and success),
    'uploads_failed', (select count(*) from public.storage_operations where operation = 'upload' and not success),
    'jobs_immediate', (select count(*) from public.jobs where response_type = 'immediate'),
    'jobs_async', (select count(*) from public.jobs where response_type = 'async'),
    'average_processing_seconds', (select avg(actual_duration) from public.jobs where status = 'completed'))
$$;

revoke execute on function public.add_request_metrics(jsonb), public.service_metrics() from public, anon, authenticated;
grant execute on function public.add_request_metrics(jsonb), public.service_metrics() to service_role;
