-- What the processes of an installation count, summed over all of them and over restarts, and the figures of /metrics.

-- One line a metric and set of labels. It takes the place of request_metrics, whose sums go on in it.
create table public.metric_series (
  -- As in lib/metrics/recorded-metrics.ts.
  name text not null,
  labels jsonb not null,
  value_count bigint not null,
  total double precision not null,
  min_value double precision not null,
  max_value double precision not null,
  -- Of a histogram: how many values each bucket holds, by its upper bound. What is above the last bound is in value_count alone.
  buckets jsonb not null default '{}',
  updated_at timestamptz not null default now(),
  primary key (name, labels)
);

insert into public.metric_series (name, labels, value_count, total, min_value, max_value)
select 'http_request_duration_seconds', jsonb_build_object('method', r.method, 'route', r.route, 'status', r.status::text),
  r.request_count, r.total_ms / 1000, r.min_ms / 1000, r.max_ms / 1000
from public.request_metrics r;

drop function public.add_request_metrics(jsonb);
drop table public.request_metrics;

-- The space of each folder for temporary files, as the workers on that host last saw it.
create table public.temp_folders (
  host text not null,
  path text not null,
  used_bytes bigint not null,
  free_bytes bigint not null,
  updated_at timestamptz not null default now(),
  primary key (host, path)
);

alter table public.metric_series enable row level security;
alter table public.temp_folders enable row level security;
revoke all on public.metric_series, public.temp_folders from public, anon, authenticated;
grant all on public.metric_series, public.temp_folders to service_role;
create policy metric_series_service_role on public.metric_series to service_role using (true) with check (true);
create policy temp_folders_service_role on public.temp_folders to service_role using (true) with check (true);

-- {"0.1": 2} and {"0.1": 1, "1": 4} are {"0.1": 3, "1": 4}.
create function public.add_buckets(p_one jsonb, p_other jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(s.bound, s.value_count), '{}')
  from (
    select e.bound, sum(e.value_count::bigint) as value_count
    from (select * from jsonb_each_text(p_one) union all select * from jsonb_each_text(p_other)) as e (bound, value_count)
    group by e.bound
  ) s
$$;

-- Adds what one process counted since its last flush: a list of {name, labels, value_count, total, min_value, max_value, buckets}.
create function public.add_metrics(p_deltas jsonb) returns void
language sql set search_path = '' as $$
  insert into public.metric_series as known (name, labels, value_count, total, min_value, max_value, buckets)
  select d.name, d.labels, d.value_count, d.total, d.min_value, d.max_value, d.buckets
  from jsonb_to_recordset(public.unwrap_json(p_deltas))
    as d (name text, labels jsonb, value_count bigint, total double precision, min_value double precision, max_value double precision, buckets jsonb)
  -- One order for all processes, so that two flushes cannot wait for each other.
  order by d.name, d.labels
  on conflict (name, labels) do update set
    value_count = known.value_count + excluded.value_count,
    total = known.total + excluded.total,
    min_value = least(known.min_value, excluded.min_value),
    max_value = greatest(known.max_value, excluded.max_value),
    buckets = public.add_buckets(known.buckets, excluded.buckets),
    updated_at = now()
$$;

-- Notes the space of a folder, and forgets hosts that have been silent for a day.
create function public.report_temp_folder(p_host text, p_path text, p_used_bytes bigint, p_free_bytes bigint) returns void
language sql set search_path = '' as $$
  delete from public.temp_folders where updated_at < now() - interval '1 day';
  insert into public.temp_folders (host, path, used_bytes, free_bytes) values (p_host, p_path, p_used_bytes, p_free_bytes)
  on conflict (host, path) do update set used_bytes = excluded.used_bytes, free_bytes = excluded.free_bytes, updated_at = now()
$$;

-- Everything /metrics says of the whole installation, in one answer.
create or replace function public.service_metrics() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'series', (select coalesce(jsonb_agg(to_jsonb(s) - 'updated_at' order by s.name, s.labels), '[]') from public.metric_series s),
    'jobs', (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from (
      select j.status, j.lane, j.response_type, count(*) as job_count, sum(j.attempt) as attempt_count, sum(j.retry_count) as retry_count
      from public.jobs j group by 1, 2, 3 order by 1, 2, 3) g),
    'queue', (select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (
      select j.lane, count(*) as job_count, extract(epoch from now() - min(j.created_at)) as oldest_seconds
      from public.jobs j where j.status = 'pending' group by 1 order by 1) q),
    'storage', (select coalesce(jsonb_agg(to_jsonb(o)), '[]') from (
      select s.operation, s.success, count(*) as operation_count, sum(s.duration_ms) / 1000.0 as total_seconds
      from public.storage_operations s group by 1, 2 order by 1, 2) o),
    -- Workers report four times a minute.
    'temp_folders', (select coalesce(jsonb_agg(to_jsonb(t) - 'updated_at' order by t.host, t.path), '[]')
      from public.temp_folders t where t.updated_at > now() - interval '1 minute'),
    'average_processing_seconds', (select avg(actual_duration) from public.jobs where status = 'completed'))
$$;

revoke execute on function public.add_buckets(jsonb, jsonb), public.add_metrics(jsonb),
  public.report_temp_folder(text, text, bigint, bigint) from public, anon, authenticated;
grant execute on function public.add_buckets(jsonb, jsonb), public.add_metrics(jsonb),
  public.report_temp_folder(text, text, bigint, bigint) to service_role;
