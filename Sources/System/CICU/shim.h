// ICU's functions carry its version in their names (uidna_openUTS46_72), by macros that Swift does not import.
// These few have plain names, so that no Swift line depends on the version installed.
#ifndef CHAFFINCH_CICU_H
#define CHAFFINCH_CICU_H

#include <unicode/uidna.h>

typedef struct ICUNameResult {
    int32_t length;
    uint32_t errors;
    UErrorCode status;
} ICUNameResult;

static inline UIDNA *_Nullable icu_names_open(uint32_t options) {
    UErrorCode status = U_ZERO_ERROR;
    UIDNA *names = uidna_openUTS46(options, &status);
    return U_FAILURE(status) ? 0 : names;
}

static inline void icu_names_close(UIDNA *_Nonnull names) { uidna_close(names); }

static inline ICUNameResult icu_names_to_ascii(
    const UIDNA *_Nonnull names, const char *_Nonnull name, int32_t length, char *_Nonnull output, int32_t capacity
) {
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    ICUNameResult result = {0, 0, U_ZERO_ERROR};
    result.length = uidna_nameToASCII_UTF8(names, name, length, output, capacity, &info, &result.status);
    result.errors = info.errors;
    return result;
}

static inline ICUNameResult icu_names_to_unicode(
    const UIDNA *_Nonnull names, const char *_Nonnull name, int32_t length, char *_Nonnull output, int32_t capacity
) {
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    ICUNameResult result = {0, 0, U_ZERO_ERROR};
    result.length = uidna_nameToUnicodeUTF8(names, name, length, output, capacity, &info, &result.status);
    result.errors = info.errors;
    return result;
}

#endif
