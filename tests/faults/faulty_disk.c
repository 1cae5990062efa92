/* A disk that fails when told: stands before libc (LD_PRELOAD) and counts what is done to one folder.
 *
 * The call with the armed number kills the process, before it or half way through a write, or fails with an errno,
 * once or from then on. With a log everything that changes the folder is written down, for power cuts to be made of.
 * Files are never flushed to the machine's own disk: a process that is killed takes nothing with it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { OFF, COUNT, KILL, TEAR, FAIL, FAIL_ON }; /* faulty_disk.py has the same */

static char folder[1024];
static size_t folder_length;
static int mode = OFF, error_number, log_file = -1;
static long number, armed_at;
static unsigned char is_write[65536];

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

void faulty_disk_arm(const char *watched, int how, long at, int error) {
    strncpy(folder, watched, sizeof folder - 1);
    folder_length = strlen(folder);
    number = 0;
    armed_at = at;
    error_number = error;
    mode = how;
}

void faulty_disk_disarm(void) { mode = OFF; }

void faulty_disk_heal(void) { if (mode != OFF) mode = COUNT; }

long faulty_disk_count(void) { return number; }

int faulty_disk_is_write(long at) { return at > 0 && at < 65536 && is_write[at]; }

static void put(const void *bytes, size_t length) {
    REAL(write);
    const char *from = bytes;
    while (length > 0) {
        ssize_t done = real(log_file, from, length);
        if (done <= 0) abort();
        from += done;
        length -= (size_t)done;
    }
}

static void note(char what, const char *path, const char *other, long place, const void *bytes, long length) {
    if (log_file < 0) return;
    char head[4096];
    int size = snprintf(head, sizeof head, "%c\t%s\t%s\t%ld\t%ld\n", what, path, other, place, length);
    put(head, (size_t)size);
    if (bytes) put(bytes, (size_t)length);
}

void faulty_disk_record(int descriptor) { log_file = descriptor; }

void faulty_disk_say(const char *word) { note('A', word, "", 0, NULL, 0); }

static int is_inside(const char *path) {
    return mode != OFF && path && strncmp(path, folder, folder_length) == 0;
}

static int is_ours(int descriptor, char *path) {
    if (mode == OFF || descriptor == log_file) return 0;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, 1023);
    if (length < 0) return 0;
    path[length] = 0;
    return is_inside(path);
}

/* Returns 1 where the call is to fail; where the process is to die it does not return, but for a write to be torn. */
static int counted(int writes) {
    number++;
    if (number < 65536) is_write[number] = (unsigned char)writes;
    if (number == armed_at && (mode == KILL || (mode == TEAR && !writes))) kill(getpid(), SIGKILL);
    if ((mode == FAIL && number == armed_at) || (mode == FAIL_ON && number >= armed_at)) {
        errno = error_number;
        return 1;
    }
    return 0;
}

static int is_torn(void) { return mode == TEAR && number == armed_at; }

static ssize_t written_at(int descriptor, const void *bytes, size_t length, off64_t place) {
    REAL(pwrite64);
    char path[1024];
    if (is_ours(descriptor, path)) {
        if (counted(1)) return -1;
        if (is_torn()) {
            real(descriptor, bytes, length / 2, place);
            kill(getpid(), SIGKILL);
        }
        note('W', path, "", (long)place, bytes, (long)length);
    }
    return real(descriptor, bytes, length, place);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t place) {
    return written_at(descriptor, bytes, length, place);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t place) {
    return written_at(descriptor, bytes, length, place);
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
    REAL(write);
    char path[1024];
    if (is_ours(descriptor, path)) {
        if (counted(1)) return -1;
        if (is_torn()) {
            real(descriptor, bytes, length / 2);
            kill(getpid(), SIGKILL);
        }
        note('W', path, "", (long)lseek(descriptor, 0, SEEK_CUR), bytes, (long)length);
    }
    return real(descriptor, bytes, length);
}

static int flushed(int descriptor) {
    char path[1024];
    if (is_ours(descriptor, path)) {
        if (counted(0)) return -1;
        note('S', path, "", 0, NULL, 0);
    }
    return 0;
}

int fsync(int descriptor) { return flushed(descriptor); }

int fdatasync(int descriptor) { return flushed(descriptor); }

static int cut_to(int descriptor, off64_t length) {
    REAL(ftruncate64);
    char path[1024];
    if (is_ours(descriptor, path)) {
        if (counted(0)) return -1;
        note('T', path, "", (long)length, NULL, 0);
    }
    return real(descriptor, length);
}

int ftruncate64(int descriptor, off64_t length) { return cut_to(descriptor, length); }

int ftruncate(int descriptor, off_t length) { return cut_to(descriptor, length); }

int unlink(const char *path) {
    REAL(unlink);
    int ours = is_inside(path);
    if (ours && counted(0)) return -1;
    int done = real(path);
    if (ours && done == 0) note('U', path, "", 0, NULL, 0);
    return done;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    int ours = is_inside(from) || is_inside(to);
    if (ours && counted(0)) return -1;
    int done = real(from, to);
    if (ours && done == 0) note('R', from, to, 0, NULL, 0);
    return done;
}

/* A file that is only read counts where calls fail; whoever is killed there has changed nothing since the last call. */
static int opened(const char *path, int flags, mode_t rights) {
    REAL(open64);
    int ours = is_inside(path), changes = (flags & (O_CREAT | O_TRUNC)) != 0;
    if (ours && (changes || mode == FAIL || mode == FAIL_ON) && counted(0)) return -1;
    int is_new = ours && access(path, F_OK) != 0;
    int descriptor = real(path, flags, rights);
    if (ours && descriptor >= 0 && is_new) note('C', path, "", 0, NULL, 0);
    if (ours && descriptor >= 0 && !is_new && (flags & O_TRUNC)) note('T', path, "", 0, NULL, 0);
    return descriptor;
}

static mode_t rights_of(int flags, va_list more) {
    return (flags & (O_CREAT | __O_TMPFILE)) ? va_arg(more, mode_t) : 0;
}

#define OPENING(name)                              \
    int name(const char *path, int flags, ...) {   \
        va_list more;                              \
        va_start(more, flags);                     \
        mode_t rights = rights_of(flags, more);    \
        va_end(more);                              \
        return opened(path, flags, rights);        \
    }

OPENING(open)
OPENING(open64)
