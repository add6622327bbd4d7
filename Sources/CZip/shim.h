#if __has_include(<zip.h>)
#include <zip.h>
#else
#error "libzip is missing. Run: sudo apt-get update && sudo apt-get install -y libxlsxwriter-dev libzip-dev pkg-config"
#endif
