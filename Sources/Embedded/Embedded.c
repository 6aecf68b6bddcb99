#include "Embedded.h"
