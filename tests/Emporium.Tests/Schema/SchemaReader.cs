using Emporium.Platform.Data;
using Emporium.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Tests.Schema;

/// <summary>Reads what a database actually holds, one fact a line, so that two schemas compare as text.</summary>
internal static class SchemaReader
{
    // SQLite keeps no strict types, so PostgreSQL is the one that also compares them.
    private const string Sqlite = """
        select 'column ' || t.name || '.' || c.name || iif(c."notnull", ' required', ' optional') || iif(c.pk, ' key ' || c.pk, '') as "Value"
          from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%'
        union all
        select 'index ' || t.name || ' ' || i.name || iif(i."unique", ' unique (', ' (')
            || (select group_concat(name) from (select name from pragma_index_info(i.name) order by seqno)) || ')' || iif(i.partial, ' partial', '')
          from sqlite_master t join pragma_index_list(t.name) i where t.type = 'table' and i.origin = 'c'
        union all
        select 'reference ' || t.name || '.' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' on delete ' || lower(f.on_delete)
          from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'
        """;

    private const string Postgres = """
        select 'column ' || table_name || '.' || column_name || ' ' || data_type || case is_nullable when 'NO' then ' required' else ' optional' end as "Value"
          from information_schema.columns where table_schema = current_schema()
        union all
        select indexdef from pg_indexes where schemaname = current_schema()
        union all
        select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
          from pg_constraint where connamespace = current_schema()::regnamespace
        """;

    // The runner's own table, Quartz's tables, and full-text tables, which EF cannot describe.
    private static readonly string[] Elsewhere = ["schema_scripts", "qrtz_", "catalog_search"];

    public static async Task<IReadOnlyList<string>> Read(StoreDb db, TestDatabase kind)
    {
        var facts = await db.Database.SqlQueryRaw<string>(kind is TestDatabase.Sqlite ? Sqlite : Postgres).ToListAsync();
        return [.. facts.Where(fact => !Elsewhere.Any(name => fact.Contains(name, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
    }
}
