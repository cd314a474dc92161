/* Loads every library that it is told of, as Windows would for a program in their folder.
 *
 *   load_qt.exe FOLDER LIBRARY…
 */
#include <windows.h>
#include <stdio.h>

typedef const char *(*Version)(void);

int wmain(int count, wchar_t **words)
{
    int i, lost = 0;
    Version version;
    HMODULE core;

    if (count < 3)
        return 2;
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    AddDllDirectory(words[1]);
    for (i = 2; i < count; i++) {
        if (LoadLibraryExW(words[i], NULL,
                           LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS))
            continue;
        printf("cannot load %ls: error %lu\n", words[i], GetLastError());
        lost++;
    }
    core = GetModuleHandleW(L"Qt6Core.dll");
    version = core ? (Version)(void *)GetProcAddress(core, "qVersion") : NULL;
    printf("Qt %s\n", version ? version() : "is not there");
    if (lost == 0 && version)
        printf("all loaded: %d libraries\n", count - 2);
    return lost != 0 || !version;
}
