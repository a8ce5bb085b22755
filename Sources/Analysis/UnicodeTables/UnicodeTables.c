// The Unicode tables, put into the program as read-only memory: nothing is built or parsed at start.
//
// unicode.tables is made by Scripts/make-unicode-tables from the Unicode Character Database and from UTS 39's confusables.
// That data is copyright 1991-2022 Unicode, Inc., under the Unicode licence (https://www.unicode.org/license.txt).
#include "UnicodeTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

__attribute__((aligned(64))) const unsigned char chaffinch_unicode[CHAFFINCH_SIZE] = {
#embed "unicode.tables"
};
