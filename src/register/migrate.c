/* The schema: made in an empty file, checked in an older one, refused in a newer one. `user_version` numbers it. */
#include "register/store.h"

enum { SCHEMA_VERSION = 1, APPLICATION = 0x696e7a74 };

extern const char register_schema[], register_derived[];

static int64_t pragma(Register *reg, Statement which)
{
    sqlite3_stmt *s = store_begin(reg, which);
    int64_t value = store_row(reg, s) ? store_get_int(s, 0) : 0;
    store_end(s);
    return value;
}

/* Two programs may find the file empty at the same moment: the second finds the schema when its turn comes. */
static void create(Register *reg)
{
    if (!store_run(reg, SQL_BEGIN)) return;
    if (pragma(reg, SQL_COUNT_TABLES) == 0) {
        int rc = sqlite3_exec(reg->db, register_schema, NULL, NULL, NULL);
        if (rc == SQLITE_OK) rc = sqlite3_exec(reg->db, register_derived, NULL, NULL, NULL);
        if (rc != SQLITE_OK) store_fail(reg, rc);
    }
    if (reg->error.code == ERROR_NONE) {
        store_run(reg, SQL_COMMIT);
    } else {
        sqlite3_exec(reg->db, "ROLLBACK", NULL, NULL, NULL);
    }
}

void migrate(Register *reg)
{
    int64_t version = pragma(reg, SQL_SCHEMA_NUMBER), application = pragma(reg, SQL_APPLICATION_NUMBER), tables = pragma(reg, SQL_COUNT_TABLES);
    if (reg->error.code != ERROR_NONE) return;
    if (version == 0 && tables == 0) {
        if (reg->mode == REGISTER_WRITE) create(reg);
        else store_fail_with(reg, error_make(ERROR_UNREAD, "the register is empty; fill it with `inzet read FILES`"));
        return;
    }
    if (application != APPLICATION)
        store_fail_with(reg, error_make(ERROR_REGISTER, "this is an SQLite file, but not a register of inzet; name another with -r"));
    else if (version > SCHEMA_VERSION)
        store_fail_with(reg, error_make(ERROR_REGISTER, "the register was made by a newer inzet (schema %lld, this program knows %d); use that one",
                                        (long long)version, SCHEMA_VERSION));
    else if (version < SCHEMA_VERSION)
        store_fail_with(reg, error_make(ERROR_REGISTER, "the register has an unknown schema (%lld); make a new one by reading the sources again",
                                        (long long)version));
}
