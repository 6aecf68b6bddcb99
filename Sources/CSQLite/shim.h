#include <sqlite3.h>

// Swift cannot call a variadic function.
static inline int sqlite3_config_memstatus(int keeps) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, keeps);
}
