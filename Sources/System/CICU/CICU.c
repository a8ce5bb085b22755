#include "CICU.h"

#include <unicode/uidna.h>
#include <unicode/uversion.h>

ICUNames *icu_names_open(int32_t strict) {
    UErrorCode status = U_ZERO_ERROR;
    uint32_t options = UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE;
    if (strict) options |= UIDNA_USE_STD3_RULES;
    UIDNA *names = uidna_openUTS46(options, &status);
    return U_FAILURE(status) ? 0 : (ICUNames *)names;
}

void icu_version(uint8_t *numbers) { u_getVersion(numbers); }

void icu_names_close(ICUNames *names) { uidna_close((UIDNA *)names); }

ICUNameResult icu_names_to_ascii(const ICUNames *names, const char *name, int32_t length, char *output, int32_t capacity) {
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    UErrorCode status = U_ZERO_ERROR;
    ICUNameResult result = {0, 0, 0};
    result.length = uidna_nameToASCII_UTF8((const UIDNA *)names, name, length, output, capacity, &info, &status);
    result.errors = info.errors;
    result.status = status;
    return result;
}

ICUNameResult icu_names_to_unicode(const ICUNames *names, const char *name, int32_t length, char *output, int32_t capacity) {
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    UErrorCode status = U_ZERO_ERROR;
    ICUNameResult result = {0, 0, 0};
    result.length = uidna_nameToUnicodeUTF8((const UIDNA *)names, name, length, output, capacity, &info, &status);
    result.errors = info.errors;
    result.status = status;
    return result;
}
