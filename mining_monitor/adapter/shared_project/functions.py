"""What the database itself does in a shared project, whoever writes: versions, the log with its chain, whole steps.

The log is written by triggers, in the transaction of the edit: an edit by QGIS without the plugin, or by any other
program, is logged as well, and no edit is there without its row. All writers of a project take one lock first, so
that a chain has no forks and nobody waits for another in a circle.
"""

from __future__ import annotations

from mining_monitor.schema.fields import LOG_FIELDS, SECTOR_FIELDS

_NOW = "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS') || '+00:00'"

# The JSON list of schema/log.py: to_json escapes a text exactly as Python's json.dumps(..., ensure_ascii=False).
_PAYLOAD = " || ',' || ".join(
    "NEW.seq::text" if field.name == "seq" else f"coalesce(to_json(NEW.{field.name})::text, 'null')"
    for field in LOG_FIELDS
    if field.name != "row_sha256"
)

_LOCK = "PERFORM pg_advisory_xact_lock('{schema}.log'::regclass::oid::bigint);"

_CHAIN = """
CREATE FUNCTION {schema}.lock_writers() RETURNS trigger LANGUAGE plpgsql AS $f$
BEGIN
    {lock}
    RETURN NULL;
END $f$;

CREATE FUNCTION {schema}.chain() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS $f$
DECLARE newest {schema}.log;
BEGIN
    {lock}
    SELECT * INTO newest FROM {schema}.log ORDER BY seq DESC LIMIT 1;
    NEW.seq := coalesce(newest.seq, 0) + 1;
    NEW.previous_sha256 := coalesce(newest.row_sha256, repeat('0', 64));
    NEW.row_sha256 := encode(sha256(convert_to('[' || {payload} || ']', 'UTF8')), 'hex');
    RETURN NEW;
END $f$;
CREATE TRIGGER chain BEFORE INSERT ON {schema}.log FOR EACH ROW EXECUTE FUNCTION {schema}.chain();

CREATE FUNCTION {schema}.refuse() RETURNS trigger LANGUAGE plpgsql AS $f$
BEGIN
    RAISE EXCEPTION '% of the table % is not allowed: it keeps what was done', TG_OP, TG_TABLE_NAME;
END $f$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.log
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON {schema}.sectors
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON {schema}.clashes
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse();
"""

_SECTORS = """
CREATE FUNCTION {schema}.number() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS $f$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.uuid := coalesce(NEW.uuid, gen_random_uuid()::text);
    ELSIF NEW.uuid IS DISTINCT FROM OLD.uuid THEN
        RAISE EXCEPTION 'the identity (uuid) of a sector cannot be changed';
    ELSIF NEW.version <> OLD.version THEN
        RAISE EXCEPTION 'sector % was changed by someone else meanwhile', OLD.uuid;
    END IF;
    NEW.version := nextval('{schema}.versions');
    RETURN NEW;
END $f$;

CREATE FUNCTION {schema}.note() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS $f$
DECLARE
    earlier jsonb := '{{}}'; later jsonb := '{{}}'; said_before jsonb; said_after jsonb;
    shape geometry; is_reshaped boolean := false; done text; author text;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        earlier := {old_values};
    END IF;
    IF TG_OP <> 'DELETE' THEN
        later := {new_values};
        shape := NEW.geom;
    END IF;
    SELECT jsonb_object_agg(key, value) INTO said_before FROM jsonb_each(earlier)
        WHERE value <> 'null' AND value IS DISTINCT FROM later -> key;
    SELECT jsonb_object_agg(key, value) INTO said_after FROM jsonb_each(later)
        WHERE value <> 'null' AND value IS DISTINCT FROM earlier -> key;
    IF TG_OP = 'UPDATE' THEN
        is_reshaped := ST_AsBinary(OLD.geom, 'NDR') IS DISTINCT FROM ST_AsBinary(NEW.geom, 'NDR');
    END IF;
    IF TG_OP = 'DELETE' OR is_reshaped THEN
        said_before := coalesce(said_before, '{{}}')
            || jsonb_build_object('wkb', encode(ST_AsBinary(OLD.geom, 'NDR'), 'hex'));
    END IF;
    done := CASE WHEN TG_OP = 'INSERT' THEN 'draw' WHEN TG_OP = 'DELETE' THEN 'delete' WHEN is_reshaped THEN 'reshape'
        WHEN said_after ? 'class' THEN 'class' WHEN said_after ? 'state' THEN 'state' ELSE 'edit' END;
    author := coalesce(nullif(said_after ->> 'editor', ''), session_user::text);
    INSERT INTO {schema}.log (at, who, action, uuid, before, after, geometry_sha256) VALUES (
        {now}, coalesce(nullif(current_setting('mining_monitor.who', true), ''), author),
        coalesce(nullif(current_setting('mining_monitor.action', true), ''), done),
        CASE WHEN TG_OP = 'DELETE' THEN OLD.uuid ELSE NEW.uuid END, said_before::text, said_after::text,
        encode(sha256(ST_AsBinary(shape, 'NDR')), 'hex'));
    RETURN NULL;
END $f$;

CREATE TRIGGER lock_writers BEFORE INSERT OR UPDATE OR DELETE ON {schema}.sectors
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.lock_writers();
CREATE TRIGGER number BEFORE INSERT OR UPDATE ON {schema}.sectors
    FOR EACH ROW EXECUTE FUNCTION {schema}.number();
CREATE TRIGGER note AFTER INSERT OR UPDATE OR DELETE ON {schema}.sectors
    FOR EACH ROW EXECUTE FUNCTION {schema}.note();
"""

