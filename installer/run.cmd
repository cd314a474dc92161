@echo off
rem Opens Paddock from this checkout on Windows, after making everything it needs.
rem
rem   installer\run.cmd              opens the window
rem   installer\run.cmd ARGUMENTS    what `paddock` understands: --demo, --tour FOLDER, --version ...
rem
rem It makes .venv here, filled by uv where that is there and by pip otherwise, and changes
rem nothing else.
setlocal enableextensions disabledelayedexpansion
for %%i in ("%~dp0..") do set "root=%%~fi"
set "venv=%root%\.venv"
set "venv_python=%venv%\Scripts\python.exe"
set "installed=%venv%\installed-pyproject.toml"
set "right=import sys, ssl; sys.exit(not (3, 11) <= sys.version_info < (3, 14))"
set PADDOCK_SETUP=1

call :is_sound
if errorlevel 1 call :make_environment
if errorlevel 1 exit /b 1
fc /b "%root%\pyproject.toml" "%installed%" >nul 2>&1
if errorlevel 1 call :install
if errorlevel 1 exit /b 1
for /r "%root%\resources\i18n" %%t in (*.ts) do call :compile "%%~t"

"%venv_python%" -P -m desktop %*
exit /b %errorlevel%

:is_sound
if not exist "%venv_python%" exit /b 1
"%venv_python%" -c "%right%" >nul 2>&1
exit /b %errorlevel%

:make_environment
set "python="
for %%v in (3.13 3.12 3.11) do call :try py -%%v
call :try python
if not defined python (
    echo Paddock needs Python 3.11, 3.12 or 3.13, and none was found.
    echo Install one with:  winget install Python.Python.3.12
    echo then run this command again.
    exit /b 1
)
echo Making the environment in .venv with %python%.
if exist "%venv%" rmdir /s /q "%venv%"
%python% -m venv "%venv%"
if errorlevel 1 (
    echo The environment could not be made; what went wrong stands above.
    exit /b 1
)
exit /b 0

rem Keeps a command that starts the right Python, unless there is one already.
:try
if defined python exit /b 0
%* -c "%right%" >nul 2>&1
if not errorlevel 1 set "python=%*"
exit /b 0

:install
echo Installing the libraries into .venv (about 100 MB the first time).
where uv >nul 2>&1
if errorlevel 1 (
    "%venv_python%" -m pip install -qq --disable-pip-version-check --editable "%root%"
) else (
    uv pip install --quiet --python "%venv_python%" --editable "%root%"
)
if errorlevel 1 (
    if exist "%installed%" (
        echo The libraries could not be brought up to date. Going on with those that are there.
        exit /b 0
    )
    echo The libraries could not be installed; what went wrong stands above.
    echo Check the network, or which index pip is told to use, and run this again.
    exit /b 1
)
copy /y "%root%\pyproject.toml" "%installed%" >nul
exit /b 0

rem The newer of the two comes last; a translation that cannot be compiled leaves English.
:compile
set "newest="
for /f "delims=" %%n in ('dir /b /o:d "%~dpn1.ts" "%~dpn1.qm" 2^>nul') do set "newest=%%~xn"
if /i "%newest%"==".qm" exit /b 0
"%venv%\Scripts\pyside6-lrelease.exe" -silent "%~1" -qm "%~dpn1.qm"
if errorlevel 1 echo The translation %~nx1 could not be compiled; English is shown instead.
exit /b 0
