-- Drop: drop index if exists reviews_open;
-- Of a page, one review is open at a time, also when two people ask at once.
create unique index if not exists reviews_open on reviews (tenant_id, page_id) where state = 'requested';
