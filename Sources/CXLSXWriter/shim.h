#if __has_include(<xlsxwriter.h>)
#include <xlsxwriter.h>
#else
#error "libxlsxwriter is missing. Run: sudo apt-get update && sudo apt-get install -y libxlsxwriter-dev libzip-dev pkg-config"
#endif

#include <locale.h>
#if defined(__APPLE__)
#include <xlocale.h>
#endif

// LC_ALL_MASK is a macro that Swift does not import.
static inline locale_t cxlsxwriter_new_c_locale(void) {
  return newlocale(LC_ALL_MASK, "C", (locale_t)0);
}
