/* Unpacks the sheets and shared texts of a workbook with libzip, and does nothing with them: the least that reading can cost.
   usage: inflate_peer FILE */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <zip.h>

static char block[128 << 10];

int main(int count, char **arguments) {
  if (count != 2) return 64;
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  zip_t *archive = zip_open(arguments[1], ZIP_RDONLY, NULL);
  if (!archive) return 65;
  long long bytes = 0;
  for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); index++) {
    const char *name = zip_get_name(archive, index, 0);
    if (!strstr(name, "worksheets/sheet") && !strstr(name, "sharedStrings")) continue;
    zip_file_t *part = zip_fopen_index(archive, index, 0);
    zip_int64_t received;
    while ((received = zip_fread(part, block, sizeof block)) > 0) bytes += received;
    zip_fclose(part);
    if (received < 0) return 65;
  }
  zip_discard(archive);
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("seconds=%.6f bytes=%lld\n", (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9, bytes);
  return 0;
}
