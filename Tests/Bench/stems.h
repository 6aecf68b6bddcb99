#include <sqlite3.h>

// Teaches a connection the desk's tokenizer.
int add_stems(sqlite3 *db);
