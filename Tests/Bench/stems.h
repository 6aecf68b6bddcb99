#include <sqlite3.h>

// Registers the desk's tokenizer with a connection.
int add_stems(sqlite3 *db);
