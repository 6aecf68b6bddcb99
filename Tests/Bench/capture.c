// Preloaded into the product, writes down every statement that it runs with the values bound to it, so that the floor runs the
// very same: a line "Q<TAB>sql" with its line ends as spaces, then a line for each value: "I<TAB>7", "T<TAB>text" or "N".
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_STATEMENTS = 4096, MOST_VALUES = 64 };
static struct bound { sqlite3_stmt *statement; char *values[MOST_VALUES]; } bounds[MOST_STATEMENTS];

static void keep(sqlite3_stmt *statement, int place, char *value) {
    for (int i = 0; i < MOST_STATEMENTS && place < MOST_VALUES; i++)
        if (bounds[i].statement == statement || !bounds[i].statement) {
            bounds[i].statement = statement;
            free(bounds[i].values[place]);
            bounds[i].values[place] = value;
            return;
        }
}

static int write_down(unsigned type, void *context, void *statement, void *text) {
    (void)type, (void)context, (void)text;
    FILE *file = fopen(getenv("STATEMENTS"), "a");
    char *sql = strdup(sqlite3_sql(statement));
    for (char *c = sql; *c; c++) if (*c == '\n' || *c == '\t') *c = ' ';
    fprintf(file, "Q\t%s\n", sql);
    free(sql);
    for (int i = 0; i < MOST_STATEMENTS && bounds[i].statement; i++)
        if (bounds[i].statement == statement)
            for (int place = 1; place <= sqlite3_bind_parameter_count(statement); place++)
                fprintf(file, "%s\n", bounds[i].values[place] ? bounds[i].values[place] : "N");
    fclose(file);
    return 0;
}

int sqlite3_open_v2(const char *name, sqlite3 **database, int flags, const char *vfs) {
    int (*real)(const char *, sqlite3 **, int, const char *) = dlsym(RTLD_NEXT, "sqlite3_open_v2");
    int code = real(name, database, flags, vfs);
    if (code == SQLITE_OK) sqlite3_trace_v2(*database, SQLITE_TRACE_STMT, write_down, NULL);
    return code;
}

int sqlite3_bind_int64(sqlite3_stmt *statement, int place, sqlite3_int64 value) {
    int (*real)(sqlite3_stmt *, int, sqlite3_int64) = dlsym(RTLD_NEXT, "sqlite3_bind_int64");
    char *text;
    if (asprintf(&text, "I\t%lld", value) > 0) keep(statement, place, text);
    return real(statement, place, value);
}

int sqlite3_bind_null(sqlite3_stmt *statement, int place) {
    int (*real)(sqlite3_stmt *, int) = dlsym(RTLD_NEXT, "sqlite3_bind_null");
    keep(statement, place, strdup("N"));
    return real(statement, place);
}

int sqlite3_bind_text(sqlite3_stmt *statement, int place, const char *value, int count, void (*destroy)(void *)) {
    int (*real)(sqlite3_stmt *, int, const char *, int, void (*)(void *)) = dlsym(RTLD_NEXT, "sqlite3_bind_text");
    char *text;
    int length = count < 0 ? (int)strlen(value) : count;
    if (asprintf(&text, "T\t%.*s", length, value) > 0) keep(statement, place, text);
    return real(statement, place, value, count, destroy);
}
