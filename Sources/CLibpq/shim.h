#ifndef AYB_CLIBPQ_SHIM_H
#define AYB_CLIBPQ_SHIM_H

#include <libpq-events.h>
#include <libpq-fe.h>
#include <sys/ioctl.h>

// The field codes are character constants behind macros, which Swift does not import.
static const int ayb_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int ayb_diag_message_primary = PG_DIAG_MESSAGE_PRIMARY;
static const int ayb_diag_message_detail = PG_DIAG_MESSAGE_DETAIL;
static const int ayb_diag_message_hint = PG_DIAG_MESSAGE_HINT;
static const int ayb_diag_constraint_name = PG_DIAG_CONSTRAINT_NAME;

// How many bytes the kernel holds for a socket; ioctl is variadic, which Swift does not import.
static inline int ayb_pending_bytes(int socket) {
    int count = 0;
    return ioctl(socket, FIONREAD, &count) == 0 ? count : 0;
}

#endif
