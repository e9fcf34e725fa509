-- Drop: drop function if exists atrium_search_headings(jsonb);
-- The headings that are written inside rich text (lexical's nodes of that type).
create or replace function atrium_search_headings(document jsonb) returns text
language sql immutable parallel safe as $$
  select coalesce(string_agg(atrium_block_text(heading, array['text']), ' '), '')
  from jsonb_path_query(document, 'strict $.** ? (@.type == "heading")') as heading
$$;
