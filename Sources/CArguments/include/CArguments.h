/* The words that the process was started with, also where there is no /proc to read them from. */

#pragma once

/* How many words there are, the name of the program with them; 0 where that is not known. */
int stafett_argument_count(void);

/* One of the words. */
const char *stafett_argument(int index);
