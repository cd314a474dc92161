/* The first part of the AppImage: unpacks what is behind it, once, and starts it.
 *
 * An AppImage is this program with a squashfs image at its end. The usual runtime mounts the
 * image, for which FUSE must be set up; this one unpacks it into the cache folder, which takes a
 * second the first time and nothing later:
 *
 *   $XDG_CACHE_HOME/paddock-appimage/ID/     ID is the image's hash, given by the compiler
 *
 * It is unpacked beside that under a name of its own and then renamed, so a folder with the right
 * name is whole, unless the power failed before the disk had all of it: it counts in the boot that
 * it was unpacked in, and in others once .synced is there. Every running program holds a shared lock on its folder's file .lock; what
 * nobody holds, and is of another version, is removed.
 *
 * Linked statically, with squashfuse (BSD) and liblzma (public domain). Of the other compressions,
 * one of which would bring GPL code, there are stubs: the image is made with xz.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <squashfuse/squashfuse.h>

#ifndef ID
#error "the image's hash is missing: -DID=\"...\""
#endif

static const char *const USAGE =
    "The options of this AppImage; everything else goes to the program:\n"
    "  --appimage-extract           unpack into ./squashfs-root and start nothing\n"
    "  --appimage-offset            where in this file the squashfs image begins\n"
    "  --appimage-extract-and-run   what it does anyway\n";

/* squashfuse names these for images made otherwise; all of them fail. */
int lzo1x_decompress_safe(void) { return -1; }
int LZ4_decompress_safe(void) { return -1; }
size_t ZSTD_decompress(void) { return -1; }
unsigned ZSTD_isError(void) { return 1; }
int uncompress(void) { return -1; }

static void fail(const char *format, ...) {
    va_list rest;
    va_start(rest, format);
    fputs("Paddock: ", stderr);
    vfprintf(stderr, format, rest);
    if (errno) fprintf(stderr, ": %s", strerror(errno));
    fputc('\n', stderr);
    exit(127);
}

static char *text(const char *format, ...) {
    char *made;
    va_list rest;
    va_start(rest, format);
    if (vasprintf(&made, format, rest) < 0) fail("out of memory");
    va_end(rest);
    return made;
}

/* The image begins where this ELF file ends, which is behind its section headers. */
static size_t image_offset(int self) {
    Elf64_Ehdr head;
    if (pread(self, &head, sizeof head, 0) != sizeof head) fail("cannot read myself");
    return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

static void unpack_file(sqfs *fs, sqfs_inode *inode, const char *target) {
    static char block[1 << 20];
    int file = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 0777);
    if (file < 0) fail("cannot write %s", target);
    uint64_t size = inode->xtra.reg.file_size;
    for (uint64_t at = 0; at < size;) {
        sqfs_off_t count = sizeof block;
        if (sqfs_read_range(fs, inode, at, &count, block) || count <= 0) fail("this file is damaged");
        for (sqfs_off_t done = 0; done < count;) {
            ssize_t written = write(file, block + done, count - done);
            if (written < 0) fail("cannot write %s", target);
            done += written;
        }
        at += count;
    }
    if (close(file)) fail("cannot write %s", target);
}

static void unpack_link(sqfs *fs, sqfs_inode *inode, const char *target) {
    char to[PATH_MAX];
    size_t size = sizeof to;
    if (sqfs_readlink(fs, inode, to, &size)) fail("this file is damaged");
    if (symlink(to, target)) fail("cannot write %s", target);
}

/* Files whose ends lie in the same block are one process's, so that no block is decoded twice. */
static uint64_t block_of(const sqfs_inode *inode) {
    int has_end = inode->xtra.reg.frag_idx != SQUASHFS_INVALID_FRAG;
    return has_end ? inode->xtra.reg.frag_idx : inode->xtra.reg.start_block >> 20;
}

