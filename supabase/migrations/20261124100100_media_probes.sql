-- Looks at media that the composer asks for: one row a source and kind, with what the last look found. A worker fills it in.

create table public.media_probes (
  -- Of one look: a new look at the same medium has a new one, so that the answer to an old look changes nothing.
  id uuid primary key default gen_random_uuid(),
  source text not null,
  -- As what the source was asked about: image, video, audio, font, or any.
  kind text not null check (kind in ('any', 'image', 'video', 'audio', 'font')),
  state text not null default 'pending' check (state in ('pending', 'ready', 'failed')),
  -- Of a ready one: what was found.
  findings jsonb,
  -- Of a failed one.
  error_code text,
  error_message text,
  -- Until when the answer holds; of a pending one, until when somebody is taken to be at it.
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);

-- By a hash, as a source may be longer than an index takes.
create unique index media_probes_medium_idx on public.media_probes (kind, md5(source));
create index media_probes_expires_at_idx on public.media_probes (expires_at);

-- The look that answers for this medium: the known one while it holds, else a new one, which the caller sends to the workers (is_new).
create function public.request_media_probe(p_source text, p_kind text, p_patience_seconds double precision)
returns table (id uuid, is_new boolean)
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  v_id uuid;
begin
  insert into public.media_probes as known (source, kind, expires_at)
  values (p_source, p_kind, now() + make_interval(secs => p_patience_seconds))
  on conflict (kind, md5(source)) do update set
    id = gen_random_uuid(), source = excluded.source, state = 'pending', findings = null, error_code = null, error_message = null,
    expires_at = excluded.expires_at, created_at = now()
    where known.expires_at < now() or known.source <> excluded.source
  returning known.id into v_id;
  if v_id is not null then
    return query select v_id, true;
  else
    return query select m.id, false from public.media_probes m where m.kind = p_kind and md5(m.source) = md5(p_source);
  end if;
end
$$;

-- Ends a look, and forgets those that have not been asked for since long. False when another has taken its place.
create function public.finish_media_probe(p_id uuid, p_findings jsonb, p_error_code text, p_error_message text, p_fresh_seconds double precision)
returns boolean
language plpgsql set search_path = '' as $$
declare
  v_is_current boolean;
begin
  update public.media_probes set
    state = case when p_error_code is null then 'ready' else 'failed' end,
    findings = public.unwrap_json(p_findings),
    error_code = p_error_code,
    error_message = p_error_message,
    expires_at = now() + make_interval(secs => p_fresh_seconds)
  where id = p_id and state = 'pending';
  v_is_current := found;
  delete from public.media_probes where expires_at < now() - interval '1 day';
  return v_is_current;
end
$$;

-- Wakes whoever waits for it. A hint only, on a channel of its own.
create function public.notify_media_probed() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('media_probed', json_build_object('id', new.id)::text);
  return null;
end
$$;

create trigger media_probes_notify after update of state on public.media_probes
  for each row execute function public.notify_media_probed();

alter table public.media_probes enable row level security;
revoke all on public.media_probes from public, anon, authenticated;
grant all on public.media_probes to service_role;
create policy media_probes_service_role on public.media_probes to service_role using (true) with check (true);

revoke execute on function public.request_media_probe(text, text, double precision),
  public.finish_media_probe(uuid, jsonb, text, text, double precision), public.notify_media_probed() from public, anon, authenticated;
grant execute on function public.request_media_probe(text, text, double precision),
  public.finish_media_probe(uuid, jsonb, text, text, double precision) to service_role;
