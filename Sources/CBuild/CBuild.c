#include "CBuild.h"

#ifndef FORDEL_COMMIT
#define FORDEL_COMMIT ""
#endif

const char *fordel_commit(void) { return FORDEL_COMMIT; }