/* Unpacks what is one process's of `shares`; share -1 is the folders and links. */
static void unpack_folder(sqfs *fs, sqfs_inode *folder, const char *target, int share, int shares) {
    sqfs_dir dir;
    sqfs_dir_entry entry;
    sqfs_name name;
    sqfs_err error;
    sqfs_inode inode;
    sqfs_dentry_init(&entry, name);
    if (sqfs_dir_open(fs, folder, &dir, 0)) fail("this file is damaged");
    while (sqfs_dir_next(fs, &dir, &entry, &error)) {
        char *path = text("%s/%s", target, sqfs_dentry_name(&entry));
        if (sqfs_inode_get(fs, &inode, sqfs_dentry_inode(&entry))) fail("this file is damaged");
        if (S_ISDIR(inode.base.mode)) {
            if (share < 0 && mkdir(path, 0755)) fail("cannot make %s", path);
            unpack_folder(fs, &inode, path, share, shares);
        } else if (S_ISLNK(inode.base.mode)) {
            if (share < 0) unpack_link(fs, &inode, path);
        } else if (share >= 0 && block_of(&inode) % shares == (unsigned)share) {
            unpack_file(fs, &inode, path);
        }
        free(path);
    }
    if (error) fail("this file is damaged");
}

static void unpack_share(int self, const char *target, int share, int shares) {
    sqfs fs;
    sqfs_inode root;
    memset(&fs, 0, sizeof fs);
    errno = 0;
    if (sqfs_init(&fs, self, image_offset(self))) fail("there is no image in this file");
    if (sqfs_inode_get(&fs, &root, sqfs_inode_root(&fs))) fail("this file is damaged");
    unpack_folder(&fs, &root, target, share, shares);
    sqfs_destroy(&fs);
}

/* Unpacks into a folder that is there and empty, with a process for each processor. */
static void unpack(int self, const char *target) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    int shares = processors < 1 ? 1 : processors > 8 ? 8 : processors;
    unpack_share(self, target, -1, shares);
    for (int share = 0; share < shares; share++) {
        pid_t child = fork();
        if (child < 0) fail("cannot start a process");
        if (child == 0) {
            unpack_share(self, target, share, shares);
            _exit(0);
        }
    }
    for (int share = 0, status; share < shares; share++) {
        if (wait(&status) < 0 || status) exit(127); /* It has said what went wrong. */
    }
}

/* Removes a folder of ours and all that is in it; links are not followed. */
static void remove_folder(const char *path) {
    DIR *folder = opendir(path);
    if (!folder) return;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        char *inner = text("%s/%s", path, entry->d_name);
        if (unlink(inner) && errno == EISDIR) remove_folder(inner);
        free(inner);
    }
    closedir(folder);
    rmdir(path);
}

/* Takes the lock of a folder, or returns -1. What is returned stays open over exec. */
static int take_lock(const char *folder, int how) {
    char *path = text("%s/.lock", folder);
    int lock = open(path, O_RDWR | O_CREAT, 0600);
    struct stat mine, there;
    if (lock >= 0 && (flock(lock, how) || fstat(lock, &mine) || stat(path, &there) || mine.st_ino != there.st_ino)) {
        close(lock);
        lock = -1;
    }
    free(path);
    return lock;
}

/* Removes every other version that nobody runs, and what was left half unpacked. */
static void remove_others(const char *cache) {
    DIR *folder = opendir(cache);
    if (!folder) return;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.' || !strcmp(entry->d_name, ID)) continue;
        char *other = text("%s/%s", cache, entry->d_name);
        int lock = take_lock(other, LOCK_EX | LOCK_NB);
        if (lock >= 0) {
            remove_folder(other);
            close(lock);
        }
        free(other);
    }
    closedir(folder);
}

/* A folder that is ours alone: what lies in it is run. */
static int is_own_folder(const char *path) {
    struct stat it;
    if (mkdir(path, 0700) && errno != EEXIST) return 0;
    return !lstat(path, &it) && S_ISDIR(it.st_mode) && it.st_uid == geteuid() && !(it.st_mode & 022);
}

static char *cache_folder(void) {
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    char *base = cache && *cache == '/' ? text("%s", cache) : home && *home == '/' ? text("%s/.cache", home) : NULL;
    if (base) {
        mkdir(base, 0700);
        char *folder = text("%s/paddock-appimage", base);
        if (is_own_folder(folder) && !access(folder, W_OK)) return folder;
    }
    const char *temporary = getenv("TMPDIR");
    char *folder = text("%s/paddock-appimage-%u", temporary && *temporary == '/' ? temporary : "/tmp", geteuid());
    if (!is_own_folder(folder)) fail("there is no folder to unpack into: %s", folder);
    return folder;
}

