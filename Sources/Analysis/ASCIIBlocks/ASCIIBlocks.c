// The functions are inline; this file lets the compiler see the header by itself.
#include "ASCIIBlocks.h"
