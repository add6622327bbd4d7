#if __has_include(<xlsxwriter.h>)
#include <xlsxwriter.h>
#else
#error "libxlsxwriter is missing. Run: sudo apt-get update && sudo apt-get install -y libxlsxwriter-dev libzip-dev pkg-config"
#endif
