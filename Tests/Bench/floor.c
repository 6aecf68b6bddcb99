// The least that a page can cost: libmicrohttpd and SQLite in C, running the very statements of the page (as capture.c wrote them
// down) through prepared statements, reading every column of every row, and sending as many bytes as the product sends.
//
// floor DESK STATEMENTS ID: listens on a free port and prints it. GET /NUMBER/BYTES runs the statements with NUMBER in the place of
// every value that is ID, and answers with BYTES bytes.
#include <arpa/inet.h>
#include <microhttpd.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 64 };
static struct { sqlite3_stmt *statement; int count; struct { char kind; long long number; char *text; } values[MOST]; } run[MOST];
static int runs;
static long long template_id;
static char page[1 << 22];
static volatile size_t seen;

static void perform(long long id) {
    for (int i = 0; i < runs; i++) {
        sqlite3_stmt *s = run[i].statement;
        for (int v = 0; v < run[i].count; v++) switch (run[i].values[v].kind) {
            case 'I': sqlite3_bind_int64(s, v + 1, run[i].values[v].number == template_id ? id : run[i].values[v].number); break;
            case 'T': sqlite3_bind_text(s, v + 1, run[i].values[v].text, -1, SQLITE_STATIC); break;
            default: sqlite3_bind_null(s, v + 1);
        }
        while (sqlite3_step(s) == SQLITE_ROW)
            for (int c = 0; c < sqlite3_column_count(s); c++)
                if (sqlite3_column_type(s, c) == SQLITE_TEXT) seen += strlen((const char *)sqlite3_column_text(s, c));
                else seen += (size_t)sqlite3_column_int64(s, c);
        sqlite3_reset(s);
    }
}

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
                              const char *data, size_t *size, void **mark) {
    (void)context, (void)method, (void)version, (void)data, (void)size;
    static int second;
    if (!*mark) { *mark = &second; return MHD_YES; }
    long long id = 0;
    size_t bytes = 0;
    sscanf(url, "/%lld/%zu", &id, &bytes);
    perform(id);
    struct MHD_Response *response = MHD_create_response_from_buffer(bytes < sizeof page ? bytes : sizeof page, page, MHD_RESPMEM_MUST_COPY);
    MHD_add_response_header(response, "Content-Type", "text/html; charset=utf-8");
    enum MHD_Result result = MHD_queue_response(connection, 200, response);
    MHD_destroy_response(response);
    return result;
}

static void read_statements(sqlite3 *database, const char *path) {
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    while ((length = getline(&line, &room, file)) > 0) {
        line[length - 1] = 0;
        if (line[0] == 'Q') {
            if (sqlite3_prepare_v3(database, line + 2, -1, SQLITE_PREPARE_PERSISTENT, &run[runs].statement, NULL) != SQLITE_OK) {
                fprintf(stderr, "%s: %s\n", sqlite3_errmsg(database), line + 2);
                exit(1);
            }
            runs++;
        } else {
            int place = run[runs - 1].count++;
            run[runs - 1].values[place].kind = line[0];
            if (line[0] == 'I') run[runs - 1].values[place].number = atoll(line + 2);
            if (line[0] == 'T') run[runs - 1].values[place].text = strdup(line + 2);
        }
    }
    fclose(file);
}

int main(int count, char **arguments) {
    (void)count;
    sqlite3 *database;
    sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READONLY, NULL);
    sqlite3_exec(database, "PRAGMA cache_size = -16000", NULL, NULL, NULL);
    template_id = atoll(arguments[3]);
    read_statements(database, arguments[2]);
    memset(page, 'x', sizeof page);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL, 0, NULL, NULL, answer, NULL,
                                                 MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_END);
    printf("%d %d statements\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port, runs);
    fflush(stdout);
    pause();
}
