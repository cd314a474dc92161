/* A stand-in for python312.dll, for the TEST installer: it writes down what it was asked to do.
 *
 * The file named by PADDOCK_DOUBLE gets one line each: the code page of the process, then
 * every argument, in UTF-8. Without that variable it does nothing and says that all is well.
 * While the file named by PADDOCK_DOUBLE_HOLD is there, it goes on running.
 */
#include <windows.h>
#include <stdio.h>

enum { LONGEST = 32768 };

static void write_line(FILE *file, const wchar_t *text)
{
    static char utf8[4 * LONGEST];

    if (WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8, NULL, NULL) > 0)
        fprintf(file, "%s\n", utf8);
}

__declspec(dllexport) int Py_Main(int count, wchar_t **words)
{
    static wchar_t path[LONGEST];
    FILE *file;
    int i;

    if (GetEnvironmentVariableW(L"PADDOCK_DOUBLE", path, LONGEST) == 0)
        return 0;
    file = _wfopen(path, L"wb");
    if (file == NULL)
        return 1;
    fprintf(file, "%u\n", GetACP());
    for (i = 0; i < count; i++)
        write_line(file, words[i]);
    fclose(file);
    if (GetEnvironmentVariableW(L"PADDOCK_DOUBLE_HOLD", path, LONGEST) != 0)
        while (GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES)
            Sleep(50);
    return 0;
}
