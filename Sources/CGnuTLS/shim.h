#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

// Swift takes the pointer behind the name for a variable that anybody may change.
static inline void gnutls_release(void *memory) { gnutls_free(memory); }
