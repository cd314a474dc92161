; setup.exe: installs Paddock for one user, without asking for an administrator.
;
;   /S        no window at all
;   /D=PATH   another folder; the last argument, and without quotes
;
; What it answers: 0 done, 1 cancelled, 2 failed, 4 Windows is too old, 5 Paddock is running,
; 6 the folder holds something else.
;
; build_setup.py hands in VERSION, VERSION4, FILES, OUT, ICON and INSTALLED_KB, and KIND, which is
; " TEST" for an installer that carries a stand-in in Python's place. SIGN is a command that signs
; the file whose name is added to it.

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define TOO_OLD 4
!define RUNNING 5
!define OCCUPIED 6
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Paddock"
!define APP_PATH_KEY "Software\Microsoft\Windows\CurrentVersion\App Paths\Paddock.exe"
!define CLASSES "Software\Classes"
!define PROGID "Paddock.Modelfile"

Name "Paddock${KIND}"
OutFile "${OUT}"
SetCompressor /SOLID /FINAL lzma
SetCompressorDictSize 64
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
InstallDir "$LOCALAPPDATA\Programs\Paddock"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "Paddock ${VERSION}${KIND}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
SetDateSave off
CRCCheck force

VIProductVersion "${VERSION4}"
VIAddVersionKey /LANG=0 "ProductName" "Paddock${KIND}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Paddock${KIND} setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT licence"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\Paddock.exe"

!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveFolderPage
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first is what every other language falls back to; each person sees that of their Windows.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!include texts.nsh

!macro CheckNotRunning un
  Function ${un}CheckNotRunning
    again:
    ; A program that runs cannot be written to.
    IfFileExists "$INSTDIR\Paddock.exe" 0 free
    ClearErrors
    FileOpen $0 "$INSTDIR\Paddock.exe" a
    IfErrors 0 closed
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDRETRY again
    SetErrorLevel ${RUNNING}
    Quit
    closed:
    FileClose $0
    free:
  FunctionEnd
!macroend
!insertmacro CheckNotRunning ""
!insertmacro CheckNotRunning "un."

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(IsTooOld)" /SD IDOK
    SetErrorLevel ${TOO_OLD}
    Quit
  ${EndIf}
  ${If} ${Silent}
    Call CheckFolder
  ${EndIf}
FunctionEnd

Function un.onInit
  SetShellVarContext current
  Call un.CheckNotRunning
FunctionEnd

; Sets $0 to 1 where $INSTDIR is ours, empty or not there, else to 0.
Function IsFolderOurs
  StrCpy $0 1
  IfFileExists "$INSTDIR\Paddock.exe" done
  FindFirst $1 $2 "$INSTDIR\*"
  ${DoWhile} $2 != ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
      StrCpy $0 0
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
  done:
FunctionEnd

; A folder with other things in it gets a folder for Paddock: removing must never touch those.
Function ChooseOwnFolder
  Call IsFolderOurs
  ${If} $0 == 0
    StrCpy $INSTDIR "$INSTDIR\Paddock"
    Call IsFolderOurs
  ${EndIf}
FunctionEnd

Function CheckFolder
  Call ChooseOwnFolder
  ${If} $0 == 0
    SetErrorLevel ${OCCUPIED}
    Quit
  ${EndIf}
  Call CheckNotRunning
FunctionEnd

Function LeaveFolderPage
  Call ChooseOwnFolder
  ${If} $0 == 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(IsOccupied)"
    Abort
  ${EndIf}
  Call CheckNotRunning
FunctionEnd

!macro RemoveProgram
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\python"
  Delete "$INSTDIR\Paddock.exe"
  Delete "$INSTDIR\LICENSE.txt"
!macroend

!macro TellExplorer
  ; SHCNE_ASSOCCHANGED: icons and the open-with menu are looked up anew.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  !insertmacro RemoveProgram
  ClearErrors
  !include "${FILES}"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort "$(CannotWrite)"
  ${EndIf}
  SetOutPath "$INSTDIR" ; where the shortcut starts the program
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Paddock.lnk" "$INSTDIR\Paddock.exe" "" "$INSTDIR\Paddock.exe" 0 \
    SW_SHOWNORMAL "" "$(Description)"
  Call WriteUninstallKey
  Call WriteFileTypes
  !insertmacro TellExplorer
SectionEnd

Function WriteUninstallKey
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Paddock${KIND}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Paddock.exe,0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "Paddock"
  !ifdef HOMEPAGE
    WriteRegStr HKCU "${UNINSTALL_KEY}" "URLInfoAbout" "${HOMEPAGE}"
  !endif
  !ifdef ISSUES
    WriteRegStr HKCU "${UNINSTALL_KEY}" "HelpLink" "${ISSUES}"
  !endif
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${INSTALLED_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
FunctionEnd

; Offered for *.modelfile, and the first choice only where nobody else is. Windows has no file
; type for a name without a dot, so a file that is called Modelfile is opened through "Open with".
Function WriteFileTypes
  WriteRegStr HKCU "${APP_PATH_KEY}" "" "$INSTDIR\Paddock.exe"
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "$(FileType)"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\Paddock.exe,1"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\Paddock.exe" "%1"'
  WriteRegNone HKCU "${CLASSES}\.modelfile\OpenWithProgids" "${PROGID}"
  ReadRegStr $0 HKCR ".modelfile" ""
  ${If} $0 == ""
    WriteRegStr HKCU "${CLASSES}\.modelfile" "" "${PROGID}"
  ${EndIf}
  WriteRegStr HKCU "${CLASSES}\Applications\Paddock.exe" "FriendlyAppName" "Paddock"
  WriteRegStr HKCU "${CLASSES}\Applications\Paddock.exe\shell\open\command" "" \
    '"$INSTDIR\Paddock.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\Paddock.exe\SupportedTypes" ".modelfile" ""
  WriteRegStr HKCU "${CLASSES}\Applications\Paddock.exe\SupportedTypes" ".gguf" ""
FunctionEnd

; Settings and conversations are the person's own, and stay where they are.
Section "Uninstall"
  !insertmacro RemoveProgram
  Delete "$INSTDIR\Uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Paddock.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${APP_PATH_KEY}"
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${CLASSES}\Applications\Paddock.exe"
  DeleteRegValue HKCU "${CLASSES}\.modelfile\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.modelfile\OpenWithProgids"
  ReadRegStr $0 HKCU "${CLASSES}\.modelfile" ""
  ${If} $0 == "${PROGID}"
    DeleteRegValue HKCU "${CLASSES}\.modelfile" ""
  ${EndIf}
  Call un.RemoveEmptyType
  !insertmacro TellExplorer
SectionEnd

; /ifempty asks for subkeys alone, so it would take somebody else's values along.
Function un.RemoveEmptyType
  EnumRegValue $0 HKCU "${CLASSES}\.modelfile" 0
  ${If} $0 == ""
    ReadRegStr $0 HKCU "${CLASSES}\.modelfile" ""
    ${If} $0 == ""
      DeleteRegKey /ifempty HKCU "${CLASSES}\.modelfile"
    ${EndIf}
  ${EndIf}
FunctionEnd
