/* Paddock.app/Contents/MacOS/Paddock: runs the program inside this very process.
 *
 * The Dock, the menu bar and the privacy settings then all know the process as Paddock. Python
 * and the program lie in Contents/Resources; nothing is looked for anywhere else, and nothing is
 * written there, because that would break the app's signature.
 *
 * It is compiled for the Python that is carried (PyConfig differs between versions). It runs on
 * Linux as well, which is how it is tested there.
 */
#include <Python.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#else
#include <unistd.h>
#endif

#define TEXT_(number) #number
#define TEXT(number) TEXT_(number)
#define STDLIB "python/lib/python" TEXT(PY_MAJOR_VERSION) "." TEXT(PY_MINOR_VERSION)

enum { CANNOT_START = 71 };

static char resources[PATH_MAX];

/* Finds Contents/Resources, which lies beside the folder of this file. */
static int find_resources(void)
{
    char link[PATH_MAX], path[PATH_MAX];
    int i;
#ifdef __APPLE__
    uint32_t size = sizeof link;
    if (_NSGetExecutablePath(link, &size) != 0)
        return 0;
#else
    ssize_t length = readlink("/proc/self/exe", link, sizeof link - 1);
    if (length < 0)
        return 0;
    link[length] = 0;
#endif
    if (realpath(link, path) == NULL)
        return 0;
    for (i = 0; i < 2; i++) {
        char *slash = strrchr(path, '/');
        if (slash == NULL)
            return 0;
        *slash = 0;
    }
    return snprintf(resources, sizeof resources, "%s/Resources", path) < (int)sizeof resources;
}

static PyStatus look_in(PyConfig *config, const char *folder)
{
    char path[2 * PATH_MAX];
    wchar_t *wide;
    PyStatus status;

    snprintf(path, sizeof path, "%s/%s", resources, folder);
    wide = Py_DecodeLocale(path, NULL);
    if (wide == NULL)
        return PyStatus_NoMemory();
    status = PyWideStringList_Append(&config->module_search_paths, wide);
    PyMem_RawFree(wide);
    return status;
}

static PyStatus set_up(PyConfig *config, int count, char **words)
{
    const char *folders[] = {STDLIB, STDLIB "/lib-dynload", "app"};
    char home[2 * PATH_MAX];
    PyStatus status;
    size_t i;

    config->parse_argv = 0;
    config->site_import = 0;
    config->write_bytecode = 0;
    config->install_signal_handlers = 1;
    config->module_search_paths_set = 1;
    snprintf(home, sizeof home, "%s/python", resources);
    status = PyConfig_SetBytesString(config, &config->home, home);
    if (!PyStatus_Exception(status))
        status = PyConfig_SetBytesString(config, &config->run_module, "desktop");
    if (!PyStatus_Exception(status))
        status = PyConfig_SetBytesArgv(config, count, words);
    for (i = 0; i < sizeof folders / sizeof *folders && !PyStatus_Exception(status); i++)
        status = look_in(config, folders[i]);
    if (!PyStatus_Exception(status))
        status = Py_InitializeFromConfig(config);
    return status;
}

int main(int count, char **words)
{
    PyPreConfig before;
    PyConfig config;
    PyStatus status;

    if (!find_resources()) {
        fprintf(stderr, "Paddock cannot find its own files.\n");
        return CANNOT_START;
    }
    PyPreConfig_InitIsolatedConfig(&before);
    before.utf8_mode = 1;
    status = Py_PreInitialize(&before);
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);
    PyConfig_InitIsolatedConfig(&config);
    status = set_up(&config, count, words);
    PyConfig_Clear(&config);
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);
    return Py_RunMain();
}
