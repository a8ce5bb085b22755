// What Chaffinch asks of ICU, behind names of its own. ICU's header stays out of sight: Foundation has a copy of ICU inside, and one
// program cannot import both copies' types; and ICU's functions carry its version in their names, which Swift does not see through.
#pragma once

#include <stdint.h>

typedef struct ICUNames ICUNames;

typedef struct ICUNameResult {
    int32_t length;
    uint32_t errors;
    int32_t status;
} ICUNameResult;

/// UTS 46, non-transitional, with its checks; with `strict`, also UseSTD3ASCIIRules. Null when ICU has no data.
ICUNames *_Nullable icu_names_open(int32_t strict);

/// The four numbers of ICU's version.
void icu_version(uint8_t *_Nonnull numbers);

void icu_names_close(ICUNames *_Nonnull names);

ICUNameResult icu_names_to_ascii(
    const ICUNames *_Nonnull names, const char *_Nonnull name, int32_t length, char *_Nonnull output, int32_t capacity);

ICUNameResult icu_names_to_unicode(
    const ICUNames *_Nonnull names, const char *_Nonnull name, int32_t length, char *_Nonnull output, int32_t capacity);
