/**
 * The query of rows by their ids (`$1`), each of which is looked up by the primary key. `id = any($1)` will not do where there are
 * policies: the planner then reads an index of the whole tenant besides, as long as nobody has counted a table that grows, and each batch
 * of an import costs what all before it have written.
 *
 * @param columns what is selected, of the rows of `table`
 */
export const byIds = (table: string, columns: string): string =>
  `select ${columns} from unnest($1::uuid[]) as asked (asked_id)
   cross join lateral (select * from ${table} where id = asked.asked_id offset 0) as found`
