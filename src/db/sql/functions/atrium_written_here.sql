-- Drop: drop function if exists atrium_written_here(xid);
-- Whether a row that this transaction sees was written by it. A savepoint is a transaction of its own, whose number is
-- higher; what is seen and not yet committed can only be this one's.
create or replace function atrium_written_here(writer xid) returns boolean
language plpgsql as $$
#variable_conflict use_variable
declare
  top bigint := pg_current_xact_id()::text::bigint;
  -- Rows keep 32 of 64 bits: the first number from this transaction's on that ends like that.
  number bigint := (top & ~4294967295) | writer::text::bigint;
begin
  number := case when number < top then number + 4294967296 else number end;
  if number - top >= 2147483648 then
    return false;
  end if;
  return number = top or pg_xact_status(number::text::xid8) = 'in progress';
exception when invalid_parameter_value then
  -- Nobody has that number yet: the row is two thousand million transactions old.
  return false;
end;
$$;
