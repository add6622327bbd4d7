/// The commit that the tool was built from and its date; empty where the build did not name it.
const char *fordel_commit(void);