static void write_file(const char *folder, const char *name, const char *content) {
    char *path = text("%s/%s", folder, name);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0 || write(file, content, strlen(content)) < 0) fail("cannot write %s", path);
    close(file);
    free(path);
}

/* The kernel's name for the time since this machine was started; "" where it has none. */
static const char *boot_id(void) {
    static char id[64];
    int file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
    ssize_t size = file < 0 ? 0 : read(file, id, sizeof id - 1);
    if (file >= 0) close(file);
    id[size < 0 ? 0 : size] = 0;
    return id;
}

/* Whether all of a folder is there: see above. */
static int is_whole(const char *folder) {
    char *start = text("%s/AppRun", folder), *synced = text("%s/.synced", folder), *boot = text("%s/.boot", folder);
    char id[64] = "";
    int file = open(boot, O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
        if (read(file, id, sizeof id - 1) < 0) *id = 0;
        close(file);
    }
    int is = !access(start, X_OK) && (!access(synced, F_OK) || (*id && !strcmp(id, boot_id())));
    free(start), free(synced), free(boot);
    return is;
}

/* Lets a process of its own wait for the disk, which may take long; nobody waits for that one. */
static void sync_behind(const char *folder) {
    pid_t child = fork();
    if (child == 0) {
        if (fork()) _exit(0);
        int self = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), nothing = open("/dev/null", O_RDWR);
        for (int stream = 0; stream < 3; stream++) dup2(nothing, stream);
        if (self >= 0 && !syncfs(self)) write_file(folder, ".synced", "");
        _exit(0);
    }
    if (child > 0) waitpid(child, NULL, 0);
}

/* Returns the folder with this version in it, unpacked now if it was not, and locked. */
static char *ready_folder(int self) {
    char *cache = cache_folder(), *ready = text("%s/%s", cache, ID), *fresh = text("%s/%s.%d", cache, ID, getpid());
    for (int attempt = 0; attempt < 3; attempt++) {
        if (is_whole(ready) && take_lock(ready, LOCK_SH) >= 0) return ready;
        remove_folder(fresh); /* of a process that had our number and was killed */
        if (!is_own_folder(fresh)) fail("cannot make %s", fresh);
        int lock = take_lock(fresh, LOCK_EX);
        if (lock < 0) continue;
        unpack(self, fresh);
        write_file(fresh, ".boot", boot_id());
        if (!is_whole(ready)) remove_folder(ready);
        if (rename(fresh, ready)) {
            remove_folder(fresh);
        } else {
            sync_behind(ready);
        }
        close(lock);
        remove_others(cache);
    }
    fail("cannot unpack into %s", cache);
    return NULL;
}

static void run(int self, const char *own_path, char **arguments) {
    char *folder = ready_folder(self), *start = text("%s/AppRun", folder), cwd[PATH_MAX];
    setenv("APPIMAGE", own_path, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", arguments[0], 1);
    if (getcwd(cwd, sizeof cwd)) setenv("OWD", cwd, 1);
    errno = 0;
    execv(start, arguments);
    fail("cannot start %s", start);
}

int main(int count, char **arguments) {
    const char *first = count > 1 ? arguments[1] : "";
    char own_path[PATH_MAX] = "";
    int self = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    if (self < 0 || readlink("/proc/self/exe", own_path, sizeof own_path - 1) < 0) fail("cannot read myself");
    if (!strcmp(first, "--appimage-offset")) {
        printf("%zu\n", image_offset(self));
    } else if (!strcmp(first, "--appimage-extract")) {
        if (mkdir("squashfs-root", 0755)) fail("cannot make squashfs-root");
        unpack(self, "squashfs-root");
        puts("squashfs-root");
    } else if (!strcmp(first, "--appimage-extract-and-run")) {
        arguments[1] = arguments[0];
        run(self, own_path, arguments + 1);
    } else if (!strncmp(first, "--appimage-", 11)) {
        fputs(USAGE, strcmp(first, "--appimage-help") ? stderr : stdout);
        return strcmp(first, "--appimage-help") ? 1 : 0;
    } else {
        run(self, own_path, arguments);
    }
    return 0;
}