# One step of an analyst: a list of {{uuid, op, version, values, wkb}}. Either all of it is written, or, where one of
# its sectors is no longer as its version says, none of it, and the step waits in the table of clashes.
_STEP = """
CREATE FUNCTION {schema}.write_step(author text, act text, title text, step jsonb, settles integer, decision text)
RETURNS jsonb LANGUAGE plpgsql AS $f$
DECLARE
    item jsonb; found {schema}.sectors; made {schema}.sectors; clashing text[]; kept integer;
    written jsonb[] := '{{}}';  -- an array grows in place, a jsonb is copied for each sector
BEGIN
    {lock}
    PERFORM set_config('mining_monitor.who', author, true), set_config('mining_monitor.action', act, true);
    SELECT array_agg(i ->> 'uuid') INTO clashing FROM jsonb_array_elements(step) i
        LEFT JOIN {schema}.sectors s ON s.uuid = i ->> 'uuid'
        WHERE s.version IS DISTINCT FROM (i ->> 'version')::bigint;
    IF clashing IS NOT NULL THEN
        INSERT INTO {schema}.clashes (at, who, title, step, sectors)
            VALUES ({now}, author, title, step, clashing) RETURNING id INTO kept;
        IF settles IS NOT NULL THEN
            PERFORM {schema}.settle(settles, 'clashed again', author);
        END IF;
        RETURN jsonb_build_object('clash', kept);
    END IF;
    FOR item IN SELECT * FROM jsonb_array_elements(step) LOOP
        IF item ->> 'op' = 'delete' THEN
            DELETE FROM {schema}.sectors WHERE uuid = item ->> 'uuid' RETURNING * INTO made;
            made.version := NULL;
        ELSIF item ->> 'op' = 'insert' THEN
            found := jsonb_populate_record(NULL::{schema}.sectors, item -> 'values');
            INSERT INTO {schema}.sectors (geom, {names})
                VALUES (ST_GeomFromWKB(decode(item ->> 'wkb', 'hex'), 4326), {found}) RETURNING * INTO made;
        ELSE
            SELECT * INTO found FROM {schema}.sectors WHERE uuid = item ->> 'uuid';
            found := jsonb_populate_record(found, item -> 'values');
            UPDATE {schema}.sectors SET ({names}) = ROW({found}), geom = CASE WHEN item ->> 'wkb' IS NULL THEN geom
                ELSE ST_GeomFromWKB(decode(item ->> 'wkb', 'hex'), 4326) END
                WHERE uuid = item ->> 'uuid' RETURNING * INTO made;
        END IF;
        written := array_append(written, jsonb_build_array(made.uuid, made.fid, made.version));
    END LOOP;
    IF settles IS NOT NULL THEN
        PERFORM {schema}.settle(settles, decision, author);
    END IF;
    RETURN jsonb_build_object('written', to_jsonb(written));
END $f$;

CREATE FUNCTION {schema}.settle(number integer, choice text, author text) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS $f$
BEGIN
    UPDATE {schema}.clashes SET decision = choice, decided_by = author, decided_at = {now}
        WHERE id = number AND clashes.decision IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'clash % is decided already', number;
    END IF;
END $f$;
"""


def functions_sql(schema: str) -> str:
    """Return the statements that make functions and triggers of a schema with a checked name."""
    names = [f'"{field.name}"' for field in SECTOR_FIELDS]
    values = {
        "schema": schema,
        "now": _NOW,
        "lock": _LOCK.format(schema=schema),
        "payload": _PAYLOAD,
        "names": ", ".join(names),
        "found": ", ".join(f"found.{name}" for name in names),
        "old_values": _values("OLD"),
        "new_values": _values("NEW"),
    }
    return "".join(part.format(**values) for part in (_CHAIN, _SECTORS, _STEP))


def grants_sql(schema: str, role: str) -> str:
    """Return the statements that let a role work on the sectors; the log is written by the triggers alone.

    Parameters
    ----------
    role : str
        A quoted identifier.
    """
    return (
        f"GRANT USAGE ON SCHEMA {schema} TO {role};\n"
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role};\n"
        f"GRANT INSERT, UPDATE, DELETE ON {schema}.sectors TO {role};\n"
        f"GRANT INSERT ON {schema}.clashes TO {role};\n"
    )


def _values(row: str) -> str:
    """Return SQL for a row's values by name, without row number, geometry and version."""
    pairs = [f"""'{field.name}', {row}."{field.name}\"""" for field in SECTOR_FIELDS]
    return f"jsonb_build_object({', '.join(pairs)})"
