// The tokenizer "stems" of the desk's search, as in Store/Search/StemTokenizer.swift, so that the floor uses the same indexes: SQLite's
// unicode61, with "ё" read as "е". After each word that is not a prefix it adds "=" and the stem.

#include "stems.h"
#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    fts5_tokenizer words;
    Fts5Tokenizer *instance;
    struct sb_stemmer *russian, *english;
} Stems;

typedef int (*Take)(void *, int, const char *, int, int, int);
typedef struct { Stems *stems; void *context; Take take; int flags; } Tokenization;

static int take_word(void *context, int flags, const char *token, int count, int start, int end) {
    Tokenization *own = context;
    char word[512];
    int length = count < 500 ? count : 500;
    memcpy(word, token, (size_t)length);
    for (int i = 0; i + 1 < length; i++)
        if ((unsigned char)word[i] == 0xD1 && (unsigned char)word[i + 1] == 0x91) word[i] = (char)0xD0, word[i + 1] = (char)0xB5;
    int code = own->take(own->context, flags, word, length, start, end);
    if (code != SQLITE_OK || own->flags & FTS5_TOKENIZE_PREFIX || (word[0] >= '0' && word[0] <= '9')) return code;
    struct sb_stemmer *stemmer = (unsigned char)word[0] >= 0xD0 ? own->stems->russian : own->stems->english;
    const sb_symbol *stem = sb_stemmer_stem(stemmer, (const sb_symbol *)word, length);
    if (!stem) return code;
    char marked[512] = "=";
    int size = sb_stemmer_length(stemmer);
    memcpy(marked + 1, stem, (size_t)size);
    return own->take(own->context, flags | FTS5_TOKEN_COLOCATED, marked, size + 1, start, end);
}

static int tokenize(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int count, Take take) {
    Stems *stems = (Stems *)tokenizer;
    Tokenization own = {stems, context, take, flags};
    return stems->words.xTokenize(stems->instance, &own, flags, text, count, take_word);
}

static int create(void *context, const char **arguments, int count, Fts5Tokenizer **out) {
    (void)arguments, (void)count;
    fts5_api *api = context;
    Stems *stems = calloc(1, sizeof *stems);
    void *data;
    const char *options[] = {"remove_diacritics", "2"};
    if (api->xFindTokenizer(api, "unicode61", &data, &stems->words) != SQLITE_OK
        || stems->words.xCreate(data, options, 2, &stems->instance) != SQLITE_OK) return SQLITE_ERROR;
    stems->russian = sb_stemmer_new("russian", "UTF_8");
    stems->english = sb_stemmer_new("english", "UTF_8");
    *out = (Fts5Tokenizer *)stems;
    return SQLITE_OK;
}

static void destroy(Fts5Tokenizer *tokenizer) { free(tokenizer); }

int add_stems(sqlite3 *db) {
    fts5_api *api = NULL;
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL) != SQLITE_OK) return SQLITE_ERROR;
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    static fts5_tokenizer stems = {create, destroy, tokenize};
    return api ? api->xCreateTokenizer(api, "stems", api, &stems, NULL) : SQLITE_ERROR;
}
