// A disk that fails on demand. While the file named by FAILING holds the number of a system error, every write to a desk's files fails with
// it. The program is not changed: start it with LD_PRELOAD=failing.so.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// The present error; 0 if the disk works.
static int failure(void) {
    const char *path = getenv("FAILING");
    FILE *file = path ? fopen(path, "r") : NULL;
    int number = 0;
    if (file && fscanf(file, "%d", &number) != 1) number = 0;
    if (file) fclose(file);
    return number;
}

static int refuses(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t count = readlink(link, path, sizeof path - 1);
    if (count < 0) return 0;
    path[count] = 0;
    if (!strstr(path, ".sqlite")) return 0;
    int number = failure();
    if (number) errno = number;
    return number;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t at) {
    return refuses(descriptor) ? -1 : REAL(pwrite)(descriptor, bytes, count, at);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t at) {
    return refuses(descriptor) ? -1 : REAL(pwrite64)(descriptor, bytes, count, at);
}

int ftruncate64(int descriptor, off64_t size) {
    return refuses(descriptor) ? -1 : REAL(ftruncate64)(descriptor, size);
}

int fdatasync(int descriptor) { return refuses(descriptor) ? -1 : REAL(fdatasync)(descriptor); }

int fsync(int descriptor) { return refuses(descriptor) ? -1 : REAL(fsync)(descriptor); }

// A filesystem that is full or mounted read-only also says so here.
int statvfs(const char *path, struct statvfs *facts) {
    int result = REAL(statvfs)(path, facts), number = failure();
    if (number == ENOSPC) facts->f_bavail = 0;
    if (number == EROFS) facts->f_flag |= ST_RDONLY;
    return result;
}
