// Writes down the SQL statements that a program runs through SQLite, and the bound values, for bench.py. The program is not changed: start
// it with LD_PRELOAD=trace.so, and name the file in TRACE. Each line: what, the statement, the index of a value, and a text after its
// length. What: S a run begins, the text is its SQL; i r t n a value is bound; c the values are cleared.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *file;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("TRACE");
    if (path && !(file = fopen(path, "wb"))) abort();
}

static void note(char what, sqlite3_stmt *statement, int place, const char *text, size_t count) {
    if (!file) return;
    flockfile(file);
    fprintf(file, "%c %p %d %zu ", what, (void *)statement, place, count);
    fwrite(text, 1, count, file);
    fputc('\n', file);
    fflush(file);
    funlockfile(file);
}

static int note_run(unsigned event, void *context, void *statement, void *text) {
    (void)event, (void)context;
    const char *sql = sqlite3_sql(statement);
    // When a trigger begins, the text is a comment and not the statement's SQL.
    if (sql && strncmp(text, "--", 2) != 0) note('S', statement, 0, sql, strlen(sql));
    return 0;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int sqlite3_open_v2(const char *path, sqlite3 **db, int flags, const char *vfs) {
    int code = REAL(sqlite3_open_v2)(path, db, flags, vfs);
    if (code == SQLITE_OK) sqlite3_trace_v2(*db, SQLITE_TRACE_STMT, note_run, NULL);
    return code;
}

int sqlite3_bind_null(sqlite3_stmt *statement, int place) {
    note('n', statement, place, "", 0);
    return REAL(sqlite3_bind_null)(statement, place);
}

int sqlite3_bind_int64(sqlite3_stmt *statement, int place, sqlite3_int64 value) {
    char text[32];
    note('i', statement, place, text, (size_t)snprintf(text, sizeof text, "%lld", value));
    return REAL(sqlite3_bind_int64)(statement, place, value);
}

int sqlite3_bind_double(sqlite3_stmt *statement, int place, double value) {
    char text[32];
    note('r', statement, place, text, (size_t)snprintf(text, sizeof text, "%.17g", value));
    return REAL(sqlite3_bind_double)(statement, place, value);
}

int sqlite3_bind_text(sqlite3_stmt *statement, int place, const char *text, int count, void (*done)(void *)) {
    note('t', statement, place, text, count < 0 ? strlen(text) : (size_t)count);
    return REAL(sqlite3_bind_text)(statement, place, text, count, done);
}

int sqlite3_clear_bindings(sqlite3_stmt *statement) {
    note('c', statement, 0, "", 0);
    return REAL(sqlite3_clear_bindings)(statement);
}

int sqlite3_finalize(sqlite3_stmt *statement) {
    note('c', statement, 0, "", 0);
    return REAL(sqlite3_finalize)(statement);
}
