-- Jobs, their elements and every storage operation: the tables of the product.
-- Applies to a hosted Supabase project and to plain PostgreSQL 15 and newer. Nobody but service_role may read or write.

-- A hosted project has these roles; plain PostgreSQL does not.
do $$
declare
  v_role text;
begin
  foreach v_role in array array['anon', 'authenticated', 'service_role'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
      execute format('create role %I nologin noinherit', v_role);
    end if;
  end loop;
end
$$;

create type public.job_status as enum ('pending', 'processing', 'completed', 'failed', 'cancelled', 'timeout');
create type public.response_type as enum ('immediate', 'async');
create type public.processing_step as enum
  ('pending', 'estimating', 'downloading', 'processing', 'uploading', 'storing', 'completed');
create type public.storage_operation as enum ('upload', 'verify', 'delete');

create table public.jobs (
  id uuid primary key default gen_random_uuid(),
  status public.job_status not null default 'pending',
  response_type public.response_type not null,
  lane text not null check (lane in ('quick', 'long')),
  output_format varchar(10) not null default 'mp4',
  width integer not null check (width between 1 and 7680),
  height integer not null check (height between 1 and 4320),
  -- The request body as it was accepted: what the worker renders.
  composition jsonb not null,

  -- Seconds people were told, the queue's wait included; and the part of it that is work, for the load of the queue.
  estimated_duration double precision not null check (estimated_duration >= 0),
  estimated_work_seconds double precision not null check (estimated_work_seconds >= 0),
  -- Seconds from the start of the first attempt to the end.
  actual_duration double precision,
  estimate_features jsonb not null default '{}',
  measured_features jsonb,

  -- The fence: a write of a running job names the attempt it belongs to, and a stale attempt changes no row.
  attempt integer not null default 0,
  retry_count integer not null default 0,
  worker_id text,
  attempt_started_at timestamptz,
  processing_started_at timestamptz,
  processing_completed_at timestamptz,
  current_step public.processing_step not null default 'pending',
  progress_percentage integer not null default 0 check (progress_percentage between 0 and 100),

  s3_bucket text,
  s3_key text,
  s3_region text,
  result_url text,
  file_size bigint check (file_size >= 0),
  output_duration_seconds double precision,
  download_ms integer,
  render_ms integer,
  upload_ms integer,

  error_code text,
  error_message text,
  error_details jsonb,

  client_ip inet,
  user_agent text,
  request_id text,
  request_metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index jobs_status_idx on public.jobs (status);
create index jobs_created_at_idx on public.jobs (created_at desc);
create index jobs_response_type_idx on public.jobs (response_type);
create index jobs_processing_times_idx on public.jobs (processing_started_at, processing_completed_at);
create index jobs_s3_object_idx on public.jobs (s3_bucket, s3_key);
create index jobs_client_ip_idx on public.jobs (client_ip);
-- What the sweeps and the load of the queue read, every few seconds: small however long the history is.
create index jobs_unfinished_idx on public.jobs (lane, created_at) where status in ('pending', 'processing');

create table public.job_elements (
  job_id uuid not null references public.jobs (id) on delete cascade,
  -- Place in the composition's list.
  position integer not null check (position >= 0),
  element_id text not null,
  type text not null,
  source text,
  track integer,
  -- What was downloaded for it; elements of the same source share one download.
  source_size_bytes bigint,
  download_ms integer,
  facts jsonb,
  created_at timestamptz not null default now(),
  primary key (job_id, position)
);

create table public.storage_operations (
  id uuid primary key default gen_random_uuid(),
  -- Null for an operation that belongs to no job, such as the check of the bucket.
  job_id uuid references public.jobs (id) on delete cascade,
  operation public.storage_operation not null,
  bucket text not null,
  key text not null,
  region text not null,
  success boolean not null,
  file_size bigint,
  duration_ms integer not null,
  error_message text,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create index storage_operations_job_id_idx on public.storage_operations (job_id);
create index storage_operations_operation_idx on public.storage_operations (operation);
create index storage_operations_created_at_idx on public.storage_operations (created_at desc);
create index storage_operations_success_idx on public.storage_operations (success);

-- The same transitions as lib/jobs/state.ts, held by the database as well: a final row never changes.
create function public.guard_job_update() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.status in ('completed', 'failed', 'cancelled', 'timeout') then
    raise exception 'job % is % and can no longer change', old.id, old.status using errcode = 'PT409';
  end if;
  if old.status = 'pending' and new.status = 'completed' then
    raise exception 'job % cannot be completed before it was started', old.id using errcode = 'PT409';
  end if;
  new.updated_at := now();
  return new;
end
$$;

create trigger jobs_guard_update before update on public.jobs
  for each row execute function public.guard_job_update();

-- Wakes whoever waits for the job. A hint only: listeners read the row, and poll as well.
create function public.notify_job_changed() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('job_changed', json_build_object(
    'id', new.id, 'status', new.status, 'step', new.current_step, 'percent', new.progress_percentage)::text);
  return null;
end
$$;

create trigger jobs_notify_changed after insert or update of status, current_step, progress_percentage on public.jobs
  for each row execute function public.notify_job_changed();

alter table public.jobs enable row level security;
alter table public.job_elements enable row level security;
alter table public.storage_operations enable row level security;

-- Hosted projects grant new tables to anon and authenticated by default.
revoke all on public.jobs, public.job_elements, public.storage_operations from public, anon, authenticated;
grant usage on schema public to service_role;
grant all on public.jobs, public.job_elements, public.storage_operations to service_role;

-- On a hosted project service_role bypasses row level security anyway; on plain PostgreSQL it does not.
create policy jobs_service_role on public.jobs to service_role using (true) with check (true);
create policy job_elements_service_role on public.job_elements to service_role using (true) with check (true);
create policy storage_operations_service_role on public.storage_operations to service_role using (true) with check (true);

revoke execute on function public.guard_job_update(), public.notify_job_changed() from public, anon, authenticated;
