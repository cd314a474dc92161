; What the installer says beyond NSIS's own pages, once for each language.

LangString IsRunning ${LANG_ENGLISH} "Paddock is running. Quit it, then choose Retry."
LangString IsRunning ${LANG_SIMPCHINESE} "Paddock 正在运行。请先退出，再选择“重试”。"

LangString IsTooOld ${LANG_ENGLISH} "Paddock needs 64-bit Windows 10 or newer."
LangString IsTooOld ${LANG_SIMPCHINESE} "Paddock 需要 64 位的 Windows 10 或更新的版本。"

LangString IsOccupied ${LANG_ENGLISH} "This folder holds other files. Choose an empty one."
LangString IsOccupied ${LANG_SIMPCHINESE} "这个文件夹中有其他文件。请选择一个空文件夹。"

LangString CannotWrite ${LANG_ENGLISH} "The files could not be written. Is the disk full?"
LangString CannotWrite ${LANG_SIMPCHINESE} "无法写入文件。磁盘是否已满？"

LangString Description ${LANG_ENGLISH} "One window over all of your Ollama hosts"
LangString Description ${LANG_SIMPCHINESE} "一个窗口，管理您所有的 Ollama 主机"

LangString FileType ${LANG_ENGLISH} "Ollama Modelfile"
LangString FileType ${LANG_SIMPCHINESE} "Ollama 模型定义文件"
