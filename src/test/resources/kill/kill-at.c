/*
 * Preloaded into a process, this ends it as kill -9 does, in the middle of the Nth thing it does to
 * the files below a folder. A write is cut in half first.
 *
 *   KILL_BELOW   the folder
 *   KILL_LOG     a file that is told, line by line, what was done
 *   KILL_AT      N, counted from 1; 0 or nothing lets the process live
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define FILES 4096
#define REAL(name) ((__typeof__(&name)) dlsym(RTLD_NEXT, #name))

static int done;
static char ours[FILES];

static int is_below(const char *path) {
  const char *folder = getenv("KILL_BELOW");
  return folder != NULL && path != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

/* Tells of one more thing, and whether it is the one to die at. */
static int is_last(const char *what, const char *path) {
  const char *log = getenv("KILL_LOG");
  const char *at = getenv("KILL_AT");
  char line[1024];
  int fd = log == NULL ? -1 : (int) syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT, 0600);
  if (fd >= 0) {
    int length = snprintf(line, sizeof line, "%s %s\n", what, path);
    syscall(SYS_write, fd, line, length < (int) sizeof line ? length : (int) sizeof line);
    syscall(SYS_close, fd);
  }
  return __sync_add_and_fetch(&done, 1) == (at == NULL ? 0 : atoi(at));
}

static void step(const char *what, const char *path) {
  if (is_below(path) && is_last(what, path)) {
    kill(getpid(), SIGKILL);
  }
}

static int opened(int fd, const char *path, int flags) {
  if (fd >= 0 && fd < FILES) {
    ours[fd] = is_below(path) && (flags & (O_WRONLY | O_RDWR)) != 0;
  }
  return fd;
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = va_arg(more, mode_t);
  va_end(more);
  if ((flags & (O_CREAT | O_TRUNC)) != 0) {
    step("open", path);
  }
  return opened(REAL(open64)(path, flags, mode), path, flags);
}

static int is_ours(int fd) {
  return fd >= 0 && fd < FILES && ours[fd];
}

ssize_t write(int fd, const void *bytes, size_t count) {
  if (is_ours(fd) && is_last("write", "")) {
    REAL(write)(fd, bytes, count / 2);
    kill(getpid(), SIGKILL);
  }
  return REAL(write)(fd, bytes, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  if (is_ours(fd) && is_last("pwrite", "")) {
    REAL(pwrite64)(fd, bytes, count / 2, at);
    kill(getpid(), SIGKILL);
  }
  return REAL(pwrite64)(fd, bytes, count, at);
}

int ftruncate64(int fd, off64_t length) {
  if (is_ours(fd) && is_last("truncate", "")) {
    kill(getpid(), SIGKILL);
  }
  return REAL(ftruncate64)(fd, length);
}

int rename(const char *from, const char *to) {
  step("rename", to);
  return REAL(rename)(from, to);
}

int unlink(const char *path) {
  step("unlink", path);
  return REAL(unlink)(path);
}

int remove(const char *path) {
  step("remove", path);
  return REAL(remove)(path);
}

int rmdir(const char *path) {
  step("rmdir", path);
  return REAL(rmdir)(path);
}

int mkdir(const char *path, mode_t mode) {
  step("mkdir", path);
  return REAL(mkdir)(path, mode);
}

int link(const char *from, const char *to) {
  step("link", to);
  return REAL(link)(from, to);
}

int symlink(const char *target, const char *path) {
  step("symlink", path);
  return REAL(symlink)(target, path);
}
