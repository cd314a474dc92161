/* Paddock.exe: runs the program inside this very process.
 *
 * It loads the Python that lies beside it and hands over the command line, so that the task
 * list, the taskbar and the firewall all know the process as Paddock. There is no console,
 * no second process, and nothing of a Python that may be installed elsewhere is looked at:
 * the file python312._pth beside the library names the folders to import from, and no others.
 */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>

#ifndef PYTHON_DLL
#define PYTHON_DLL L"python312.dll"
#endif

enum { CANNOT_START = 71, LONGEST_PATH = 32768 };

typedef int (*PyMain)(int, wchar_t **);

static const wchar_t *first_arguments[] = {L"-I", L"-X", L"utf8", L"-m", L"desktop"};
enum { FIRST = sizeof first_arguments / sizeof *first_arguments };

/* Text goes to where the caller listens, if anybody does; else to a box on the screen. */
static void tell(const wchar_t *text)
{
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    char utf8[1024];
    DWORD written;
    int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8 - 1, NULL, NULL);

    if (out != NULL && out != INVALID_HANDLE_VALUE && length > 0) {
        utf8[length - 1] = '\n';
        if (WriteFile(out, utf8, (DWORD)length, &written, NULL))
            return;
    }
    MessageBoxW(NULL, text, L"Paddock", MB_OK | MB_ICONERROR);
}

static int speaks_chinese(void)
{
    return PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_CHINESE;
}

static int cannot_start(DWORD reason)
{
    wchar_t text[256];
    const wchar_t *sentence = speaks_chinese()
        ? L"Paddock 的安装不完整（错误 %lu）。请重新安装。"
        : L"Paddock is not installed completely (error %lu). Please install it again.";

    _snwprintf(text, 255, sentence, reason);
    text[255] = 0;
    tell(text);
    return CANNOT_START;
}

/* Lets `Paddock --version` answer in the command prompt that it was typed into. */
static void borrow_console(void)
{
    HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);

    if (out == NULL || out == INVALID_HANDLE_VALUE)
        AttachConsole(ATTACH_PARENT_PROCESS);
}

static PyMain load_python(void)
{
    static wchar_t path[LONGEST_PATH];
    const wchar_t *tail = L"\\python\\" PYTHON_DLL;
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST_PATH);
    wchar_t *end;
    HMODULE python;

    if (length == 0 || length >= LONGEST_PATH - wcslen(tail))
        return NULL;
    end = wcsrchr(path, L'\\');
    if (end == NULL)
        return NULL;
    wcscpy(end, tail);
    python = LoadLibraryExW(path, NULL,
                            LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    return python == NULL ? NULL : (PyMain)(void *)GetProcAddress(python, "Py_Main");
}

int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, LPWSTR line, int show)
{
    int given = 0, count, i;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &given);
    wchar_t **all;
    PyMain run;

    (void)self, (void)before, (void)line, (void)show;
    /* No library is taken from the folder that a Modelfile happened to be opened in. */
    SetDllDirectoryW(L"");
    borrow_console();
    run = load_python();
    if (run == NULL)
        return cannot_start(GetLastError());
    if (words == NULL || given < 1)
        return cannot_start(ERROR_INVALID_PARAMETER);
    all = LocalAlloc(LPTR, (size_t)(given + FIRST + 1) * sizeof *all);
    if (all == NULL)
        return cannot_start(ERROR_NOT_ENOUGH_MEMORY);
    count = 0;
    all[count++] = words[0];
    for (i = 0; i < FIRST; i++)
        all[count++] = (wchar_t *)first_arguments[i];
    for (i = 1; i < given; i++)
        all[count++] = words[i];
    return run(count, all);
}
