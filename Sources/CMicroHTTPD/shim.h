#include <microhttpd.h>

// Swift cannot call a variadic function.
static inline const union MHD_ConnectionInfo *MHD_connection_info(
    struct MHD_Connection *connection, enum MHD_ConnectionInfoType type) {
    return MHD_get_connection_info(connection, type);
}
