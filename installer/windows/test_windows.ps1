# On Windows: installs setup.exe silently, has the program test itself, and removes it again.
#
#   installer/windows/test_windows.ps1 SETUP.exe
param([Parameter(Mandatory)][string] $Setup)
$ErrorActionPreference = 'Stop'
$folder = Join-Path $env:LOCALAPPDATA 'Programs\Paddock'
$program = Join-Path $folder 'Paddock.exe'
$out = New-TemporaryFile
$errors = New-TemporaryFile

function Invoke-Silently([string] $File, [string[]] $Arguments, [int] $Expected = 0) {
    $process = Start-Process -FilePath $File -ArgumentList $Arguments -Wait -PassThru `
        -RedirectStandardOutput $out -RedirectStandardError $errors
    Get-Content $out, $errors | Write-Host
    if ($process.ExitCode -ne $Expected) {
        throw "$File $Arguments ended with $($process.ExitCode), not $Expected"
    }
}

function Wait-Until([scriptblock] $Condition, [string] $What) {
    foreach ($try in 1..60) {
        if (& $Condition) { return }
        Start-Sleep -Milliseconds 500
    }
    throw "it did not happen in half a minute: $What"
}

Invoke-Silently $Setup '/S'
Invoke-Silently $program '--version'
Invoke-Silently $program '--selftest'
if (-not ((Get-Content $out -Raw) | ConvertFrom-Json).ok) { throw 'the self-test found something' }
$type = Get-ItemPropertyValue 'HKCU:\Software\Classes\Paddock.Modelfile\shell\open\command' '(default)'
if ($type -ne "`"$program`" `"%1`"") { throw "a Modelfile is opened with $type" }

Invoke-Silently (Join-Path $folder 'Uninstall.exe') '/S'
Wait-Until { -not (Test-Path $folder) } 'the folder is gone'
$left = Get-ChildItem 'HKCU:\Software\Classes', 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall' |
    Where-Object Name -Match 'paddock|modelfile'
if ($left) { throw "these keys are left: $left" }
if (Test-Path (Join-Path $env:APPDATA 'Microsoft\Windows\Start Menu\Programs\Paddock.lnk')) {
    throw 'the shortcut is left'
}
Write-Host 'Installed, tested and removed.'
