-- Drop: drop index if exists pages_locales_parent_idx; drop index if exists _pages_v_locales_parent_idx;
-- All texts of a page: Payload's own index has the language before the page, so each look would read those of the whole space.
create index if not exists pages_locales_parent_idx on pages_locales (_parent_id, tenant_id);
create index if not exists _pages_v_locales_parent_idx on _pages_v_locales (_parent_id, tenant_id);
