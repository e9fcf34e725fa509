-- Drop: drop function if exists atrium_block_text(jsonb, text[]);
-- The strings below `keys`, wherever they are in a document, in its order: what a reader sees of blocks and of rich text, and
-- not their ids, kinds and addresses.
create or replace function atrium_block_text(document jsonb, keys text[]) returns text
language sql immutable parallel safe as $$
  select coalesce(string_agg(pair ->> 'value', ' '), '')
  from jsonb_path_query(document, 'strict $.** ? (@.type() == "object").keyvalue()') as pair
  where pair ->> 'key' = any (keys) and jsonb_typeof(pair -> 'value') = 'string'
$$;
