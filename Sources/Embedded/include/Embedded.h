#pragma once
#include <stddef.h>

/// A file that is part of the program: the name it is served by, and its bytes.
struct embedded_file {
    const char *_Nonnull name;
    const unsigned char *_Nonnull bytes;
    size_t count;
};

/// Every file of Public/, whatever its folder; names are unique.
const struct embedded_file *_Nonnull embedded_files(void);
extern const size_t embedded_file_count;

/// The String Catalog of the desk's languages.
extern const struct embedded_file embedded_catalogue;
