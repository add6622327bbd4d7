// The peer of `FordelBenchmarks write`: the same calls of libxlsxwriter without our writer around them.
// usage: write_peer memory|constant ROWS FILE. Prints seconds=… of everything from opening to closing the workbook.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc != 4) return 64;
  int rows = atoi(argv[2]);
  static char committees[50][32];
  for (int i = 0; i < 50; i++) snprintf(committees[i], sizeof committees[i], "Udvalg nummer %d", i);
  char(*lines)[32] = calloc(rows, sizeof *lines);
  for (int i = 0; i < rows; i++) snprintf(lines[i], sizeof lines[i], "Økonomi, linje %d", i + 1);

  double start = now();
  lxw_workbook_options options = {.constant_memory = strcmp(argv[1], "constant") == 0};
  lxw_workbook *workbook = workbook_new_opt(argv[3], &options);
  lxw_doc_properties properties = {.title = "Benchmark", .created = 946684800};
  workbook_set_properties(workbook, &properties);
  lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Økonomi");
  lxw_format *amount = workbook_add_format(workbook);
  format_set_num_format(amount, "#,##0.00");
  for (int row = 0; row < rows; row++) {
    worksheet_write_string(sheet, row, 0, committees[row % 50], NULL);
    worksheet_write_string(sheet, row, 1, lines[row], NULL);
    for (int column = 2; column < 9; column++) worksheet_write_number(sheet, row, column, (row * 100 + column) / 100.0, amount);
    worksheet_write_formula_num(sheet, row, 9, "SUM(C1:I1)", NULL, row);
  }
  worksheet_activate(sheet);
  if (workbook_close(workbook) != LXW_NO_ERROR) return 1;
  printf("seconds=%.6f\n", now() - start);
  free(lines);
  return 0;
}
