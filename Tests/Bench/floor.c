// The floor: the cost of a page in a C program that does only what it must. It runs the statements that the product ran for that page, with
// the same values, in one transaction. It reads every column and answers with the same head and as many bytes. It has one thread of
// libmicrohttpd with the product's flags.
//
//     floor DESK SCRIPT        prints its port, and ends with its standard input
//
// bench.py writes the script: numbers, and texts behind their length.
//     statements: count, then each text
//     pages: count, then for each: bytes of body; count of fields of the head, then each name and value;
//            count of steps, then for each: statement, count of values, then each value: its kind (n, i, r, t) and text

#include "stems.h"
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { char *bytes; int count; } Text;
typedef struct { char kind; sqlite3_int64 number; double real; Text text; } Value;
typedef struct { int statement, count; Value *values; } Step;
typedef struct { Text name, value; } Field;
typedef struct { size_t bytes; int fields, steps; Field *field; Step *step; } Page;

static sqlite3 *db;
static sqlite3_stmt **statements;
static Page *pages;
static long page_count;
static char *body;
static volatile long seen; // makes sure that every column is read

static void die(const char *why) {
    fprintf(stderr, "floor: %s\n", why);
    exit(1);
}

static long number(FILE *script) {
    long value;
    if (fscanf(script, "%ld", &value) != 1) die("the script ends early");
    return value;
}

static Text text(FILE *script) {
    Text text = {.count = (int)number(script)};
    text.bytes = calloc(1, (size_t)text.count + 1);
    if (fgetc(script) != ' ' || fread(text.bytes, 1, (size_t)text.count, script) != (size_t)text.count)
        die("the script ends early");
    return text;
}

static Value value(FILE *script) {
    Value value = {0};
    if (fscanf(script, " %c", &value.kind) != 1) die("the script ends early");
    value.text = text(script);
    value.number = atoll(value.text.bytes);
    value.real = atof(value.text.bytes);
    return value;
}

static void read_script(FILE *script) {
    long count = number(script);
    statements = calloc((size_t)count, sizeof *statements);
    for (long i = 0; i < count; i++) {
        Text sql = text(script);
        if (sqlite3_prepare_v3(db, sql.bytes, sql.count, SQLITE_PREPARE_PERSISTENT, &statements[i], NULL) != SQLITE_OK)
            die(sqlite3_errmsg(db));
        free(sql.bytes);
    }
    page_count = number(script);
    pages = calloc((size_t)page_count, sizeof *pages);
    size_t longest = 0;
    for (Page *page = pages; page < pages + page_count; page++) {
        page->bytes = (size_t)number(script);
        if (page->bytes > longest) longest = page->bytes;
        page->fields = (int)number(script);
        page->field = calloc((size_t)page->fields, sizeof *page->field);
        for (int i = 0; i < page->fields; i++) {
            page->field[i].name = text(script);
            page->field[i].value = text(script);
        }
        page->steps = (int)number(script);
        page->step = calloc((size_t)page->steps, sizeof *page->step);
        for (Step *step = page->step; step < page->step + page->steps; step++) {
            step->statement = (int)number(script);
            step->count = (int)number(script);
            step->values = calloc((size_t)step->count, sizeof *step->values);
            for (int i = 0; i < step->count; i++) step->values[i] = value(script);
        }
    }
    body = malloc(longest + 1);
    memset(body, 'x', longest);
}

static void bind_value(sqlite3_stmt *statement, int place, const Value *value) {
    switch (value->kind) {
    case 'i': sqlite3_bind_int64(statement, place, value->number); break;
    case 'r': sqlite3_bind_double(statement, place, value->real); break;
    case 't': sqlite3_bind_text(statement, place, value->text.bytes, value->text.count, SQLITE_STATIC); break;
    default: sqlite3_bind_null(statement, place);
    }
}

static void look_at(sqlite3_stmt *statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: seen += sqlite3_column_int64(statement, column); break;
    case SQLITE_FLOAT: seen += (long)sqlite3_column_double(statement, column); break;
    case SQLITE_NULL: break;
    default:
        seen += sqlite3_column_text(statement, column)[0];
        seen += sqlite3_column_bytes(statement, column);
    }
}

static void run(const Step *step) {
    sqlite3_stmt *statement = statements[step->statement];
    for (int i = 0; i < step->count; i++) bind_value(statement, i + 1, &step->values[i]);
    int columns = sqlite3_column_count(statement), code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
        for (int column = 0; column < columns; column++) look_at(statement, column);
    if (code != SQLITE_DONE) die(sqlite3_errmsg(db));
    sqlite3_reset(statement);
}

static enum MHD_Result answer(
    void *context, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
    const char *upload, size_t *upload_count, void **slot) {
    (void)context, (void)method, (void)version, (void)upload, (void)upload_count;
    static int begun;
    if (!*slot) {
        *slot = &begun;
        return MHD_YES;
    }
    long number = atol(url + 1);
    if (number < 0 || number >= page_count) return MHD_NO;
    const Page *page = &pages[number];
    for (int i = 0; i < page->steps; i++) run(&page->step[i]);
    struct MHD_Response *response = MHD_create_response_from_buffer(page->bytes, body, MHD_RESPMEM_PERSISTENT);
    for (int i = 0; i < page->fields; i++)
        MHD_add_response_header(response, page->field[i].name.bytes, page->field[i].value.bytes);
    enum MHD_Result result = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return result;
}

int main(int count, char **arguments) {
    if (count != 3) die("usage: floor DESK SCRIPT");
    if (sqlite3_open_v2(arguments[1], &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK
        || sqlite3_exec(db, "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY", NULL, NULL, NULL) != SQLITE_OK
        || add_stems(db) != SQLITE_OK)
        die(sqlite3_errmsg(db));
    FILE *script = fopen(arguments[2], "rb");
    if (!script) die("no such script");
    read_script(script);
    fclose(script);
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, answer, NULL,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)71552, MHD_OPTION_END);
    if (!daemon) die("libmicrohttpd does not start");
    printf("http://127.0.0.1:%d/\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    fflush(stdout);
    while (getchar() != EOF) {}
    MHD_stop_daemon(daemon);
    return 0;
}
