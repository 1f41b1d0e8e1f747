#ifndef AYB_CLIBPQ_SHIM_H
#define AYB_CLIBPQ_SHIM_H

#include <libpq-fe.h>

#endif
