"""What is written, in order."""

from tests.tools.golden import addresses, admin, public, records, schema, search, wiring

PARTS = {
    "records.jsonl": records.write_records,
    "html": public.write_public,
    "addresses.txt": addresses.write_addresses,
    "search.json": search.write_search,
    "admin": admin.write_admin,
    "schema.txt": schema.write_schema,
    "wiring.txt": wiring.write_wiring,
}
