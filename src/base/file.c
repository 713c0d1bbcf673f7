/* base/file: whole files into memory, read or mapped. */
#include "base/base.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

Code file_fault(const char *path, const char *what, Error *error) {
    const char *words = strerrordesc_np(errno); /* strerror would read the locale */
    return error_set(error, ERROR_FILE, "%s: %s: %s", path, what, words ? words : "unknown error");
}

static Code open_plain(const char *path, int *file, size_t *size, Error *error) {
    struct stat status;
    *file = open(path, O_RDONLY | O_CLOEXEC);
    if (*file < 0)
        return file_fault(path, "cannot be opened", error);
    if (fstat(*file, &status) < 0 || S_ISDIR(status.st_mode)) {
        int number = S_ISDIR(status.st_mode) ? EISDIR : errno;
        close(*file);
        errno = number;
        return file_fault(path, "cannot be read", error);
    }
    *size = status.st_size > 0 ? (size_t)status.st_size : 0;
    return OK;
}

Code file_read(Arena *arena, const char *path, size_t maximum, View *content, Error *error) {
    int file;
    size_t size, length = 0;
    Code code = open_plain(path, &file, &size, error);
    if (code != OK)
        return code;
    char *data = NULL;
    if (maximum && size > maximum)
        code = error_set(error, ERROR_INPUT, "%s: larger than %zu MiB; split it", path, maximum >> 20);
    else if (!(data = arena_take(arena, size + 1)))
        code = error_memory(error);
    while (code == OK && length < size) {
        ssize_t count = read(file, data + length, size - length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            code = file_fault(path, "cannot be read", error);
        if (count <= 0)
            break;
        length += (size_t)count;
    }
    close(file);
    if (code == OK)
        *content = (View){data, length};
    return code;
}

Code file_map(const char *path, View *content, Error *error) {
    int file;
    size_t size;
    Code code = open_plain(path, &file, &size, error);
    if (code != OK)
        return code;
    void *data = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0) : NULL;
    int number = errno;
    close(file);
    if (data == MAP_FAILED) {
        errno = number;
        return file_fault(path, "cannot be mapped", error);
    }
    *content = (View){size ? data : "", size};
    return OK;
}

void file_unmap(View content) {
    if (content.length)
        munmap((void *)(uintptr_t)content.data, content.length);
}
