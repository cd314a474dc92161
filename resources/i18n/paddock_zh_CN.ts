<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Free software under the MIT licence, made of these parts.</source>
        <translation>基于 MIT 许可的自由软件，由以下部分组成。</translation>
    </message>
    <message>
        <source>It is carried within {names}.</source>
        <translation>它包含在 {names} 中。</translation>
    </message>
    <message>
        <source>Licence {licence}. Which version this is, is not said here.</source>
        <translation>许可 {licence}。这里没有说明是哪个版本。</translation>
    </message>
    <message>
        <source>Paddock {version}</source>
        <translation>Paddock {version}</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>程序的组成部分</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可全文</translation>
    </message>
    <message>
        <source>The text of its licence is not part of this installation.</source>
        <translation>此安装不包含该许可的全文。</translation>
    </message>
    <message>
        <source>Version {version}, licence {licence}</source>
        <translation>版本 {version}，许可 {licence}</translation>
    </message>
    <message>
        <source>Version {version}. Its licences stand in the text below.</source>
        <translation>版本 {version}。许可见下文。</translation>
    </message>
</context>
<context>
    <name>AdapterField</name>
    <message>
        <source>Adapter</source>
        <translation>适配器</translation>
    </message>
    <message>
        <source>Adapters (*.gguf *.safetensors)</source>
        <translation>适配器 (*.gguf *.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose an adapter</source>
        <translation>选择适配器</translation>
    </message>
    <message>
        <source>Choose the adapter</source>
        <translation>选择适配器</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Named several times; the last one counts.</source>
        <translation>指定了多次，以最后一次为准。</translation>
    </message>
    <message>
        <source>Remove the adapter</source>
        <translation>移除适配器</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>This file cannot be sent.</source>
        <translation>此文件无法发送。</translation>
    </message>
    <message>
        <source>This file is no adapter.</source>
        <translation>此文件不是适配器。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{size}. It would be uploaded.</source>
        <translation>{size}，将会上传。</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n 周前</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}</source>
        <translation>{time}前</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Ask again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Enter it…</source>
        <translation>填写…</translation>
    </message>
    <message>
        <source>Use {context}</source>
        <translation>使用 {context}</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Paddock runs already and does not answer. What is set here may be lost when it does.</source>
        <translation>Paddock 已在运行，但没有响应。等它恢复响应后，此处的设置可能会丢失。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Of {count} files the first {most_files} were taken.</source>
        <translation>{count} 个文件中只添加了前 {most_files} 个。</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>粘贴的图像</translation>
    </message>
    <message>
        <source>The pasted image</source>
        <translation>粘贴的图像</translation>
    </message>
    <message>
        <source>{file} cannot be read: this account may not open it, or its disk is gone.</source>
        <translation>无法读取 {file}：当前账户无权打开，或其所在磁盘已断开。</translation>
    </message>
    <message>
        <source>{file} has {size}, {tokens} tokens. Texts of up to {most_text} can be attached.</source>
        <translation>{file} 的大小为 {size}，{tokens} 个词元。可附加的文本最大为 {most_text}。</translation>
    </message>
    <message>
        <source>{file} has {size}. Images of up to {most_image} can be attached.</source>
        <translation>{file} 的大小为 {size}。可附加的图像最大为 {most_image}。</translation>
    </message>
    <message>
        <source>{file} has {width} × {height} pixels. Images of up to {most_pixels} million can be read.</source>
        <translation>{file} 为 {width} × {height} 像素。最多可读取 {most_pixels} 百万像素的图像。</translation>
    </message>
    <message>
        <source>{file} is a folder. Attach the files in it.</source>
        <translation>{file} 是文件夹。附加其中的文件。</translation>
    </message>
    <message>
        <source>{file} is a link to another file. Attach that file itself.</source>
        <translation>{file} 是指向另一个文件的链接。直接附加那个文件。</translation>
    </message>
    <message>
        <source>{file} is a {kind} file, which is not read here. Save it as text or as JPEG.</source>
        <translation>{file} 是 {kind} 文件，这里无法读取。将其另存为文本或 JPEG。</translation>
    </message>
    <message>
        <source>{file} is attached already.</source>
        <translation>{file} 已附加。</translation>
    </message>
    <message>
        <source>{file} is damaged or not complete, so it cannot be shown to a model.</source>
        <translation>{file} 已损坏或不完整，无法提供给模型。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 是空文件。</translation>
    </message>
    <message>
        <source>{file} is neither an image nor a text in UTF-8 or UTF-16.</source>
        <translation>{file} 既不是图像，也不是 UTF-8 或 UTF-16 文本。</translation>
    </message>
    <message>
        <source>{file} is not a file, so there is nothing in it to read.</source>
        <translation>{file} 不是普通文件，没有可读取的内容。</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} 已不存在。</translation>
    </message>
    <message>
        <source>{size}, was {before}</source>
        <translation>{size}，原为 {before}</translation>
    </message>
    <message>
        <source>{size}, ~{tokens} tokens</source>
        <translation>{size}，约 {tokens} 个词元</translation>
    </message>
</context>
<context>
    <name>BarView</name>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Edit and send as a branch</source>
        <translation>编辑并作为分支发送</translation>
    </message>
</context>
<context>
    <name>BaseField</name>
    <message>
        <source>A file of this computer…</source>
        <translation>本机上的文件…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Choose the base</source>
        <translation>选择基础模型</translation>
    </message>
    <message>
        <source>GGUF files (*.gguf)</source>
        <translation>GGUF 文件 (*.gguf)</translation>
    </message>
</context>
<context>
    <name>BeginView</name>
    <message>
        <source>A Modelfile with help as you write; one draft can be created on many hosts.</source>
        <translation>编写 Modelfile 时随时有帮助；一份草稿可在多台主机上创建。</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>An address, as you would give it to OLLAMA_HOST. This computer is there.</source>
        <translation>填写地址，写法与 OLLAMA_HOST 相同。本机已在列表中。</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Chat with it</source>
        <translation>用它对话</translation>
    </message>
    <message>
        <source>Conversations are kept on this computer, and can be branched and exported.</source>
        <translation>对话保存在本机，可以分支和导出。</translation>
    </message>
    <message>
        <source>Ctrl+K finds each action with its key, and models, hosts and conversations.</source>
        <translation>Ctrl+K 可找到每个操作及其快捷键，以及模型、主机和对话。</translation>
    </message>
    <message>
        <source>Find everything else</source>
        <translation>查找其他内容</translation>
    </message>
    <message>
        <source>Make one of your own</source>
        <translation>创建自己的模型</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Paste a name or a line such as ollama run llama3.2, and choose hosts.</source>
        <translation>粘贴名称或 ollama run llama3.2 这样的命令行，然后选择主机。</translation>
    </message>
    <message>
        <source>Pull a model</source>
        <translation>拉取模型</translation>
    </message>
    <message>
        <source>Pull…</source>
        <translation>拉取…</translation>
    </message>
    <message>
        <source>Questions and faults: {link}</source>
        <translation>问题与故障：{link}</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>The manual: {link}</source>
        <translation>手册：{link}</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>版本与许可</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>Hide the form</source>
        <translation>隐藏表单</translation>
    </message>
    <message>
        <source>Prompt preview</source>
        <translation>提示词预览</translation>
    </message>
    <message>
        <source>Show the form</source>
        <translation>显示表单</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>发送内容</translation>
    </message>
</context>
<context>
    <name>Blocks</name>
    <message>
        <source>Image blocked: {place}</source>
        <translation>已拦截图像：{place}</translation>
    </message>
    <message>
        <source>a file on this computer</source>
        <translation>本机上的文件</translation>
    </message>
    <message>
        <source>data in the text</source>
        <translation>文本内嵌的数据</translation>
    </message>
    <message>
        <source>the share {name}</source>
        <translation>网络共享 {name}</translation>
    </message>
</context>
<context>
    <name>BranchWalk</name>
    <message>
        <source>Branch {number} of {count}</source>
        <translation>第 {number} 个分支，共 {count} 个</translation>
    </message>
    <message>
        <source>Earlier branch</source>
        <translation>上一个分支</translation>
    </message>
    <message>
        <source>Later branch</source>
        <translation>下一个分支</translation>
    </message>
</context>
<context>
    <name>Brief</name>
    <message>
        <source>A proxy answered</source>
        <translation>由代理响应</translation>
    </message>
    <message>
        <source>Answer cut off</source>
        <translation>响应中断</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Certificate changed</source>
        <translation>证书已更换</translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>Certificate's name</source>
        <translation>证书名称不符</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Name not found</source>
        <translation>找不到名称</translation>
    </message>
    <message>
        <source>Network wants sign-in</source>
        <translation>网络需要登录</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>响应超时</translation>
    </message>
    <message>
        <source>No connection in 5 s</source>
        <translation>5 秒内未能连接</translation>
    </message>
    <message>
        <source>No safe connection</source>
        <translation>无法安全连接</translation>
    </message>
    <message>
        <source>No tunnel</source>
        <translation>没有隧道</translation>
    </message>
    <message>
        <source>Not an Ollama server</source>
        <translation>不是 Ollama 服务</translation>
    </message>
    <message>
        <source>Proxy wants a login</source>
        <translation>代理需要登录</translation>
    </message>
    <message>
        <source>Refuses this name</source>
        <translation>拒绝此名称</translation>
    </message>
    <message>
        <source>Sends us elsewhere</source>
        <translation>重定向到别处</translation>
    </message>
    <message>
        <source>The proxy refused</source>
        <translation>代理拒绝连接</translation>
    </message>
    <message>
        <source>Wants a sign-in</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>http or https?</source>
        <translation>http 还是 https？</translation>
    </message>
</context>
<context>
    <name>CaFile</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>CA file (PEM)</source>
        <translation>CA 文件（PEM）</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.ca-bundle)</source>
        <translation>证书 (*.pem *.crt *.cer *.ca-bundle)</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>选择 CA 文件</translation>
    </message>
    <message>
        <source>Choose a file, or believe the system's alone.</source>
        <translation>选择文件，或仅信任系统证书。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>CardHeader</name>
    <message>
        <source>Ask again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>How its memory is known…</source>
        <translation>内存信息来源…</translation>
    </message>
    <message>
        <source>Load a model on {host}</source>
        <translation>在 {host} 上加载模型</translation>
    </message>
    <message>
        <source>Load a model…</source>
        <translation>加载模型…</translation>
    </message>
    <message>
        <source>More for {host}</source>
        <translation>{host} 的更多操作</translation>
    </message>
    <message>
        <source>Nothing is loaded</source>
        <translation>没有加载任何模型</translation>
    </message>
    <message>
        <source>Say how much memory it has</source>
        <translation>填写它有多少内存</translation>
    </message>
    <message>
        <source>Say how much memory {host} has</source>
        <translation>填写 {host} 有多少内存</translation>
    </message>
    <message>
        <source>Unload all</source>
        <translation>全部卸载</translation>
    </message>
    <message>
        <source>Unload all models on {host}</source>
        <translation>卸载 {host} 上的所有模型</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
</context>
<context>
    <name>CertificateQuestion</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Anyone between you and the host could show one of their own. Compare the fingerprint with the one on the host itself.</source>
        <translation>中间的任何人都可能出示自己的证书。将此指纹与主机上的指纹比对。</translation>
    </message>
    <message>
        <source>Believe this certificate of {host}?</source>
        <translation>要信任 {host} 的这个证书吗？</translation>
    </message>
    <message>
        <source>Believe this one</source>
        <translation>信任此证书</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>颁发对象</translation>
    </message>
    <message>
        <source>It expired on {day}.</source>
        <translation>已于 {day} 过期。</translation>
    </message>
    <message>
        <source>It is not valid before {day}.</source>
        <translation>{day} 之前无效。</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>SHA-256 指纹</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>itself; nobody else vouches for it</source>
        <translation>自签名；没有其他机构担保</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin}至{end}</translation>
    </message>
    <message>
        <source>{names} and {number} more</source>
        <translation>{names}，另有 {number} 个</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Left and Right go through the readings, Enter shows them as a table</source>
        <translation>左右方向键浏览读数，回车键以表格显示</translation>
    </message>
    <message>
        <source>Nothing was read yet</source>
        <translation>还没有读数</translation>
    </message>
    <message>
        <source>no reading</source>
        <translation>没有读数</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>{series} in the last {time}: {least} to {most}</source>
        <translation>{series}，最近 {time}：{least} 到 {most}</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>{value} {fact}</source>
        <translation>{value}，{fact}</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Chat</name>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>A new one was begun; the damaged one could not be set aside.</source>
        <translation>已新建一个文件；损坏的文件无法移走。</translation>
    </message>
    <message>
        <source>A newer Paddock wrote these conversations; they are only read.</source>
        <translation>这些对话由较新版本的 Paddock 写入，只能读取。</translation>
    </message>
    <message>
        <source>Answer complete</source>
        <translation>回答完成</translation>
    </message>
    <message>
        <source>Answer complete: {words}</source>
        <translation>回答完成：{words}</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>Asking {host}</source>
        <translation>正在请求 {host}</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Attached: {name}</source>
        <translation>附件：{name}</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Cut off: Paddock ended while this answer was coming.</source>
        <translation>已中断：生成此回答时 Paddock 退出了。</translation>
    </message>
    <message>
        <source>Cut off: the answer broke off.</source>
        <translation>已中断：回答没有传完。</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Free some space; it is tried again every few seconds.</source>
        <translation>释放一些空间；每隔几秒会自动重试。</translation>
    </message>
    <message>
        <source>It is kept as soon as that program lets go of it.</source>
        <translation>那个程序释放文件后会立即保存。</translation>
    </message>
    <message>
        <source>It is there until you quit. Export what you need.</source>
        <translation>内容只保留到退出为止。导出需要的内容。</translation>
    </message>
    <message>
        <source>It needs about {needed} tokens, and there is room for {room}.</source>
        <translation>约需 {needed} 个词元，上下文可容纳 {room} 个。</translation>
    </message>
    <message>
        <source>It needs about {needed} tokens.</source>
        <translation>约需 {needed} 个词元。</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>上周</translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %n oldest</source>
        <translation>
            <numerusform>省略最早的 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Let it be written, and start Paddock again.</source>
        <translation>允许写入该文件夹，然后重新启动 Paddock。</translation>
    </message>
    <message>
        <source>Loading {model} on {host}</source>
        <translation>正在 {host} 上加载 {model}</translation>
    </message>
    <message>
        <source>Raise num_ctx</source>
        <translation>提高 num_ctx</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>正在读取提示词</translation>
    </message>
    <message>
        <source>Saving the message</source>
        <translation>正在保存消息</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>Start Paddock again; it sets the damaged file aside.</source>
        <translation>重新启动 Paddock；它会将损坏的文件移开。</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>The answer reached its limit of length.</source>
        <translation>回答已达到长度上限。</translation>
    </message>
    <message>
        <source>The file of conversations was damaged.</source>
        <translation>对话文件已损坏。</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Thinking… {time}</source>
        <translation>思考中… {time}</translation>
    </message>
    <message>
        <source>This answer was cut off.</source>
        <translation>此回答未完成即中断。</translation>
    </message>
    <message>
        <source>This does not fit into the context.</source>
        <translation>上下文容纳不下这条消息。</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>已思考</translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation>思考了 {time}</translation>
    </message>
    <message>
        <source>Waiting behind another request on {host}</source>
        <translation>正在等待 {host} 上的另一个请求</translation>
    </message>
    <message>
        <source>Waiting behind “{title}”</source>
        <translation>正在等待“{title}”完成</translation>
    </message>
    <message>
        <source>What could be saved is here. The damaged one was kept as {file}.</source>
        <translation>能挽救的内容都在这里。损坏的文件已保留为 {file}。</translation>
    </message>
    <message>
        <source>What is written here cannot be kept.</source>
        <translation>无法保存此处写下的内容。</translation>
    </message>
    <message>
        <source>What is written here cannot be kept: its file is damaged.</source>
        <translation>无法保存此处写下的内容：文件已损坏。</translation>
    </message>
    <message>
        <source>What is written here cannot be kept: its folder is read-only.</source>
        <translation>无法保存此处写下的内容：所在文件夹为只读。</translation>
    </message>
    <message>
        <source>What is written here cannot be kept: the disk is full.</source>
        <translation>无法保存此处写下的内容：磁盘已满。</translation>
    </message>
    <message>
        <source>What is written here waits: another program uses the file.</source>
        <translation>此处写下的内容等待保存：另一个程序正在使用该文件。</translation>
    </message>
    <message>
        <source>What you write now is kept until you quit. Update Paddock.</source>
        <translation>现在写下的内容只保留到退出为止。更新 Paddock。</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>你停止了此回答。</translation>
    </message>
    <message numerus="yes">
        <source>about %n tokens</source>
        <translation>
            <numerusform>约 %n 个词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n tokens</source>
        <translation>
            <numerusform>至少 %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>first token {time}</source>
        <translation>首个词元 {time}</translation>
    </message>
    <message>
        <source>loaded in {time}</source>
        <translation>加载用时 {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴的内容</translation>
    </message>
    <message>
        <source>prompt {count}</source>
        <translation>提示词 {count}</translation>
    </message>
    <message>
        <source>stopped by its limit</source>
        <translation>达到上限而停止</translation>
    </message>
    <message>
        <source>stopped by itself</source>
        <translation>自然结束</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>由你停止</translation>
    </message>
    <message>
        <source>{model} on {host}</source>
        <translation>{host} 上的 {model}</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>{speed} tokens/s</source>
        <translation>{speed} 词元/秒</translation>
    </message>
    <message>
        <source>{what}, {time}</source>
        <translation>{what}，{time}</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Export this conversation</source>
        <translation>导出此对话</translation>
    </message>
    <message>
        <source>Hide the parameters</source>
        <translation>隐藏参数</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Pin this conversation</source>
        <translation>置顶此对话</translation>
    </message>
    <message>
        <source>Show the conversations</source>
        <translation>显示对话列表</translation>
    </message>
    <message>
        <source>Show the parameters</source>
        <translation>显示参数</translation>
    </message>
    <message>
        <source>Unpin this conversation</source>
        <translation>取消置顶此对话</translation>
    </message>
    <message>
        <source>branch {number} of {count}</source>
        <translation>分支 {number}/{count}</translation>
    </message>
</context>
<context>
    <name>ChatPage</name>
    <message>
        <source>The last answer is copied.</source>
        <translation>已复制上一个回答。</translation>
    </message>
</context>
<context>
    <name>ChatParts</name>
    <message numerus="yes">
        <source>%n answers are coming</source>
        <translation>
            <numerusform>正在生成 %n 个回答</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer once more</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>复制上一个回答</translation>
    </message>
    <message>
        <source>Delete the conversation</source>
        <translation>删除对话</translation>
    </message>
    <message>
        <source>Export the conversation…</source>
        <translation>导出对话…</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>下一个对话</translation>
    </message>
    <message>
        <source>Pin or unpin the conversation</source>
        <translation>置顶或取消置顶对话</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>上一个对话</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>重命名对话</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>Show or hide the parameters</source>
        <translation>显示或隐藏参数</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>输入消息</translation>
    </message>
    <message>
        <source>an answer is coming</source>
        <translation>正在生成回答</translation>
    </message>
</context>
<context>
    <name>ChatRemedies</name>
    <message>
        <source>From the next message on the context is {number} tokens long.</source>
        <translation>从下一条消息起，上下文长度为 {number} 个词元。</translation>
    </message>
    <message>
        <source>The context is as long as it can be for this model.</source>
        <translation>上下文已是此模型的最大长度。</translation>
    </message>
    <message>
        <source>{host} is asked from now on.</source>
        <translation>此后由 {host} 回答。</translation>
    </message>
</context>
<context>
    <name>ChatWorkArea</name>
    <message>
        <source>Add a computer on which Ollama runs, or look around with the demo.</source>
        <translation>添加一台运行 Ollama 的电脑，或用演示主机随便看看。</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Explore with the demo host</source>
        <translation>用演示主机体验</translation>
    </message>
    <message>
        <source>No model to chat with</source>
        <translation>没有可对话的模型</translation>
    </message>
    <message>
        <source>None of your hosts has told of a model that can chat.</source>
        <translation>所有主机都没有可对话的模型。</translation>
    </message>
    <message>
        <source>Pull a model…</source>
        <translation>拉取模型…</translation>
    </message>
    <message>
        <source>There is nobody to ask yet</source>
        <translation>还没有可以提问的主机</translation>
    </message>
</context>
<context>
    <name>CheckupView</name>
    <message>
        <source>Not tested yet. Nothing is changed by a test.</source>
        <translation>尚未诊断。诊断不会更改任何内容。</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>诊断连接</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Back to the default: {default}</source>
        <translation>恢复默认：{default}</translation>
    </message>
</context>
<context>
    <name>ChoiceValue</name>
    <message>
        <source>As Ollama decides</source>
        <translation>由 Ollama 决定</translation>
    </message>
    <message>
        <source>Default: off</source>
        <translation>默认：关闭</translation>
    </message>
    <message>
        <source>Default: on</source>
        <translation>默认：开启</translation>
    </message>
    <message>
        <source>Default: {value}</source>
        <translation>默认：{value}</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>Close without saving</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>Close {draft} without saving?</source>
        <translation>要关闭 {draft} 而不保存吗？</translation>
    </message>
    <message>
        <source>It was never saved, and its text is lost then.</source>
        <translation>它从未保存过，关闭后文本会丢失。</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>保存并关闭</translation>
    </message>
    <message>
        <source>What was changed since it was last saved is lost then.</source>
        <translation>上次保存之后的更改会丢失。</translation>
    </message>
</context>
<context>
    <name>CodeArea</name>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>{code} {name}: Ollama drops it</source>
        <translation>{code} {name}：Ollama 会丢弃它</translation>
    </message>
</context>
<context>
    <name>CodeTabs</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>ColumnLayout</name>
    <message>
        <source>last month</source>
        <translation>上个月</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
</context>
<context>
    <name>CommandBox</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>A file is still being read</source>
        <translation>仍在读取文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>先选择模型</translation>
    </message>
    <message>
        <source>Choose a model with vision</source>
        <translation>选择支持视觉的模型</translation>
    </message>
    <message>
        <source>Choose which model on which host answers</source>
        <translation>选择由哪台主机上的哪个模型回答</translation>
    </message>
    <message>
        <source>Decide first what is done with the message that waits</source>
        <translation>先决定如何处理待发送的消息</translation>
    </message>
    <message>
        <source>Editing an earlier message: a new branch begins.</source>
        <translation>正在编辑之前的消息：将从这里开始新的分支。</translation>
    </message>
    <message>
        <source>The host of {model} was removed</source>
        <translation>{model} 所在的主机已移除</translation>
    </message>
    <message>
        <source>The message is being kept</source>
        <translation>正在保存消息</translation>
    </message>
    <message>
        <source>Type something first</source>
        <translation>先输入内容</translation>
    </message>
    <message>
        <source>{model} does not see images.</source>
        <translation>{model} 不支持图像。</translation>
    </message>
    <message>
        <source>{model} is not on {host} any more</source>
        <translation>{host} 上已没有 {model}</translation>
    </message>
    <message>
        <source>{model} on {host}</source>
        <translation>{host} 上的 {model}</translation>
    </message>
    <message>
        <source>{model} on {host}, down</source>
        <translation>{host} 上的 {model}（离线）</translation>
    </message>
</context>
<context>
    <name>ComposerBar</name>
    <message>
        <source>Attach images or text files</source>
        <translation>附加图像或文本文件</translation>
    </message>
</context>
<context>
    <name>ComputerView</name>
    <message>
        <source>Its driver hangs, or the card failed. Models may run on the CPU now.</source>
        <translation>驱动程序停止响应，或显卡出了故障。模型现在可能在 CPU 上运行。</translation>
    </message>
    <message>
        <source>Models folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>No GPU was found here; models run on the CPU.</source>
        <translation>这里没有找到 GPU；模型在 CPU 上运行。</translation>
    </message>
    <message>
        <source>No NVIDIA card was found; others are not read on this system.</source>
        <translation>没有找到 NVIDIA 显卡；在此系统上不读取其他显卡。</translation>
    </message>
    <message>
        <source>Nobody there tells of a GPU.</source>
        <translation>那里没有程序提供 GPU 信息。</translation>
    </message>
    <message>
        <source>Nothing was read yet</source>
        <translation>还没有读数</translation>
    </message>
    <message>
        <source>These are the limits of this container.</source>
        <translation>这是此容器的限制。</translation>
    </message>
    <message>
        <source>This computer's memory cannot be read</source>
        <translation>无法读取本机的内存</translation>
    </message>
    <message numerus="yes">
        <source>and %n more GPUs</source>
        <translation>
            <numerusform>以及另外 %n 块 GPU</numerusform>
        </translation>
    </message>
    <message>
        <source>{card} does not answer any more</source>
        <translation>{card} 不再响应</translation>
    </message>
</context>
<context>
    <name>Conduct</name>
    <message>
        <source>Nothing is written yet</source>
        <translation>尚未编写内容</translation>
    </message>
    <message>
        <source>{model} on {host}</source>
        <translation>{host} 上的 {model}</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>A header's name has letters, digits and hyphens only, such as X-API-Key.</source>
        <translation>标头名称只能包含字母、数字和连字符，例如 X-API-Key。</translation>
    </message>
    <message>
        <source>A user's name has no colon. Put what follows it into the password.</source>
        <translation>用户名中不能有冒号。将冒号之后的内容填入密码。</translation>
    </message>
    <message>
        <source>Anyone on the way reads what is asked and answered. Use https:// or a tunnel.</source>
        <translation>途中任何人都能读取提问和回答。使用 https:// 或隧道。</translation>
    </message>
    <message>
        <source>Anyone on your network could read and use it. Use https:// or a tunnel.</source>
        <translation>你网络中的任何人都可能读取并使用它。使用 https:// 或隧道。</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>In a file</source>
        <translation>保存在文件中</translation>
    </message>
    <message>
        <source>In this computer's keyring</source>
        <translation>保存在本机的密钥环中</translation>
    </message>
    <message>
        <source>Kept in a file; type to replace it.</source>
        <translation>已保存在文件中；输入以替换。</translation>
    </message>
    <message>
        <source>Kept in the keyring; type to replace it.</source>
        <translation>已保存在密钥环中；输入以替换。</translation>
    </message>
    <message>
        <source>Kept until Paddock ends; type to replace it.</source>
        <translation>保留到 Paddock 退出为止；输入以替换。</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>无颜色</translation>
    </message>
    <message>
        <source>Nowhere: only until Paddock ends</source>
        <translation>不保存：仅到 Paddock 退出为止</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>SOCKS 4 is not supported. Most such proxies speak socks5:// too.</source>
        <translation>不支持 SOCKS 4。这类代理大多也支持 socks5://。</translation>
    </message>
    <message>
        <source>The sign-in goes to {host} as plain text.</source>
        <translation>发往 {host} 的登录信息是明文。</translation>
    </message>
    <message>
        <source>The system has no proxy for this address</source>
        <translation>系统没有为此地址设置代理</translation>
    </message>
    <message>
        <source>The system's settings say {proxy}</source>
        <translation>系统设置为 {proxy}</translation>
    </message>
    <message>
        <source>There is a character in it that cannot be seen. Type it by hand.</source>
        <translation>其中有不可见的字符。手动输入。</translation>
    </message>
    <message>
        <source>There is a character in it that cannot be sent. Use plain ASCII.</source>
        <translation>其中有无法发送的字符。只使用 ASCII 字符。</translation>
    </message>
    <message>
        <source>There is a space or a line break in it. Copy it again without.</source>
        <translation>其中有空格或换行。重新复制，不要带上它们。</translation>
    </message>
    <message>
        <source>There is a space, or a character that cannot be seen. Type it by hand.</source>
        <translation>其中有空格或不可见的字符。手动输入。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>This cannot be read: it is no file, or you may not read it.</source>
        <translation>无法读取：这不是文件，或你没有读取权限。</translation>
    </message>
    <message>
        <source>This file holds no certificate, which begins with BEGIN CERTIFICATE or is DER.</source>
        <translation>此文件中没有证书。证书以 BEGIN CERTIFICATE 开头，或为 DER 格式。</translation>
    </message>
    <message>
        <source>This file is too large to hold certificates only.</source>
        <translation>此文件过大，不像是只含证书的文件。</translation>
    </message>
    <message>
        <source>This header belongs to the request itself. Use another one.</source>
        <translation>此标头属于请求本身。使用其他标头。</translation>
    </message>
    <message>
        <source>This header is there twice. Remove one of them.</source>
        <translation>此标头出现了两次。移除其中一个。</translation>
    </message>
    <message>
        <source>Type a proxy, such as proxy.corp:3128.</source>
        <translation>输入代理，例如 proxy.corp:3128。</translation>
    </message>
    <message>
        <source>Type it, or choose another sign-in.</source>
        <translation>填写此项，或选择其他登录方式。</translation>
    </message>
    <message>
        <source>Whatever this computer's settings say</source>
        <translation>以本机设置为准</translation>
    </message>
    <message>
        <source>socks:// does not say which SOCKS it is. Write socks5://.</source>
        <translation>socks:// 没有说明是哪种 SOCKS。写成 socks5://。</translation>
    </message>
    <message>
        <source>{host} is on the public internet, and nothing is encrypted.</source>
        <translation>{host} 在公共互联网上，且没有任何加密。</translation>
    </message>
    <message>
        <source>{part}:// is no proxy. Use http://, https:// or socks5://.</source>
        <translation>{part}:// 不是代理协议。使用 http://、https:// 或 socks5://。</translation>
    </message>
    <message>
        <source>{source} is set to {proxy}</source>
        <translation>{source} 设为 {proxy}</translation>
    </message>
    <message>
        <source>{source} says to go direct</source>
        <translation>{source} 要求直连</translation>
    </message>
    <message>
        <source>{written} cannot be used here</source>
        <translation>{written} 在此无法使用</translation>
    </message>
    <message>
        <source>“{part}” is no name or number of a computer. Use one such as proxy.corp.</source>
        <translation>“{part}”不是电脑的名称或 IP 地址。使用类似 proxy.corp 的写法。</translation>
    </message>
    <message>
        <source>“{part}” is no port. Use a number from 1 to 65535.</source>
        <translation>“{part}”不是端口。使用 1 到 65535 之间的数字。</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>隧道</translation>
    </message>
</context>
<context>
    <name>ContextBar</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>New, about</source>
        <translation>新增（约）</translation>
    </message>
    <message>
        <source>Raise num_ctx to {tokens}</source>
        <translation>将 num_ctx 提高到 {tokens}</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation>模型看到的内容</translation>
    </message>
</context>
<context>
    <name>ContextRow</name>
    <message>
        <source>Set by the host</source>
        <translation>由主机设定</translation>
    </message>
    <message>
        <source>Set by {host}</source>
        <translation>由 {host} 设定</translation>
    </message>
    <message>
        <source>Set by {host}: {tokens}</source>
        <translation>由 {host} 设定：{tokens}</translation>
    </message>
    <message>
        <source>The host gives {tokens} until it loads the model anew</source>
        <translation>在主机重新加载模型之前为 {tokens}</translation>
    </message>
    <message>
        <source>This model was trained for {tokens}</source>
        <translation>此模型训练时的长度为 {tokens}</translation>
    </message>
    <message>
        <source>host's own</source>
        <translation>主机默认</translation>
    </message>
    <message>
        <source>{host} gives {tokens} until it loads the model anew</source>
        <translation>在 {host} 重新加载模型之前为 {tokens}</translation>
    </message>
</context>
<context>
    <name>ConversationActions</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleted “{title}”</source>
        <translation>已删除“{title}”</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已置顶</translation>
    </message>
</context>
<context>
    <name>ConversationSide</name>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>还没有对话</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Search all text</source>
        <translation>搜索全部文本</translation>
    </message>
    <message>
        <source>The titles and all text of every conversation were searched.</source>
        <translation>已搜索每个对话的标题和全部文本。</translation>
    </message>
    <message>
        <source>What you ask and what is answered is kept here, on this computer alone.</source>
        <translation>提问和回答只保存在本机。</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
</context>
<context>
    <name>CostsView</name>
    <message>
        <source>Copy answer</source>
        <translation>复制回答</translation>
    </message>
    <message>
        <source>Generate again</source>
        <translation>重新生成</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Paddock goes on. The report says what happened and holds no passwords.</source>
        <translation>Paddock 会继续运行。报告记录了经过，不含密码。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出现问题</translation>
    </message>
    <message>
        <source>Something went wrong that nobody had foreseen</source>
        <translation>出现了意料之外的问题</translation>
    </message>
</context>
<context>
    <name>CreateBar</name>
    <message>
        <source>Choose a host</source>
        <translation>选择主机</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message numerus="yes">
        <source>Create on %n hosts</source>
        <translation>
            <numerusform>在 %n 台主机上创建</numerusform>
        </translation>
    </message>
    <message>
        <source>Create on {host}</source>
        <translation>在 {host} 上创建</translation>
    </message>
    <message>
        <source>Mend line {line} first</source>
        <translation>先改正第 {line} 行</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>新模型的名称</translation>
    </message>
    <message>
        <source>No base model yet</source>
        <translation>还没有基础模型</translation>
    </message>
    <message>
        <source>No host can be reached</source>
        <translation>没有可连接的主机</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>还没有名称</translation>
    </message>
    <message>
        <source>This name cannot be: {why}</source>
        <translation>名称无效：{why}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>CreateStrip</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看详情</translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation>查看任务</translation>
    </message>
    <message>
        <source>{host}: {reason}</source>
        <translation>{host}：{reason}</translation>
    </message>
    <message>
        <source>{model} is on {hosts}</source>
        <translation>{model} 已在 {hosts} 上创建</translation>
    </message>
    <message>
        <source>{model} on {host}: {state}</source>
        <translation>{host} 上的 {model}：{state}</translation>
    </message>
    <message>
        <source>{model} was not created</source>
        <translation>未能创建 {model}</translation>
    </message>
    <message>
        <source>{number} of {count} done</source>
        <translation>已完成 {number} / {count}</translation>
    </message>
</context>
<context>
    <name>CurlMenu</name>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看信息</translation>
    </message>
</context>
<context>
    <name>CustomParameters</name>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>沿用原值</translation>
    </message>
</context>
<context>
    <name>CustomiseDialog</name>
    <message>
        <source>A new model on the same weights. It takes hardly any room.</source>
        <translation>使用相同权重的新模型，几乎不占用空间。</translation>
    </message>
    <message>
        <source>As {model} has it</source>
        <translation>沿用 {model} 的设置</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Create on {host}</source>
        <translation>在 {host} 上创建</translation>
    </message>
    <message>
        <source>Customise {model}</source>
        <translation>定制 {model}</translation>
    </message>
    <message>
        <source>Mend the name first</source>
        <translation>先改正名称</translation>
    </message>
    <message>
        <source>Mend what is red first</source>
        <translation>先改正标红的内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>No host has it now</source>
        <translation>现在没有主机拥有此模型</translation>
    </message>
    <message>
        <source>On this host</source>
        <translation>在此主机上</translation>
    </message>
    <message>
        <source>Replace {name}, which is on {host} already</source>
        <translation>替换 {host} 上已有的 {name}</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translation>名称已被占用</translation>
    </message>
    <message>
        <source>This is the name of the model it is made from.</source>
        <translation>这是源模型的名称。</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>MMMM</source>
        <translation>M月</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>Delete</name>
    <message>
        <source>At most {size} are freed in all.</source>
        <translation>总共最多释放 {size}。</translation>
    </message>
    <message>
        <source>Delete model</source>
        <translation>删除模型</translation>
    </message>
    <message>
        <source>Delete {model} on {host}?</source>
        <translation>要删除 {host} 上的 {model} 吗？</translation>
    </message>
    <message>
        <source>Delete {number} models</source>
        <translation>删除 {number} 个模型</translation>
    </message>
    <message>
        <source>Delete {number} models on {hosts} hosts?</source>
        <translation>要删除 {hosts} 台主机上的 {number} 个模型吗？</translation>
    </message>
    <message>
        <source>Delete {number} models on {host}?</source>
        <translation>要删除 {host} 上的 {number} 个模型吗？</translation>
    </message>
    <message>
        <source>Next to nothing is freed in all.</source>
        <translation>总共几乎不释放空间。</translation>
    </message>
    <message>
        <source>What deleting it frees is not yet known: {others} may have the same weights.</source>
        <translation>删除它能释放多少尚不清楚：{others} 可能使用相同的权重。</translation>
    </message>
    <message>
        <source>frees at most {size}</source>
        <translation>最多释放 {size}</translation>
    </message>
    <message>
        <source>frees next to nothing</source>
        <translation>几乎不释放空间</translation>
    </message>
    <message>
        <source>frees {size}</source>
        <translation>释放 {size}</translation>
    </message>
    <message>
        <source>{model} may share weights with {others}.</source>
        <translation>{model} 可能与 {others} 共用权重。</translation>
    </message>
    <message>
        <source>{names} and {number} more</source>
        <translation>{names}，另有 {number} 个</translation>
    </message>
    <message>
        <source>{names} are loaded, and are unloaded first.</source>
        <translation>{names} 已加载，会先卸载。</translation>
    </message>
    <message>
        <source>{names} is loaded, and is unloaded first.</source>
        <translation>{names} 已加载，会先卸载。</translation>
    </message>
    <message>
        <source>{others} has the same weights, so deleting this one frees next to nothing.</source>
        <translation>{others} 的权重相同，因此删除此模型几乎不释放空间。</translation>
    </message>
    <message>
        <source>{others} have the same weights, so deleting this one frees next to nothing.</source>
        <translation>{others} 的权重相同，因此删除此模型几乎不释放空间。</translation>
    </message>
    <message>
        <source>{others} share the weights of {model}, which stay.</source>
        <translation>{others} 与 {model} 共用权重，这些权重会保留。</translation>
    </message>
    <message>
        <source>{others} shares the weights of {model}, which stay.</source>
        <translation>{others} 与 {model} 共用权重，这些权重会保留。</translation>
    </message>
    <message>
        <source>{size} are freed in all.</source>
        <translation>总共释放 {size}。</translation>
    </message>
</context>
<context>
    <name>DeleteQuestion</name>
    <message>
        <source>Models are being asked which weights they have.</source>
        <translation>正在询问各模型有哪些权重。</translation>
    </message>
    <message>
        <source>{model} on {host}</source>
        <translation>{host} 上的 {model}</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DiffList</name>
    <message>
        <source>added: {text}</source>
        <translation>已添加：{text}</translation>
    </message>
    <message>
        <source>removed: {text}</source>
        <translation>已删除：{text}</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>1 line is the same</source>
        <translation>1 行相同</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Longer texts are not compared further.</source>
        <translation>文本过长，其余部分不再比较。</translation>
    </message>
    <message>
        <source>{number} lines are the same</source>
        <translation>{number} 行相同</translation>
    </message>
</context>
<context>
    <name>DifferenceTab</name>
    <message>
        <source>Ask again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Choose a host below, or a model to compare with.</source>
        <translation>在下方选择主机，或选择要比较的模型。</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Compare with another model…</source>
        <translation>与其他模型比较…</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Difference to {host}</source>
        <translation>与 {host} 的差异</translation>
    </message>
    <message>
        <source>Every line is the same</source>
        <translation>每一行都相同</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Name the model below, or choose another one to compare with.</source>
        <translation>在下方为模型命名，或选择要比较的其他模型。</translation>
    </message>
    <message>
        <source>No model of that name on {host} yet</source>
        <translation>{host} 上还没有此名称的模型</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>还没有可比较的内容</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>单栏</translation>
    </message>
    <message>
        <source>Reading its Modelfile…</source>
        <translation>正在读取其 Modelfile…</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>The host was removed</source>
        <translation>主机已移除</translation>
    </message>
    <message>
        <source>The model has no name yet</source>
        <translation>模型还没有名称</translation>
    </message>
    <message>
        <source>The model would be the same: only the text differs.</source>
        <translation>模型不会有变化：只有文本不同。</translation>
    </message>
    <message>
        <source>What differs: {parts}</source>
        <translation>不同之处：{parts}</translation>
    </message>
    <message>
        <source>{name} would be a new one there.</source>
        <translation>{name} 在那里将是新模型。</translation>
    </message>
</context>
<context>
    <name>DiscoveryDialog</name>
    <message numerus="yes">
        <source>%n addresses are asked.</source>
        <translation>
            <numerusform>将探测 %n 个地址。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n hosts</source>
        <translation>
            <numerusform>添加 %n 台主机</numerusform>
        </translation>
    </message>
    <message>
        <source>Add 1 host</source>
        <translation>添加 1 台主机</translation>
    </message>
    <message>
        <source>Choose a network first.</source>
        <translation>先选择网络。</translation>
    </message>
    <message numerus="yes">
        <source>Choose at most %n networks at once.</source>
        <translation>
            <numerusform>最多同时选择 %n 个网络。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each address below is asked once for its version of Ollama. No sign-in is sent, and nothing outside your own network is asked.</source>
        <translation>向下列地址各询问一次 Ollama 版本。不发送登录信息，也不探测网络之外的地址。</translation>
    </message>
    <message>
        <source>Find hosts on my network</source>
        <translation>在网络中查找主机</translation>
    </message>
    <message>
        <source>Look for hosts</source>
        <translation>查找主机</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>No new host answered. Is Ollama set to listen on the network there?</source>
        <translation>没有新主机响应。那台主机上的 Ollama 是否已设为监听网络？</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>This computer is on no private network.</source>
        <translation>本机不在任何专用网络中。</translation>
    </message>
    <message>
        <source>Use a number from 1 to 65535; Ollama's own is 11434.</source>
        <translation>使用 1 到 65535 之间的数字；Ollama 的默认端口是 11434。</translation>
    </message>
    <message>
        <source>{network}, {number} addresses</source>
        <translation>{network}，{number} 个地址</translation>
    </message>
</context>
<context>
    <name>DiskView</name>
    <message>
        <source>Only {share} of this disk is free. Tidy up shows what can be deleted.</source>
        <translation>此磁盘只有 {share} 可用。“清理”会显示可以删除什么。</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>可用 {free}</translation>
    </message>
    <message>
        <source>{models} of models, {free} free</source>
        <translation>模型 {models}，可用 {free}</translation>
    </message>
</context>
<context>
    <name>DownBanner</name>
    <message>
        <source>The models are as they were last seen, {time}.</source>
        <translation>以下模型获取于 {time}。</translation>
    </message>
</context>
<context>
    <name>DraftActions</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>DraftBanner</name>
    <message>
        <source>Another program has written to {file}, and here it was edited too.</source>
        <translation>{file} 已被其他程序修改，而这里也有改动。</translation>
    </message>
    <message>
        <source>Bytes in it that are no text became �.</source>
        <translation>其中的非文本字节已变为 �。</translation>
    </message>
    <message>
        <source>Drafts cannot be kept: {reason}</source>
        <translation>无法保留草稿：{reason}</translation>
    </message>
    <message>
        <source>Its lines ended in several ways; all will be alike.</source>
        <translation>文件混用了多种换行符，将统一为一种。</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>保留我的文本</translation>
    </message>
    <message>
        <source>Saving is possible again once you chose.</source>
        <translation>作出选择后才能再次保存。</translation>
    </message>
    <message>
        <source>Take what is in the file</source>
        <translation>采用文件内容</translation>
    </message>
    <message>
        <source>The file was UTF-16; it is saved as UTF-8.</source>
        <translation>文件原为 UTF-16，将保存为 UTF-8。</translation>
    </message>
    <message>
        <source>What you write is lost if the program ends before you save.</source>
        <translation>如果程序在保存之前退出，编写的内容会丢失。</translation>
    </message>
    <message>
        <source>{file} is gone. Saving writes it again.</source>
        <translation>{file} 已不存在。保存时会重新写入。</translation>
    </message>
</context>
<context>
    <name>DraftFiles</name>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Reading the pasted image…</source>
        <translation>正在读取粘贴的图像…</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
</context>
<context>
    <name>DraftList</name>
    <message>
        <source>A GGUF file</source>
        <translation>GGUF 文件</translation>
    </message>
    <message>
        <source>A model on a host</source>
        <translation>主机上的模型</translation>
    </message>
    <message>
        <source>Begin from</source>
        <translation>从以下来源新建</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>The gallery</source>
        <translation>示例库</translation>
    </message>
</context>
<context>
    <name>DraftTest</name>
    <message>
        <source>Something was changed since this test.</source>
        <translation>诊断后设置有更改。</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>重新诊断</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>诊断连接</translation>
    </message>
</context>
<context>
    <name>DropGround</name>
    <message>
        <source>Drop images or text files to attach them</source>
        <translation>将图像或文本文件拖放到此处以附加</translation>
    </message>
</context>
<context>
    <name>EditorActions</name>
    <message>
        <source>Comment or uncomment</source>
        <translation>切换注释</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>显示建议</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>自动换行</translation>
    </message>
</context>
<context>
    <name>EndedView</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Raise num_predict…</source>
        <translation>提高 num_predict…</translation>
    </message>
</context>
<context>
    <name>EnteredForm</name>
    <message>
        <source>Entered by you</source>
        <translation>你填写的</translation>
    </message>
    <message>
        <source>GPU and computer share one memory, as on Apple's</source>
        <translation>GPU 与电脑共用内存，如 Apple 的机器</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>It has no GPU</source>
        <translation>没有 GPU</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Stands in for whatever nobody tells. A card that is sold with 24 GB has 24 GiB, which is 25.8 GB: type 24 GiB.</source>
        <translation>用于没有程序提供的数值。标称 24 GB 的显卡有 24 GiB，即 25.8 GB：输入 24 GiB。</translation>
    </message>
    <message>
        <source>That of all cards together</source>
        <translation>所有显卡的总和</translation>
    </message>
    <message>
        <source>That of the computer</source>
        <translation>电脑的内存</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>Install it first; the Server tab says how.</source>
        <translation>先安装它；“服务”标签页说明了方法。</translation>
    </message>
    <message>
        <source>It is set where the container is made: by the -e of docker run, or in its compose file.</source>
        <translation>在创建容器的地方设置：docker run 的 -e 选项，或其 compose 文件。</translation>
    </message>
    <message>
        <source>Kept in Paddock's settings.</source>
        <translation>保存在 Paddock 的设置中。</translation>
    </message>
    <message>
        <source>No Ollama to set up</source>
        <translation>没有可设置的 Ollama</translation>
    </message>
    <message>
        <source>Set by launchctl.</source>
        <translation>由 launchctl 设置。</translation>
    </message>
    <message>
        <source>Set for your Windows account.</source>
        <translation>为你的 Windows 账户设置。</translation>
    </message>
    <message>
        <source>Set in Paddock's drop-in, {file}.</source>
        <translation>在 Paddock 的 drop-in 配置 {file} 中设置。</translation>
    </message>
    <message>
        <source>Set in the service's own file or in another drop-in.</source>
        <translation>在服务自身的文件或另一个 drop-in 配置中设置。</translation>
    </message>
    <message>
        <source>The container has its own environment</source>
        <translation>容器有自己的环境</translation>
    </message>
</context>
<context>
    <name>EnvironmentTab</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>One change</source>
        <translation>1 项更改</translation>
    </message>
    <message>
        <source>Show what will be done…</source>
        <translation>显示将要做什么…</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export the conversation</source>
        <translation>导出对话</translation>
    </message>
    <message>
        <source>Exported as {file}</source>
        <translation>已导出为 {file}</translation>
    </message>
    <message>
        <source>HTML page…</source>
        <translation>HTML 页面…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown…</translation>
    </message>
    <message>
        <source>That file cannot be written. Choose another folder.</source>
        <translation>无法写入该文件。选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
</context>
<context>
    <name>FailedRow</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{model} could not be loaded</source>
        <translation>无法加载 {model}</translation>
    </message>
    <message>
        <source>{model} could not be unloaded</source>
        <translation>无法卸载 {model}</translation>
    </message>
</context>
<context>
    <name>FailedView</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>FamilyTemplate</name>
    <message>
        <source>The host was removed</source>
        <translation>主机已移除</translation>
    </message>
    <message>
        <source>{model} has no template</source>
        <translation>{model} 没有模板</translation>
    </message>
</context>
<context>
    <name>FileChip</name>
    <message>
        <source>Remove {file}</source>
        <translation>移除 {file}</translation>
    </message>
</context>
<context>
    <name>FilePane</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the drafts</source>
        <translation>返回草稿</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>FileVerdicts</name>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Will it fit?</source>
        <translation>放得下吗？</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>以及另外 {number} 个</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>A link leads out of the Modelfile's folder to it.</source>
        <translation>经由链接到达，实际位于 Modelfile 所在文件夹之外。</translation>
    </message>
    <message>
        <source>Another program has written to {file}.</source>
        <translation>{file} 已被其他程序修改。</translation>
    </message>
    <message>
        <source>By its name, the download has not ended.</source>
        <translation>从名称看，下载尚未完成。</translation>
    </message>
    <message>
        <source>GGML, a format from before GGUF</source>
        <translation>GGML，早于 GGUF 的格式</translation>
    </message>
    <message>
        <source>GGUF model</source>
        <translation>GGUF 模型</translation>
    </message>
    <message>
        <source>GGUF that is no model</source>
        <translation>不是模型的 GGUF</translation>
    </message>
    <message>
        <source>GGUF tokenizer without weights</source>
        <translation>不含权重的 GGUF 分词器</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>It could not be checked to its end.</source>
        <translation>未能检查到末尾。</translation>
    </message>
    <message>
        <source>It has a second name elsewhere on the disk.</source>
        <translation>在磁盘的其他位置还有另一个名称。</translation>
    </message>
    <message>
        <source>It holds a private key.</source>
        <translation>含有私钥。</translation>
    </message>
    <message>
        <source>It is a device, a pipe or a socket.</source>
        <translation>是设备、管道或套接字。</translation>
    </message>
    <message>
        <source>It is cut short: {part} are there.</source>
        <translation>不完整：只有 {part}。</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>已损坏。</translation>
    </message>
    <message>
        <source>It is not what its name says.</source>
        <translation>内容与名称不符。</translation>
    </message>
    <message>
        <source>It is not what this place is for.</source>
        <translation>类型不适合用在此处。</translation>
    </message>
    <message>
        <source>It is one of several parts of a model.</source>
        <translation>只是分卷模型的其中一部分。</translation>
    </message>
    <message>
        <source>It is part {number} of {count}. A model is made of all parts together.</source>
        <translation>这是第 {number} 部分，共 {count} 部分。模型由所有部分共同组成。</translation>
    </message>
    <message>
        <source>It lies on another computer. To look at it would sign you in there.</source>
        <translation>位于另一台电脑上。查看它会以你的身份登录那台电脑。</translation>
    </message>
    <message>
        <source>It lies outside the Modelfile's folder.</source>
        <translation>位于 Modelfile 所在文件夹之外。</translation>
    </message>
    <message>
        <source>It names somebody else's folder.</source>
        <translation>指向其他用户的文件夹。</translation>
    </message>
    <message>
        <source>It only stands in for the model. Download the model itself.</source>
        <translation>只是模型的占位文件。下载模型本身。</translation>
    </message>
    <message>
        <source>LoRA adapter</source>
        <translation>LoRA 适配器</translation>
    </message>
    <message>
        <source>Most of it is empty.</source>
        <translation>大部分为空。</translation>
    </message>
    <message>
        <source>Most of it is empty: {part} are there.</source>
        <translation>大部分为空：只有 {part}。</translation>
    </message>
    <message>
        <source>No file can have this path here.</source>
        <translation>这里不可能有此路径的文件。</translation>
    </message>
    <message>
        <source>Nothing in it looks like part of a model.</source>
        <translation>其中没有内容像是模型的一部分。</translation>
    </message>
    <message>
        <source>PyTorch weights</source>
        <translation>PyTorch 权重</translation>
    </message>
    <message>
        <source>Such files can run code where they are read.</source>
        <translation>读取这类文件时可能会运行代码。</translation>
    </message>
    <message>
        <source>The path begins at the Modelfile's folder. Save the Modelfile first.</source>
        <translation>路径以 Modelfile 所在文件夹为起点。先保存 Modelfile。</translation>
    </message>
    <message>
        <source>The system makes it up; it is no file.</source>
        <translation>由系统虚拟生成，不是真正的文件。</translation>
    </message>
    <message>
        <source>There are hidden characters in its name.</source>
        <translation>名称中有隐藏字符。</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>没有文件 {file}。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>There is nothing in it that makes a model.</source>
        <translation>其中没有可用于创建模型的内容。</translation>
    </message>
    <message>
        <source>These are too many files for one model.</source>
        <translation>对一个模型来说文件过多。</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>对话模板</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>pickle</source>
        <translation>pickle</translation>
    </message>
    <message>
        <source>pointer of git-lfs</source>
        <translation>git-lfs 指针</translation>
    </message>
    <message>
        <source>private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>projector, for pictures or sound</source>
        <translation>投影器，用于图像或声音</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>无法读取 {file}：{reason}</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}</source>
        <translation>无法写入 {file}：{reason}</translation>
    </message>
    <message>
        <source>{file} has more than 1 MB: too much for a Modelfile.</source>
        <translation>{file} 超过 1 MB，对 Modelfile 来说过大。</translation>
    </message>
    <message>
        <source>{file} holds no text and no model.</source>
        <translation>{file} 既不是文本，也不是模型。</translation>
    </message>
    <message>
        <source>{file} is a device, a pipe or a folder.</source>
        <translation>{file} 是设备、管道或文件夹。</translation>
    </message>
    <message>
        <source>{file} is open as another draft.</source>
        <translation>{file} 已作为另一份草稿打开。</translation>
    </message>
    <message>
        <source>{file}: {why}</source>
        <translation>{file}：{why}</translation>
    </message>
</context>
<context>
    <name>FilesPart</name>
    <message>
        <source>Files of this computer</source>
        <translation>本机的文件</translation>
    </message>
    <message>
        <source>Leftovers</source>
        <translation>残留</translation>
    </message>
    <message>
        <source>Look through the folder again</source>
        <translation>再次检查文件夹</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Verify files</source>
        <translation>校验文件</translation>
    </message>
</context>
<context>
    <name>FilesQuestion</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Look at what is marked, and tick the box</source>
        <translation>查看标出的文件并勾选确认</translation>
    </message>
    <message>
        <source>Nothing was uploaded. Take these lines out, or name other files.</source>
        <translation>未上传任何内容。去掉这些行，或引用其他文件。</translation>
    </message>
    <message numerus="yes">
        <source>Send the %n doubtful files too</source>
        <translation>
            <numerusform>同时发送 %n 个可疑文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Send {file} too</source>
        <translation>同时发送 {file}</translation>
    </message>
    <message>
        <source>This Modelfile names what is never sent</source>
        <translation>此 Modelfile 引用了绝不会发送的文件</translation>
    </message>
    <message>
        <source>To {hosts}. What a host has already is not sent again.</source>
        <translation>上传到 {hosts}。主机已有的内容不会重复发送。</translation>
    </message>
    <message numerus="yes">
        <source>Upload %n files?</source>
        <translation>
            <numerusform>要上传 %n 个文件吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Upload 1 file?</source>
        <translation>要上传 1 个文件吗？</translation>
    </message>
    <message numerus="yes">
        <source>Upload {size} to %n hosts</source>
        <translation>
            <numerusform>上传 {size} 到 %n 台主机</numerusform>
        </translation>
    </message>
    <message>
        <source>Upload {size} to {host}</source>
        <translation>上传 {size} 到 {host}</translation>
    </message>
    <message>
        <source>What is marked red is never sent</source>
        <translation>标红的文件绝不会发送</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>另有 {number} 个</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>{current} of {count}</source>
        <translation>{current} / {count}</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Raw answer</source>
        <translation>原始响应</translation>
    </message>
</context>
<context>
    <name>FindingParts</name>
    <message>
        <source>Add a host first: its memory is told by an exporter.</source>
        <translation>先添加一台主机：导出器提供的是主机的内存信息。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Look up an error</source>
        <translation>查找错误</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示所有快捷键</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>版本与许可</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>A host is a computer on which Ollama runs.</source>
        <translation>主机是运行 Ollama 的电脑。</translation>
    </message>
    <message>
        <source>A make-believe server inside Paddock: pull, copy and delete freely.</source>
        <translation>Paddock 内置的模拟服务器：可随意拉取、复制和删除。</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>An address, as you would give it to OLLAMA_HOST.</source>
        <translation>一个地址，写法与 OLLAMA_HOST 相同。</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>体验</translation>
    </message>
    <message>
        <source>Explore the demo host</source>
        <translation>体验演示主机</translation>
    </message>
    <message>
        <source>Find hosts on my network</source>
        <translation>在网络中查找主机</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>It says first which addresses it would ask.</source>
        <translation>会先说明要探测哪些地址。</translation>
    </message>
    <message>
        <source>No host answers</source>
        <translation>没有主机响应</translation>
    </message>
    <message>
        <source>No hosts yet</source>
        <translation>还没有主机</translation>
    </message>
    <message>
        <source>Nothing answers on this computer</source>
        <translation>本机没有服务响应</translation>
    </message>
    <message>
        <source>OLLAMA_HOST holds no address, so it was left aside. {reason}</source>
        <translation>OLLAMA_HOST 中不是有效的地址，已忽略。{reason}</translation>
    </message>
    <message>
        <source>Ollama is installed here, but it does not run.</source>
        <translation>这里已安装 Ollama，但未运行。</translation>
    </message>
    <message>
        <source>Runs ollama serve with your own settings. You see the command first.</source>
        <translation>用你自己的设置运行 ollama serve。会先显示命令。</translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation>启动 Ollama</translation>
    </message>
    <message>
        <source>Start Ollama there, or add the host on which it runs.</source>
        <translation>在那里启动 Ollama，或添加正在运行 Ollama 的主机。</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>启动…</translation>
    </message>
    <message>
        <source>What did Paddock check?</source>
        <translation>Paddock 检查了什么？</translation>
    </message>
</context>
<context>
    <name>FixDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On the computer of {host}</source>
        <translation>在 {host} 所在的电脑上</translation>
    </message>
    <message>
        <source>What to do there</source>
        <translation>要执行的操作</translation>
    </message>
</context>
<context>
    <name>Fixes</name>
    <message>
        <source>Allow servers that run remote models</source>
        <translation>允许运行远程模型的服务器</translation>
    </message>
    <message>
        <source>Give loading more time</source>
        <translation>为加载留出更多时间</translation>
    </message>
    <message>
        <source>In PowerShell on the server, on Windows.</source>
        <translation>在 Windows 服务器的 PowerShell 中运行。</translation>
    </message>
    <message>
        <source>In Terminal on the server, a Mac.</source>
        <translation>在 Mac 服务器的“终端”中运行。</translation>
    </message>
    <message>
        <source>In a terminal of the server, on Linux.</source>
        <translation>在 Linux 服务器的终端中运行。</translation>
    </message>
    <message>
        <source>In the location of nginx that leads to Ollama, whatever the system.</source>
        <translation>写在 nginx 通往 Ollama 的 location 中，与操作系统无关。</translation>
    </message>
    <message>
        <source>Let Ollama answer to a web address</source>
        <translation>让 Ollama 响应某个网页地址</translation>
    </message>
    <message>
        <source>Let Ollama download through a proxy</source>
        <translation>让 Ollama 通过代理下载</translation>
    </message>
    <message>
        <source>Let Ollama listen to the network</source>
        <translation>让 Ollama 监听网络</translation>
    </message>
    <message>
        <source>Let Ollama write its models</source>
        <translation>让 Ollama 能写入模型</translation>
    </message>
    <message>
        <source>Let nginx call Ollama by its own name</source>
        <translation>让 nginx 以 Ollama 自己的名称访问它</translation>
    </message>
    <message>
        <source>Let the firewall through to Ollama</source>
        <translation>让防火墙放行 Ollama</translation>
    </message>
    <message>
        <source>Ollama asks nobody who they are: whoever reaches that computer can then use, change and delete its models. Do this only on a network that you trust, and never on the internet.</source>
        <translation>Ollama 不验证身份：任何能连接那台电脑的人都可以使用、更改和删除其中的模型。只在你信任的网络中这样做，切勿暴露到互联网。</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Hide: {title}</source>
        <translation>收起{title}</translation>
    </message>
    <message>
        <source>Show: {title}</source>
        <translation>展开{title}</translation>
    </message>
</context>
<context>
    <name>FoldView</name>
    <message>
        <source>hidden</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已展开</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>1 model on 1 host</source>
        <translation>1 台主机上有 1 个模型</translation>
    </message>
    <message>
        <source>No models</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <source>{number} cannot be read</source>
        <translation>{number} 个无法读取</translation>
    </message>
    <message>
        <source>{number} hidden by the filter</source>
        <translation>{number} 个被筛选隐藏</translation>
    </message>
    <message>
        <source>{number} models on 1 host</source>
        <translation>1 台主机上有 {number} 个模型</translation>
    </message>
    <message>
        <source>{number} models on {hosts} hosts</source>
        <translation>{hosts} 台主机上有 {number} 个模型</translation>
    </message>
    <message>
        <source>{number} more on the host are not listed here</source>
        <translation>主机上另有 {number} 个未在此列出</translation>
    </message>
    <message>
        <source>{number} selected</source>
        <translation>已选择 {number} 个</translation>
    </message>
    <message>
        <source>{number} selected, {size}</source>
        <translation>已选择 {number} 个，{size}</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>占用磁盘 {size}</translation>
    </message>
</context>
<context>
    <name>ForgottenView</name>
    <message>
        <source>Raise num_ctx</source>
        <translation>提高 num_ctx</translation>
    </message>
    <message>
        <source>The model did not see the older messages.</source>
        <translation>模型没有看到较早的消息。</translation>
    </message>
    <message>
        <source>The server cut them off silently, because the context was full.</source>
        <translation>由于上下文已满，服务器未作提示就截断了它们。</translation>
    </message>
</context>
<context>
    <name>FormatRow</name>
    <message>
        <source>Say in the prompt that you want JSON, too</source>
        <translation>提示词中也要说明需要 JSON</translation>
    </message>
</context>
<context>
    <name>FoundSection</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add {host}</source>
        <translation>添加 {host}</translation>
    </message>
    <message>
        <source>Found on your network</source>
        <translation>在网络中找到的主机</translation>
    </message>
</context>
<context>
    <name>GalleryDialog</name>
    <message>
        <source>As it is written</source>
        <translation>按原文</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Begin a draft</source>
        <translation>新建草稿</translation>
    </message>
    <message>
        <source>Begin from the gallery</source>
        <translation>从示例库开始</translation>
    </message>
    <message>
        <source>It is missing from this installation</source>
        <translation>此安装中缺少示例库</translation>
    </message>
    <message>
        <source>Modelfiles</source>
        <translation>Modelfile 列表</translation>
    </message>
    <message>
        <source>Ready Modelfiles to change as you like. Nothing is made yet.</source>
        <translation>现成的 Modelfile，可随意修改。此时不会创建任何内容。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>Gauges</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU load</source>
        <translation>GPU 负载</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>GPU {number} load</source>
        <translation>GPU {number} 负载</translation>
    </message>
    <message>
        <source>GPU {number} memory</source>
        <translation>GPU {number} 显存</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>交换空间</translation>
    </message>
    <message>
        <source>The GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>of 1 core</source>
        <translation>共 1 个核心</translation>
    </message>
    <message>
        <source>of {cores} cores</source>
        <translation>共 {cores} 个核心</translation>
    </message>
    <message>
        <source>of {size}</source>
        <translation>共 {size}</translation>
    </message>
    <message>
        <source>{number} W</source>
        <translation>{number} W</translation>
    </message>
    <message>
        <source>{number} °C</source>
        <translation>{number} °C</translation>
    </message>
</context>
<context>
    <name>Gguf</name>
    <message>
        <source>A LoRA adapter for {architecture}: it needs a base model</source>
        <translation>{architecture} 的 LoRA 适配器：需要基础模型</translation>
    </message>
    <message>
        <source>A LoRA adapter: it needs a base model</source>
        <translation>LoRA 适配器：需要基础模型</translation>
    </message>
    <message>
        <source>A model of an unnamed family</source>
        <translation>未注明系列的模型</translation>
    </message>
    <message>
        <source>A model of the family {architecture}</source>
        <translation>{architecture} 系列的模型</translation>
    </message>
    <message>
        <source>A projector, which lets a language model see or hear</source>
        <translation>投影器，让语言模型能看或能听</translation>
    </message>
    <message>
        <source>A tokenizer without weights: no model</source>
        <translation>不含权重的分词器：不是模型</translation>
    </message>
    <message>
        <source>A tool for making models: no model itself</source>
        <translation>用于创建模型的工具：本身不是模型</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>GGUF version</source>
        <translation>GGUF 版本</translation>
    </message>
    <message>
        <source>It does not say what model it is.</source>
        <translation>没有说明是什么模型。</translation>
    </message>
    <message>
        <source>It ends in its header. Download it again.</source>
        <translation>文件在标头处中断。重新下载。</translation>
    </message>
    <message>
        <source>It is cut short: {part} are there. Download it again.</source>
        <translation>不完整：只有 {part}。重新下载。</translation>
    </message>
    <message>
        <source>It is of a newer version of GGUF than this program knows.</source>
        <translation>GGUF 版本比本程序支持的更新。</translation>
    </message>
    <message>
        <source>Its bytes are in the order of other processors; most hosts cannot use it.</source>
        <translation>字节顺序属于其他处理器，大多数主机无法使用。</translation>
    </message>
    <message>
        <source>Its header cannot be true: {said}.</source>
        <translation>标头内容不合理：{said}。</translation>
    </message>
    <message>
        <source>Its header is unusually long, and only its beginning was read.</source>
        <translation>标头异常长，只读取了开头部分。</translation>
    </message>
    <message>
        <source>Its weights do not lie where they should.</source>
        <translation>权重不在应有的位置。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Some weights are of a type that this program does not know: {said}.</source>
        <translation>部分权重的类型无法识别：{said}。</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量数</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>{model}, {number} tokens</source>
        <translation>{model}，{number} 个词元</translation>
    </message>
</context>
<context>
    <name>GgufView</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Use as adapter</source>
        <translation>用作适配器</translation>
    </message>
    <message>
        <source>Use as base</source>
        <translation>用作基础模型</translation>
    </message>
</context>
<context>
    <name>HeaderRow</name>
    <message>
        <source>Kept; type to replace</source>
        <translation>已保存；输入以替换</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>标头名称</translation>
    </message>
    <message>
        <source>Remove this header</source>
        <translation>移除此标头</translation>
    </message>
    <message>
        <source>Value of the header</source>
        <translation>标头的值</translation>
    </message>
</context>
<context>
    <name>HeaderRows</name>
    <message>
        <source>Add a header</source>
        <translation>添加标头</translation>
    </message>
</context>
<context>
    <name>HeadingView</name>
    <message>
        <source>Answer of {model} on {host}</source>
        <translation>{host} 上 {model} 的回答</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Begin</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Its keys find it too.</source>
        <translation>也可以按快捷键查找。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>No action is called that</source>
        <translation>没有叫这个名称的操作</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Troubleshooting</source>
        <translation>疑难解答</translation>
    </message>
</context>
<context>
    <name>HitView</name>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>Holes</name>
    <message>
        <source>A page in a browser can use the server.</source>
        <translation>浏览器中的网页可以使用此服务器。</translation>
    </message>
    <message>
        <source>A registry can have the server's sign-in sent elsewhere.</source>
        <translation>模型仓库可以让服务器的登录信息发往别处。</translation>
    </message>
    <message>
        <source>A registry can write files outside the models' folder.</source>
        <translation>模型仓库可以在模型文件夹之外写入文件。</translation>
    </message>
    <message>
        <source>A request can use up the memory.</source>
        <translation>一个请求就能耗尽内存。</translation>
    </message>
    <message>
        <source>Whoever may create a model can read what others asked.</source>
        <translation>能创建模型的人可以读取他人的提问。</translation>
    </message>
</context>
<context>
    <name>HolesAdvice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closed in {version}.</source>
        <translation>已在 {version} 中修复。</translation>
    </message>
    <message>
        <source>In a terminal of the server. The script is Ollama's own.</source>
        <translation>在服务器的终端中运行。脚本由 Ollama 官方提供。</translation>
    </message>
    <message>
        <source>Until then, let only those reach these hosts whom you trust.</source>
        <translation>在此之前，只让你信任的人访问这些主机。</translation>
    </message>
    <message>
        <source>Update Ollama there</source>
        <translation>更新那里的 Ollama</translation>
    </message>
    <message>
        <source>Where it is the app with an icon, use its own "Restart to update".</source>
        <translation>如果安装的是带图标的应用，使用它自己的“Restart to update”。</translation>
    </message>
    <message>
        <source>{host}, {version}</source>
        <translation>{host}，{version}</translation>
    </message>
</context>
<context>
    <name>HolesBanner</name>
    <message>
        <source>What to do</source>
        <translation>如何处理</translation>
    </message>
    <message numerus="yes">
        <source>{host} and %n others run versions that have known holes</source>
        <translation>
            <numerusform>{host} 和另外 %n 台主机运行的版本有已知漏洞</numerusform>
        </translation>
    </message>
    <message>
        <source>{host} and another host run versions that have known holes</source>
        <translation>{host} 和另一台主机运行的版本有已知漏洞</translation>
    </message>
    <message>
        <source>{host} runs {version}, which has known holes</source>
        <translation>{host} 运行的 {version} 有已知漏洞</translation>
    </message>
    <message>
        <source>{version} or newer closes them. The holes and the update commands are one click away.</source>
        <translation>{version} 或更高版本已修复。点击即可查看漏洞和更新命令。</translation>
    </message>
</context>
<context>
    <name>HostActions</name>
    <message>
        <source>Ask again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Loaded models</source>
        <translation>已加载的模型</translation>
    </message>
    <message>
        <source>Memory…</source>
        <translation>内存…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>从列表中移除…</translation>
    </message>
    <message>
        <source>Show its models</source>
        <translation>显示其模型</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>诊断连接</translation>
    </message>
    <message>
        <source>Test with one token</source>
        <translation>生成一个词元来诊断</translation>
    </message>
    <message>
        <source>The address is copied.</source>
        <translation>已复制地址。</translation>
    </message>
    <message>
        <source>The curl line is copied. It holds no secret.</source>
        <translation>已复制 curl 命令，其中不含密码和令牌。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>HostCards</name>
    <message>
        <source>Hosts and what is loaded there</source>
        <translation>主机及其已加载的模型</translation>
    </message>
</context>
<context>
    <name>HostChips</name>
    <message>
        <source>is being asked</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>{host}: {reason}</source>
        <translation>{host}：{reason}</translation>
    </message>
</context>
<context>
    <name>HostChooser</name>
    <message>
        <source>All hosts</source>
        <translation>所有主机</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>{host}, 1 model</source>
        <translation>{host}，1 个模型</translation>
    </message>
    <message>
        <source>{host}, {number} models</source>
        <translation>{host}，{number} 个模型</translation>
    </message>
    <message>
        <source>{number} asked</source>
        <translation>{number} 台检查中</translation>
    </message>
    <message>
        <source>{number} down</source>
        <translation>{number} 台离线</translation>
    </message>
    <message>
        <source>{number} slow</source>
        <translation>{number} 台较慢</translation>
    </message>
    <message>
        <source>{number} up</source>
        <translation>{number} 台在线</translation>
    </message>
</context>
<context>
    <name>HostDetail</name>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>No host chosen</source>
        <translation>未选择主机</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>停止诊断</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>重新诊断</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>诊断连接</translation>
    </message>
</context>
<context>
    <name>HostDialog</name>
    <message>
        <source>Add a host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>编辑 {name}</translation>
    </message>
    <message>
        <source>Remove host</source>
        <translation>移除主机</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Waiting for the keyring…</source>
        <translation>正在等待密钥环…</translation>
    </message>
</context>
<context>
    <name>HostDialogs</name>
    <message>
        <source>Removed {host} from the list</source>
        <translation>已将 {host} 从列表中移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>HostList</name>
    <message>
        <source>All hosts</source>
        <translation>所有主机</translation>
    </message>
</context>
<context>
    <name>HostParts</name>
    <message>
        <source>Add a host…</source>
        <translation>添加主机…</translation>
    </message>
    <message>
        <source>Filter the hosts</source>
        <translation>筛选主机</translation>
    </message>
    <message>
        <source>Find hosts on my network…</source>
        <translation>在网络中查找主机…</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
</context>
<context>
    <name>HostSharing</name>
    <message>
        <source>A newer Paddock wrote that file. Update this one to read it.</source>
        <translation>该文件由较新版本的 Paddock 写入。更新 Paddock 后再读取。</translation>
    </message>
    <message>
        <source>Entry {number} of that file is no host, so nothing was imported.</source>
        <translation>该文件的第 {number} 项不是主机，因此未导入任何内容。</translation>
    </message>
    <message>
        <source>Every host of that file is in the list already.</source>
        <translation>该文件中的主机都已在列表中。</translation>
    </message>
    <message>
        <source>Export hosts</source>
        <translation>导出主机</translation>
    </message>
    <message>
        <source>Import hosts</source>
        <translation>导入主机</translation>
    </message>
    <message>
        <source>Lists of hosts (*.json)</source>
        <translation>主机列表 (*.json)</translation>
    </message>
    <message>
        <source>That file cannot be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>That file cannot be written. Choose another folder.</source>
        <translation>无法写入该文件。选择其他文件夹。</translation>
    </message>
    <message>
        <source>That file holds more hosts than can be imported.</source>
        <translation>该文件中的主机数量超出可导入的上限。</translation>
    </message>
    <message>
        <source>That file holds no list of hosts.</source>
        <translation>该文件中没有主机列表。</translation>
    </message>
    <message>
        <source>The hosts are exported, without their passwords and tokens.</source>
        <translation>已导出主机，不含密码和令牌。</translation>
    </message>
</context>
<context>
    <name>HostSide</name>
    <message>
        <source>Add a host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
<context>
    <name>HostTraps</name>
    <message>
        <source>No host can make {quantize}.</source>
        <translation>没有主机能量化为 {quantize}。</translation>
    </message>
    <message>
        <source>The base on {host} is {source}. Only F32, F16 and BF16 can be quantized.</source>
        <translation>{host} 上的基础模型为 {source}。只有 F32、F16 和 BF16 可以量化。</translation>
    </message>
    <message>
        <source>The base was trained for {trained} tokens; {host} cuts num_ctx to that.</source>
        <translation>基础模型按 {trained} 个词元训练，{host} 会将 num_ctx 限制为此值。</translation>
    </message>
    <message>
        <source>{base} on {host} runs elsewhere, and takes no adapter.</source>
        <translation>{host} 上的 {base} 在别处运行，不支持适配器。</translation>
    </message>
    <message>
        <source>{base} on {host} runs elsewhere, and takes no draft model.</source>
        <translation>{host} 上的 {base} 在别处运行，不支持草稿模型。</translation>
    </message>
    <message>
        <source>{base} on {host} runs on {remote_host}: what is asked leaves this network.</source>
        <translation>{host} 上的 {base} 在 {remote_host} 上运行：提问内容会离开此网络。</translation>
    </message>
    <message>
        <source>{host} does not have {base}, and would pull it from {registry} first.</source>
        <translation>{host} 上没有 {base}，会先从 {registry} 拉取。</translation>
    </message>
    <message>
        <source>{host} has it as {installed}. Paddock asks for that; ollama create would pull {base} anew.</source>
        <translation>它在 {host} 上名为 {installed}。Paddock 会使用此名称；ollama create 则会重新拉取 {base}。</translation>
    </message>
    <message>
        <source>{host} has {name} already; it would be replaced.</source>
        <translation>{host} 上已有 {name}，将被替换。</translation>
    </message>
    <message>
        <source>{host} runs Ollama {version}, and the Modelfile asks for {requires}.</source>
        <translation>{host} 运行 Ollama {version}，而 Modelfile 要求 {requires}。</translation>
    </message>
    <message>
        <source>{name} is made from itself; the one on {host} would be replaced.</source>
        <translation>{name} 以自身为基础，{host} 上的同名模型将被替换。</translation>
    </message>
</context>
<context>
    <name>HostView</name>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
</context>
<context>
    <name>Hosts</name>
    <message>
        <source>Asking again in {time}</source>
        <translation>{time}后重试</translation>
    </message>
    <message>
        <source>Asking again now</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>Demo, inside Paddock</source>
        <translation>演示，Paddock 内置</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Its sign-in is not at hand. Open the keyring and ask again, or enter it anew.</source>
        <translation>登录信息不可用。打开密钥环后刷新，或重新填写。</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Ollama {version}</source>
        <translation>Ollama {version}</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>The clock of {host} is {time} ahead. Set it there; times are put right here.</source>
        <translation>{host} 的时钟快了 {time}。在那台主机上校准；此处显示的时间已修正。</translation>
    </message>
    <message>
        <source>The clock of {host} is {time} behind. Set it there; times are put right here.</source>
        <translation>{host} 的时钟慢了 {time}。在那台主机上校准；此处显示的时间已修正。</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>隧道</translation>
    </message>
    <message>
        <source>a token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>as this system trusts</source>
        <translation>系统信任的证书</translation>
    </message>
    <message>
        <source>as {user}</source>
        <translation>用户 {user}</translation>
    </message>
    <message>
        <source>asked {asked} of {total} addresses</source>
        <translation>已探测 {asked} / {total} 个地址</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>down</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>for this run only</source>
        <translation>仅限本次运行</translation>
    </message>
    <message>
        <source>in a file</source>
        <translation>保存在文件中</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>保存在密钥环中</translation>
    </message>
    <message>
        <source>inside Paddock</source>
        <translation>Paddock 内置</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none, plain http</source>
        <translation>无，明文 http</translation>
    </message>
    <message>
        <source>one certificate, {start}…</source>
        <translation>指定证书，{start}…</translation>
    </message>
    <message>
        <source>the system's and {file}</source>
        <translation>系统证书和 {file}</translation>
    </message>
    <message>
        <source>this system's settings</source>
        <translation>系统设置</translation>
    </message>
    <message>
        <source>up</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>up, {version}</source>
        <translation>在线，{version}</translation>
    </message>
    <message>
        <source>{asked} addresses were asked</source>
        <translation>已探测 {asked} 个地址</translation>
    </message>
    <message>
        <source>{kind}, {place}</source>
        <translation>{kind}，{place}</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>{route}; own CA</source>
        <translation>{route}；指定 CA</translation>
    </message>
    <message>
        <source>{route}; own certificate</source>
        <translation>{route}；指定证书</translation>
    </message>
    <message>
        <source>{version}, 1 model</source>
        <translation>{version}，1 个模型</translation>
    </message>
    <message>
        <source>{version}, {number} models</source>
        <translation>{version}，{number} 个模型</translation>
    </message>
</context>
<context>
    <name>HostsToolbar</name>
    <message>
        <source>Add host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Export hosts…</source>
        <translation>导出主机…</translation>
    </message>
    <message>
        <source>Filter hosts</source>
        <translation>筛选主机</translation>
    </message>
    <message>
        <source>Find on my network</source>
        <translation>在网络中查找</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import hosts…</source>
        <translation>导入主机…</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Open the panel</source>
        <translation>打开面板</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Test every host</source>
        <translation>诊断所有主机</translation>
    </message>
</context>
<context>
    <name>HostsWorkArea</name>
    <message>
        <source>A host is a computer on which Ollama runs.
Add one, or look for some.</source>
        <translation>主机是运行 Ollama 的电脑。
添加一台，或在网络中查找。</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Find on my network</source>
        <translation>在网络中查找</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Names, addresses, states and routes are looked at.</source>
        <translation>筛选范围包括名称、地址、状态和路由。</translation>
    </message>
    <message>
        <source>No host matches the filter</source>
        <translation>没有符合筛选条件的主机</translation>
    </message>
    <message>
        <source>No hosts yet</source>
        <translation>还没有主机</translation>
    </message>
    <message>
        <source>Show all hosts</source>
        <translation>显示所有主机</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Its address, if left empty</source>
        <translation>留空则使用地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The tab Sign-in is for it.</source>
        <translation>在“登录”标签页中填写。</translation>
    </message>
    <message>
        <source>{name} has this address already. Edit that one, or type another.</source>
        <translation>{name} 已使用此地址。编辑那台主机，或输入其他地址。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n are in the list already.</source>
        <translation>
            <numerusform>其中 %n 台已在列表中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n hosts</source>
        <translation>
            <numerusform>添加 %n 台主机</numerusform>
        </translation>
    </message>
    <message>
        <source>Add 1 host</source>
        <translation>添加 1 台主机</translation>
    </message>
    <message>
        <source>Import hosts</source>
        <translation>导入主机</translation>
    </message>
    <message>
        <source>One is in the list already.</source>
        <translation>其中 1 台已在列表中。</translation>
    </message>
    <message>
        <source>The file holds no passwords and tokens. Enter them in each host's dialog.</source>
        <translation>文件中不含密码和令牌。在各主机的对话框中填写。</translation>
    </message>
</context>
<context>
    <name>InsecurePush</name>
    <message>
        <source>Everyone between the host and the registry could read the model, its login, and put other bytes in their place. Do this only on a network that you trust.</source>
        <translation>主机与仓库之间的任何人都可能读取模型及其登录信息，并替换传输的内容。只在你信任的网络中这样做。</translation>
    </message>
    <message>
        <source>Push without encryption</source>
        <translation>不加密推送</translation>
    </message>
    <message>
        <source>Push {model} without encryption?</source>
        <translation>要不加密推送 {model} 吗？</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>It has no Modelfile.</source>
        <translation>没有 Modelfile。</translation>
    </message>
    <message>
        <source>It has no parameters of its own.</source>
        <translation>没有自带参数。</translation>
    </message>
    <message>
        <source>It has no sample messages.</source>
        <translation>没有示例消息。</translation>
    </message>
    <message>
        <source>It has no system prompt.</source>
        <translation>没有系统提示词。</translation>
    </message>
    <message>
        <source>It has no template.</source>
        <translation>没有模板。</translation>
    </message>
    <message>
        <source>It lists no tensors.</source>
        <translation>未列出张量。</translation>
    </message>
    <message>
        <source>It says nothing of a licence.</source>
        <translation>没有许可信息。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Modelfile</source>
        <translation>Modelfile</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>{number} entries</source>
        <translation>{number} 项</translation>
    </message>
</context>
<context>
    <name>InspectorHeader</name>
    <message>
        <source>Choose one to see what it is.</source>
        <translation>选择一个模型以查看详情。</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>关闭详情面板</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>No model selected</source>
        <translation>未选择模型</translation>
    </message>
    <message>
        <source>What you do here is done with all of them.</source>
        <translation>这里的操作会应用于所有选中的模型。</translation>
    </message>
    <message>
        <source>damaged entry</source>
        <translation>条目已损坏</translation>
    </message>
    <message>
        <source>{number} models selected</source>
        <translation>已选择 {number} 个模型</translation>
    </message>
</context>
<context>
    <name>InspectorNotice</name>
    <message>
        <source>A part of what is said of it cannot be read</source>
        <translation>部分信息无法读取</translation>
    </message>
    <message>
        <source>It could not be loaded</source>
        <translation>未能加载</translation>
    </message>
    <message>
        <source>It could not be unloaded</source>
        <translation>未能卸载</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Reading from {host}</source>
        <translation>正在从 {host} 读取</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This entry cannot be read</source>
        <translation>无法读取此条目</translation>
    </message>
    <message>
        <source>Unloading</source>
        <translation>正在卸载</translation>
    </message>
    <message>
        <source>{host} sent something else than Ollama does: {fields}.</source>
        <translation>{host} 发来的内容与 Ollama 的不同：{fields}。</translation>
    </message>
    <message>
        <source>{host} sent: {why}. Its other models are not affected.</source>
        <translation>{host} 发来的内容：{why}。其他模型不受影响。</translation>
    </message>
</context>
<context>
    <name>JobChoices</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>By host</source>
        <translation>按主机</translation>
    </message>
    <message>
        <source>Copies and deletes</source>
        <translation>复制和删除</translation>
    </message>
    <message>
        <source>Creates, pushes</source>
        <translation>创建和推送</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>拉取</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>JobNotices</name>
    <message numerus="yes">
        <source>%n jobs ended</source>
        <translation>
            <numerusform>%n 个任务已结束</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them failed.</source>
        <translation>
            <numerusform>其中 %n 个失败。</numerusform>
        </translation>
    </message>
    <message>
        <source>One of them failed.</source>
        <translation>其中 1 个失败。</translation>
    </message>
</context>
<context>
    <name>JobParts</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message numerus="yes">
        <source>%n at a time per host</source>
        <translation>
            <numerusform>每台主机同时 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models copied</source>
        <translation>
            <numerusform>已复制 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models created</source>
        <translation>
            <numerusform>已创建 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models deleted</source>
        <translation>
            <numerusform>已删除 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models pulled</source>
        <translation>
            <numerusform>已拉取 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models pushed</source>
        <translation>
            <numerusform>已推送 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models renamed</source>
        <translation>
            <numerusform>已重命名 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models were not copied</source>
        <translation>
            <numerusform>%n 个模型未能复制</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models were not created</source>
        <translation>
            <numerusform>%n 个模型未能创建</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models were not deleted</source>
        <translation>
            <numerusform>%n 个模型未能删除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models were not pulled</source>
        <translation>
            <numerusform>%n 个模型未能拉取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models were not pushed</source>
        <translation>
            <numerusform>%n 个模型未能推送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models were not renamed</source>
        <translation>
            <numerusform>%n 个模型未能重命名</numerusform>
        </translation>
    </message>
    <message>
        <source>1 at a time per host</source>
        <translation>每台主机同时 1 个</translation>
    </message>
    <message>
        <source>Add it again, then start this anew.</source>
        <translation>重新添加主机，然后再次开始。</translation>
    </message>
    <message>
        <source>Another job on {host} is at work on that very name.</source>
        <translation>{host} 上的另一个任务正在处理这个名称。</translation>
    </message>
    <message>
        <source>Asking {host}</source>
        <translation>正在请求 {host}</translation>
    </message>
    <message>
        <source>Both names stand for the same model. Delete {model} when {host} answers again.</source>
        <translation>两个名称指向同一个模型。等 {host} 恢复响应后删除 {model}。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Cancelled at {amount}. A retry goes on from there while the host keeps the layers.</source>
        <translation>在 {amount} 处取消。只要主机还保留着这些层，重试就会从此处继续。</translation>
    </message>
    <message>
        <source>Cancelled at {amount}. A retry starts again.</source>
        <translation>在 {amount} 处取消。重试将从头开始。</translation>
    </message>
    <message>
        <source>Cancelled at {amount}. The host keeps whole files alone: a retry sends those that are missing.</source>
        <translation>在 {amount} 处取消。主机只保留完整的文件：重试会发送缺少的文件。</translation>
    </message>
    <message>
        <source>Cancelled before anything was downloaded</source>
        <translation>开始下载前已取消</translation>
    </message>
    <message>
        <source>Cancelled before anything was sent</source>
        <translation>发送任何内容之前已取消</translation>
    </message>
    <message>
        <source>Cancelled before the host said it was done</source>
        <translation>主机报告完成之前已取消</translation>
    </message>
    <message>
        <source>Cancelled before the host said it was done. A retry sends no file again.</source>
        <translation>主机报告完成之前已取消。重试不会再次发送文件。</translation>
    </message>
    <message>
        <source>Cancelled halfway: {model} and {target} are there</source>
        <translation>中途取消：{model} 和 {target} 都在</translation>
    </message>
    <message>
        <source>Capitals and :latest make no difference there. Choose another name.</source>
        <translation>那里不区分大小写，有无 :latest 也一样。选择其他名称。</translation>
    </message>
    <message>
        <source>Chat with it</source>
        <translation>用它对话</translation>
    </message>
    <message>
        <source>Checking the weights</source>
        <translation>正在检查权重</translation>
    </message>
    <message>
        <source>Computing the checksum of {file}</source>
        <translation>正在计算 {file} 的校验和</translation>
    </message>
    <message>
        <source>Computing the checksum of {file}, {number} of {count}</source>
        <translation>正在计算 {file} 的校验和，第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Converting the weights</source>
        <translation>正在转换权重</translation>
    </message>
    <message>
        <source>Copied {model} to {target} on {host}</source>
        <translation>已在 {host} 上将 {model} 复制为 {target}</translation>
    </message>
    <message>
        <source>Copy it to a name such as yours/{model} first, and push that.</source>
        <translation>先将其复制为 yours/{model} 这样的名称，再推送。</translation>
    </message>
    <message>
        <source>Copy {model} to {target}</source>
        <translation>将 {model} 复制为 {target}</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>Create elsewhere</source>
        <translation>在其他主机上创建</translation>
    </message>
    <message>
        <source>Create {model}</source>
        <translation>创建 {model}</translation>
    </message>
    <message>
        <source>Created {model} on {host}</source>
        <translation>已在 {host} 上创建 {model}</translation>
    </message>
    <message>
        <source>Delete {model}</source>
        <translation>删除 {model}</translation>
    </message>
    <message>
        <source>Deleted {model} on {host}</source>
        <translation>已删除 {host} 上的 {model}</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation>已完成，用时 {time}</translation>
    </message>
    <message>
        <source>Done, but {host} kept the capitals it knew for {target}</source>
        <translation>已完成，但 {host} 对 {target} 沿用了原有的大小写</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Downloading: another layer of {size} began</source>
        <translation>正在下载：又开始一个 {size} 的层</translation>
    </message>
    <message>
        <source>Downloading: {host} threw a part away and fetches it again</source>
        <translation>正在下载：{host} 丢弃了一部分，正在重新获取</translation>
    </message>
    <message>
        <source>Failed after {time}</source>
        <translation>{time}后失败</translation>
    </message>
    <message>
        <source>Failed after {time}. The host keeps nothing of half a file.</source>
        <translation>{time}后失败。主机不会保留未传完的文件。</translation>
    </message>
    <message>
        <source>Failed at once</source>
        <translation>立即失败</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看详情</translation>
    </message>
    <message>
        <source>It is the same model. To change capitals, delete the old entry first.</source>
        <translation>这是同一个模型。要更改大小写，先删除旧条目。</translation>
    </message>
    <message>
        <source>It was changed or replaced, so it was not sent. Look at it in the workshop, then create the model anew.</source>
        <translation>文件已被更改或替换，因此未发送。在工坊中查看，然后重新创建模型。</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>没有运行中的任务</translation>
    </message>
    <message>
        <source>Nothing was deleted. Look at the models of {host} before you try again.</source>
        <translation>未删除任何内容。先查看 {host} 上的模型，再重试。</translation>
    </message>
    <message>
        <source>Nothing was sent. Choose another name, or replace the model that is there.</source>
        <translation>未发送任何内容。选择其他名称，或替换那里已有的模型。</translation>
    </message>
    <message>
        <source>Open in the workshop</source>
        <translation>在工坊中打开</translation>
    </message>
    <message>
        <source>Paddock made a mistake here.</source>
        <translation>Paddock 自身出错。</translation>
    </message>
    <message>
        <source>Publishing the model's entry</source>
        <translation>正在发布模型条目</translation>
    </message>
    <message>
        <source>Pulled {model} to {host}</source>
        <translation>已将 {model} 拉取到 {host}</translation>
    </message>
    <message>
        <source>Push without encryption…</source>
        <translation>不加密推送…</translation>
    </message>
    <message>
        <source>Push {model}</source>
        <translation>推送 {model}</translation>
    </message>
    <message>
        <source>Pushed {model} from {host}</source>
        <translation>已从 {host} 推送 {model}</translation>
    </message>
    <message>
        <source>Quantizing the weights</source>
        <translation>正在量化权重</translation>
    </message>
    <message>
        <source>Quantizing to {kind}</source>
        <translation>正在量化为 {kind}</translation>
    </message>
    <message>
        <source>Reading what the file says of itself</source>
        <translation>正在读取文件自身的信息</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Removing layers that nothing uses now</source>
        <translation>正在移除不再使用的层</translation>
    </message>
    <message>
        <source>Rename {model} to {target}</source>
        <translation>将 {model} 重命名为 {target}</translation>
    </message>
    <message>
        <source>Renamed {model} to {target} on {host}</source>
        <translation>已在 {host} 上将 {model} 重命名为 {target}</translation>
    </message>
    <message>
        <source>Renaming: copies, checks the copy, deletes</source>
        <translation>正在重命名：复制、检查副本、删除原名称</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重新开始</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Show or hide details</source>
        <translation>显示或隐藏详情</translation>
    </message>
    <message>
        <source>Show raw answer</source>
        <translation>显示原始响应</translation>
    </message>
    <message>
        <source>Stalled for {time} after a restart. Try again later, or restart it.</source>
        <translation>重启后已停滞 {time}。稍后重试，或再次重启。</translation>
    </message>
    <message>
        <source>Stalled for {time}, restarts by itself in {left}</source>
        <translation>已停滞 {time}，{left}后自动重启</translation>
    </message>
    <message>
        <source>The host is no longer in the list.</source>
        <translation>主机已不在列表中。</translation>
    </message>
    <message>
        <source>The log says where. Try again; what is on the host was left alone.</source>
        <translation>日志中记录了出错的位置。重试；主机上的内容未受影响。</translation>
    </message>
    <message>
        <source>The pull would bring it back. Wait for its end or cancel it, then try again.</source>
        <translation>拉取会让它再次出现。等待拉取结束或将其取消，然后重试。</translation>
    </message>
    <message>
        <source>The system says: {reason}. Put it back or allow it to be read, then try again.</source>
        <translation>系统提示：{reason}。将文件放回原处或授予读取权限，然后重试。</translation>
    </message>
    <message>
        <source>Uploading to the registry</source>
        <translation>正在上传到仓库</translation>
    </message>
    <message>
        <source>Uploading {file}</source>
        <translation>正在上传 {file}</translation>
    </message>
    <message>
        <source>Uploading {file}, {number} of {count}</source>
        <translation>正在上传 {file}，第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Using a layer that is there already</source>
        <translation>使用已有的层</translation>
    </message>
    <message>
        <source>Using the template that fits the file: {detail}</source>
        <translation>使用与文件匹配的模板：{detail}</translation>
    </message>
    <message>
        <source>Verifying what was downloaded</source>
        <translation>正在校验下载的内容</translation>
    </message>
    <message>
        <source>Wait for its end or cancel it, then try again.</source>
        <translation>等待其结束或将其取消，然后重试。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Waiting to start</source>
        <translation>等待开始</translation>
    </message>
    <message numerus="yes">
        <source>Waiting: {host} pulls %n at a time</source>
        <translation>
            <numerusform>等待中：{host} 同时拉取 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting: {host} pulls one at a time</source>
        <translation>等待中：{host} 每次只拉取一个</translation>
    </message>
    <message>
        <source>Writing a new layer</source>
        <translation>正在写入新的层</translation>
    </message>
    <message>
        <source>Writing the model's entry</source>
        <translation>正在写入模型条目</translation>
    </message>
    <message>
        <source>a host that was removed</source>
        <translation>已移除的主机</translation>
    </message>
    <message>
        <source>again, {size}</source>
        <translation>重新下载，{size}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>from {host}</source>
        <translation>从 {host}</translation>
    </message>
    <message>
        <source>on {host}</source>
        <translation>在 {host} 上</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} 个运行中</translation>
    </message>
    <message>
        <source>{count} running, {speed}</source>
        <translation>{count} 个运行中，{speed}</translation>
    </message>
    <message>
        <source>{count} running, {speed} together</source>
        <translation>{count} 个运行中，合计 {speed}</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>无法读取 {file}。</translation>
    </message>
    <message>
        <source>{file} is no longer the file that was looked at.</source>
        <translation>{file} 已不是之前查看的那个文件。</translation>
    </message>
    <message>
        <source>{host} already has {target}.</source>
        <translation>{host} 上已有 {target}。</translation>
    </message>
    <message>
        <source>{host} begins to create it</source>
        <translation>{host} 开始创建模型</translation>
    </message>
    <message>
        <source>{host} does not list the copy under {target}.</source>
        <translation>{host} 的列表中没有副本 {target}。</translation>
    </message>
    <message>
        <source>{host} has no {base} and pulls it first</source>
        <translation>{host} 上没有 {base}，先拉取它</translation>
    </message>
    <message>
        <source>{host} is busy, asked again in {left}</source>
        <translation>{host} 忙碌，{left}后再次请求</translation>
    </message>
    <message>
        <source>{host} is pulling that very name.</source>
        <translation>{host} 正在拉取这个名称。</translation>
    </message>
    <message>
        <source>{host} kept the capitals it knew for {target}.</source>
        <translation>{host} 对 {target} 沿用了原有的大小写。</translation>
    </message>
    <message>
        <source>{job} {place}</source>
        <translation>{job}，{place}</translation>
    </message>
    <message>
        <source>{model} and {target} are one name to {host}.</source>
        <translation>对 {host} 来说，{model} 和 {target} 是同一个名称。</translation>
    </message>
    <message>
        <source>{model} has no account's name before it, so nobody could push it.</source>
        <translation>{model} 的名称前没有账户名，无法推送。</translation>
    </message>
    <message>
        <source>{model} was not copied on {host}</source>
        <translation>{host} 上的 {model} 未能复制</translation>
    </message>
    <message>
        <source>{model} was not created on {host}</source>
        <translation>未能在 {host} 上创建 {model}</translation>
    </message>
    <message>
        <source>{model} was not deleted on {host}</source>
        <translation>{host} 上的 {model} 未能删除</translation>
    </message>
    <message>
        <source>{model} was not pulled to {host}</source>
        <translation>{model} 未能拉取到 {host}</translation>
    </message>
    <message>
        <source>{model} was not pushed from {host}</source>
        <translation>未能从 {host} 推送 {model}</translation>
    </message>
    <message>
        <source>{model} was not renamed on {host}</source>
        <translation>{host} 上的 {model} 未能重命名</translation>
    </message>
    <message>
        <source>{speed}, {time}</source>
        <translation>{speed}，{time}</translation>
    </message>
    <message>
        <source>{state}, for {time} now</source>
        <translation>{state}，已持续 {time}</translation>
    </message>
    <message numerus="yes">
        <source>{state}, restarted %n times</source>
        <translation>
            <numerusform>{state}，已重启 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{state}, restarted once</source>
        <translation>{state}，已重启 1 次</translation>
    </message>
    <message>
        <source>{state}, starts again: {host} keeps nothing of half a file</source>
        <translation>{state}，重新开始：{host} 不会保留未传完的文件</translation>
    </message>
    <message>
        <source>{target} is there, but {model} could not be deleted.</source>
        <translation>{target} 已存在，但 {model} 未能删除。</translation>
    </message>
</context>
<context>
    <name>JobsBadge</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running or waiting</source>
        <translation>
            <numerusform>%n 个运行中或等待中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsChooser</name>
    <message>
        <source>Jobs shown</source>
        <translation>显示的任务</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Clear finished</source>
        <translation>清除已结束的任务</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>还没有任务</translation>
    </message>
    <message>
        <source>None of the jobs is of this kind</source>
        <translation>没有此类任务</translation>
    </message>
    <message>
        <source>Pull model</source>
        <translation>拉取模型</translation>
    </message>
    <message>
        <source>Pulls at once on each host</source>
        <translation>每台主机同时拉取的数量</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>显示所有任务</translation>
    </message>
    <message>
        <source>The others are still there.</source>
        <translation>其他任务仍在列表中。</translation>
    </message>
    <message>
        <source>What you pull, create, push, copy or delete is shown here,
with how far it is.</source>
        <translation>拉取、创建、推送、复制和删除
都会连同进度显示在这里。</translation>
    </message>
</context>
<context>
    <name>JobsSide</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Jobs shown</source>
        <translation>显示的任务</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>{facts}, {fact}</source>
        <translation>{facts}，{fact}</translation>
    </message>
    <message>
        <source>{label}: {text}</source>
        <translation>{label}：{text}</translation>
    </message>
    <message>
        <source>{names} and {name}</source>
        <translation>{names} 和 {name}</translation>
    </message>
    <message>
        <source>{sentences} {sentence}</source>
        <translation>{sentences}{sentence}</translation>
    </message>
    <message>
        <source>{sentences}. {sentence}</source>
        <translation>{sentences}。{sentence}</translation>
    </message>
    <message>
        <source>{text} ({note})</source>
        <translation>{text}（{note}）</translation>
    </message>
    <message>
        <source>{words}, {word}</source>
        <translation>{words}、{word}</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 项</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 个成员</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>In the schema, {place}: {keyword} is wrong</source>
        <translation>Schema 的 {place} 处：{keyword} 有误</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {reason}</source>
        <translation>第 {line} 行第 {column} 列：{reason}</translation>
    </message>
    <message>
        <source>Not JSON: {reason}</source>
        <translation>不是 JSON：{reason}</translation>
    </message>
    <message>
        <source>Not checked: {keywords}</source>
        <translation>未检查：{keywords}</translation>
    </message>
    <message>
        <source>Not checked: {keyword}</source>
        <translation>未检查：{keyword}</translation>
    </message>
    <message>
        <source>This key stands here more than once.</source>
        <translation>这个键在此处出现了多次。</translation>
    </message>
    <message>
        <source>Too large to be checked to its end</source>
        <translation>内容过大，未能全部检查</translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation>有效的 JSON</translation>
    </message>
    <message>
        <source>Valid JSON, not checked in full</source>
        <translation>有效的 JSON，未全部检查</translation>
    </message>
    <message>
        <source>Valid JSON; the schema cannot be read</source>
        <translation>有效的 JSON，但无法读取 Schema</translation>
    </message>
    <message>
        <source>Valid: matches the schema</source>
        <translation>有效：符合 Schema</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>缺少冒号</translation>
    </message>
    <message>
        <source>a comma or a bracket is missing</source>
        <translation>缺少逗号或括号</translation>
    </message>
    <message>
        <source>a control character has to be escaped</source>
        <translation>控制字符需要转义</translation>
    </message>
    <message>
        <source>a key in double quotes is missing</source>
        <translation>缺少双引号中的键</translation>
    </message>
    <message>
        <source>a schema is an object: {…}</source>
        <translation>Schema 必须是对象：{…}</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>缺少值</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>另有 {number} 个</translation>
    </message>
    <message>
        <source>it is too long to be read</source>
        <translation>内容过长，无法读取</translation>
    </message>
    <message>
        <source>its brackets are too deep</source>
        <translation>括号嵌套过深</translation>
    </message>
    <message>
        <source>repeated key</source>
        <translation>重复的键</translation>
    </message>
    <message>
        <source>there is a comma too many</source>
        <translation>多了一个逗号</translation>
    </message>
    <message>
        <source>there is more behind its end</source>
        <translation>结尾之后还有多余内容</translation>
    </message>
    <message>
        <source>there is no such escape</source>
        <translation>没有这种转义</translation>
    </message>
    <message>
        <source>this text has no end</source>
        <translation>字符串没有结尾</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 到 {last}</translation>
    </message>
    <message>
        <source>{place}: none of {count} choices fits</source>
        <translation>{place}：{count} 个选项均不符合</translation>
    </message>
    <message>
        <source>{place}: several of {count} choices fit</source>
        <translation>{place}：{count} 个选项中有多个符合</translation>
    </message>
    <message>
        <source>{place}: this is not allowed here</source>
        <translation>{place}：此处不允许</translation>
    </message>
    <message>
        <source>{place}: this key is not in the schema</source>
        <translation>{place}：Schema 中没有这个键</translation>
    </message>
    <message>
        <source>{place}: {actual} instead of {expected}</source>
        <translation>{place}：应为 {expected}，实为 {actual}</translation>
    </message>
    <message>
        <source>{place}: {actual} is no multiple of {limit}</source>
        <translation>{place}：{actual} 不是 {limit} 的倍数</translation>
    </message>
    <message>
        <source>{place}: {actual} is none of {expected}</source>
        <translation>{place}：{actual} 不在 {expected} 之中</translation>
    </message>
    <message>
        <source>{place}: {actual} is not {expected}</source>
        <translation>{place}：{actual} 不等于 {expected}</translation>
    </message>
    <message>
        <source>{place}: {actual} was there before</source>
        <translation>{place}：{actual} 与前面重复</translation>
    </message>
    <message>
        <source>{place}: {actual}, but {keyword} is {limit}</source>
        <translation>{place}：值为 {actual}，但 {keyword} 为 {limit}</translation>
    </message>
    <message>
        <source>{place}: {key} is missing</source>
        <translation>{place}：缺少 {key}</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>JSON answer</source>
        <translation>JSON 回答</translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>Answer as text</source>
        <translation>文本形式的回答</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Show the answer as</source>
        <translation>回答的显示方式</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to the newest</source>
        <translation>跳到最新</translation>
    </message>
</context>
<context>
    <name>KeepMenu</name>
    <message>
        <source>Chat with it</source>
        <translation>用它对话</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Keep for 1 hour</source>
        <translation>保持加载 1 小时</translation>
    </message>
    <message>
        <source>Keep for 5 minutes</source>
        <translation>保持加载 5 分钟</translation>
    </message>
    <message>
        <source>Keep until I say so</source>
        <translation>保持加载，直到我卸载</translation>
    </message>
    <message>
        <source>Pin: load it again after a restart of its host</source>
        <translation>常驻：主机重启后再次加载</translation>
    </message>
    <message>
        <source>Show it in Models</source>
        <translation>在“模型”中显示</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消常驻</translation>
    </message>
</context>
<context>
    <name>KeepRow</name>
    <message>
        <source>1 hour after the last answer</source>
        <translation>上次回答后 1 小时</translation>
    </message>
    <message>
        <source>30m, 2h or 90s</source>
        <translation>30m、2h 或 90s</translation>
    </message>
    <message>
        <source>5 minutes after the last answer</source>
        <translation>上次回答后 5 分钟</translation>
    </message>
    <message>
        <source>A number alone counts as seconds</source>
        <translation>只写数字表示秒</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>其他时长…</translation>
    </message>
    <message>
        <source>As the host has it</source>
        <translation>沿用主机设置</translation>
    </message>
    <message>
        <source>How long it stays loaded</source>
        <translation>保持加载的时长</translation>
    </message>
    <message>
        <source>This is not a time. Type one such as 30m, 2h or 90s.</source>
        <translation>这不是时长。输入如 30m、2h 或 90s 的时长。</translation>
    </message>
    <message>
        <source>Unload at once</source>
        <translation>立即卸载</translation>
    </message>
    <message>
        <source>Until it is unloaded</source>
        <translation>直到手动卸载</translation>
    </message>
    <message>
        <source>{time} after the last answer</source>
        <translation>上次回答后 {time}</translation>
    </message>
</context>
<context>
    <name>KeepingChoice</name>
    <message>
        <source>Keep it in a file all the same</source>
        <translation>仍然保存在文件中</translation>
    </message>
    <message>
        <source>No keyring answers on this computer, so it cannot be kept in one.</source>
        <translation>本机没有可用的密钥环，无法保存在密钥环中。</translation>
    </message>
    <message>
        <source>The file is not encrypted; its rights let only you read it.</source>
        <translation>文件未加密；其权限只允许你读取。</translation>
    </message>
    <message>
        <source>Tick this, or choose another place.</source>
        <translation>勾选此项，或选择其他位置。</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>保存位置</translation>
    </message>
</context>
<context>
    <name>KeptLine</name>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Forgotten once you save.</source>
        <translation>保存后将清除。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>KeyValues</name>
    <message>
        <source>Copy {key}</source>
        <translation>复制“{key}”</translation>
    </message>
</context>
<context>
    <name>KeysView</name>
    <message>
        <source>Everywhere</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>LargePicture</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LaterChoice</name>
    <message>
        <source>Answers to other programs are cut off.</source>
        <translation>给其他程序的回答会被中断。</translation>
    </message>
    <message>
        <source>Before I log in, too</source>
        <translation>登录之前也启动</translation>
    </message>
    <message>
        <source>No service runs Ollama here, so nothing starts it by itself. On Linux Ollama's own installer makes one; its app for macOS and Windows has a switch of its own.</source>
        <translation>本机没有运行 Ollama 的系统服务，因此它不会自动启动。Linux 上，系统服务由 Ollama 的安装程序创建；macOS 和 Windows 的 Ollama 应用自带开关。</translation>
    </message>
    <message>
        <source>Paddock finds it again the next time, and can stop it then.</source>
        <translation>Paddock 下次启动时会再找到它，那时可以停止它。</translation>
    </message>
    <message>
        <source>Start by itself</source>
        <translation>自动启动</translation>
    </message>
    <message>
        <source>The server ends too</source>
        <translation>服务器一并结束</translation>
    </message>
    <message>
        <source>The server goes on</source>
        <translation>服务器继续运行</translation>
    </message>
    <message>
        <source>This is for all of your services that start by themselves: they then start with the computer, and do not end when you log out.</source>
        <translation>这适用于你的所有自动启动的服务：它们会随电脑启动，注销时也不结束。</translation>
    </message>
    <message>
        <source>When Paddock is closed</source>
        <translation>Paddock 关闭时</translation>
    </message>
    <message>
        <source>When the computer is started</source>
        <translation>开机时</translation>
    </message>
</context>
<context>
    <name>LeavingQuestion</name>
    <message>
        <source>Go on in the background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>Pulls go on at the next start, where they were. Other jobs end.</source>
        <translation>拉取会在下次启动时从中断处继续。其他任务将终止。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message numerus="yes">
        <source>Quit while %n jobs run?</source>
        <translation>
            <numerusform>有 %n 个任务正在运行，要退出吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit while a job runs?</source>
        <translation>有任务正在运行，要退出吗？</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>不退出</translation>
    </message>
    <message>
        <source>They end. What a host has already of a pulled model stays there.</source>
        <translation>任务将终止。主机上已拉取的部分会保留在那里。</translation>
    </message>
</context>
<context>
    <name>LeftoversPart</name>
    <message>
        <source>Age</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Leftovers</source>
        <translation>残留</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Nothing is left over. Downloads that were broken off and files that no model uses any more would stand here.</source>
        <translation>没有残留。中断的下载和不再有模型使用的文件会出现在这里。</translation>
    </message>
    <message>
        <source>Remove all, {size}…</source>
        <translation>全部删除（{size}）…</translation>
    </message>
    <message>
        <source>Remove selected, {size}…</source>
        <translation>删除所选，{size}…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>{size} that no model uses. A pull goes on from a partial download.</source>
        <translation>{size} 没有模型使用。拉取会从未完成的下载继续。</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the licence</source>
        <translation>编辑许可</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>the base's own</source>
        <translation>沿用基础模型</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>A name such as MIT, or the whole text.</source>
        <translation>名称（如 MIT）或全文。</translation>
    </message>
    <message>
        <source>Add licence</source>
        <translation>添加许可</translation>
    </message>
    <message>
        <source>Another licence</source>
        <translation>另一份许可</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Use this licence</source>
        <translation>使用此许可</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>要打开此链接吗？</translation>
    </message>
    <message>
        <source>The name has letters that can look like others.</source>
        <translation>名称中有容易与其他字母混淆的字母。</translation>
    </message>
    <message>
        <source>The whole address</source>
        <translation>完整地址</translation>
    </message>
    <message>
        <source>What stands before the @ is not where the link leads.</source>
        <translation>@ 前面的内容不是链接真正要打开的地址。</translation>
    </message>
    <message>
        <source>Write a mail?</source>
        <translation>要写邮件吗？</translation>
    </message>
    <message>
        <source>Write mail</source>
        <translation>写邮件</translation>
    </message>
</context>
<context>
    <name>LoadDialog</name>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>As the host has it</source>
        <translation>按主机设置</translation>
    </message>
    <message>
        <source>As the host has it, {context}</source>
        <translation>按主机设置，{context}</translation>
    </message>
    <message>
        <source>Context (num_ctx)</source>
        <translation>上下文（num_ctx）</translation>
    </message>
    <message>
        <source>Everything that is installed there is loaded already.</source>
        <translation>那里安装的模型都已加载。</translation>
    </message>
    <message>
        <source>Filter the models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Its models are not known yet.</source>
        <translation>尚不知道它有哪些模型。</translation>
    </message>
    <message>
        <source>Keep loaded</source>
        <translation>保持加载</translation>
    </message>
    <message>
        <source>Load a model on {host}</source>
        <translation>在 {host} 上加载模型</translation>
    </message>
    <message>
        <source>Load on {host}</source>
        <translation>在 {host} 上加载</translation>
    </message>
    <message>
        <source>Models that are not loaded</source>
        <translation>未加载的模型</translation>
    </message>
    <message>
        <source>No model is chosen</source>
        <translation>未选择模型</translation>
    </message>
    <message>
        <source>Pull a model…</source>
        <translation>拉取模型…</translation>
    </message>
    <message>
        <source>Until I say so</source>
        <translation>直到我卸载</translation>
    </message>
    <message>
        <source>{host} does not answer</source>
        <translation>{host} 没有响应</translation>
    </message>
</context>
<context>
    <name>LoadForm</name>
    <message numerus="yes">
        <source>%n at once</source>
        <translation>
            <numerusform>%n 个并行</numerusform>
        </translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Each has a context of its own (OLLAMA_NUM_PARALLEL).</source>
        <translation>每个请求有自己的上下文（OLLAMA_NUM_PARALLEL）。</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>KV cache type</source>
        <translation>KV 缓存类型</translation>
    </message>
    <message>
        <source>Parallel requests</source>
        <translation>并行请求</translation>
    </message>
    <message>
        <source>no flash attention</source>
        <translation>不用 Flash attention</translation>
    </message>
    <message>
        <source>num_ctx, slider</source>
        <translation>num_ctx 滑块</translation>
    </message>
</context>
<context>
    <name>LoadedRow</name>
    <message>
        <source>More for {model}</source>
        <translation>{model} 的更多操作</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Unload {model}</source>
        <translation>卸载 {model}</translation>
    </message>
</context>
<context>
    <name>LoadingRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel loading {model}</source>
        <translation>取消加载 {model}</translation>
    </message>
    <message>
        <source>Loading {model}</source>
        <translation>正在加载 {model}</translation>
    </message>
    <message>
        <source>Loading {model} with {context} context</source>
        <translation>正在加载 {model}，上下文 {context}</translation>
    </message>
</context>
<context>
    <name>LocalNotice</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>输出内容</translation>
    </message>
</context>
<context>
    <name>LocalServer</name>
    <message>
        <source>Another program has its port, and the system does not say which.</source>
        <translation>它的端口被另一个程序占用，系统没有说明是哪个。</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Letting Ollama start at login only</source>
        <translation>正在设置 Ollama 仅在登录时启动</translation>
    </message>
    <message>
        <source>Letting Ollama start before login</source>
        <translation>正在设置 Ollama 在登录之前启动</translation>
    </message>
    <message>
        <source>Letting Ollama start by itself</source>
        <translation>正在设置 Ollama 自动启动</translation>
    </message>
    <message>
        <source>Letting Ollama start by itself no more</source>
        <translation>正在取消 Ollama 自动启动</translation>
    </message>
    <message>
        <source>Looking for Ollama on this computer</source>
        <translation>正在本机查找 Ollama</translation>
    </message>
    <message>
        <source>Models folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>No service runs Ollama here. These values are kept in Paddock's settings, for the server that Paddock starts.</source>
        <translation>本机没有运行 Ollama 的系统服务。这些值保存在 Paddock 的设置中，用于 Paddock 启动的服务器。</translation>
    </message>
    <message>
        <source>Ollama could not be kept from starting by itself</source>
        <translation>无法取消 Ollama 自动启动</translation>
    </message>
    <message>
        <source>Ollama could not be restarted</source>
        <translation>无法重启 Ollama</translation>
    </message>
    <message>
        <source>Ollama could not be set to start at login only</source>
        <translation>无法设置 Ollama 仅在登录时启动</translation>
    </message>
    <message>
        <source>Ollama could not be set to start before login</source>
        <translation>无法设置 Ollama 在登录之前启动</translation>
    </message>
    <message>
        <source>Ollama could not be set to start by itself</source>
        <translation>无法设置 Ollama 自动启动</translation>
    </message>
    <message>
        <source>Ollama could not be started</source>
        <translation>无法启动 Ollama</translation>
    </message>
    <message>
        <source>Ollama could not be stopped</source>
        <translation>无法停止 Ollama</translation>
    </message>
    <message>
        <source>Ollama does not run</source>
        <translation>Ollama 未运行</translation>
    </message>
    <message>
        <source>Ollama ended by itself</source>
        <translation>Ollama 自行结束</translation>
    </message>
    <message>
        <source>Ollama has no sign-in. On every network this computer is in, whoever reaches it may use, fill and empty it.</source>
        <translation>Ollama 没有登录机制。本机所在网络中，能访问它的人都可以使用、填满或清空它。</translation>
    </message>
    <message>
        <source>Ollama has no sign-in. Whoever is in that network may use, fill and empty it.</source>
        <translation>Ollama 没有登录机制。该网络中的任何人都可以使用、填满或清空它。</translation>
    </message>
    <message>
        <source>Ollama runs as a service of the system</source>
        <translation>Ollama 作为系统服务运行</translation>
    </message>
    <message>
        <source>Ollama runs as a service of yours</source>
        <translation>Ollama 作为你的服务运行</translation>
    </message>
    <message>
        <source>Ollama runs in a container</source>
        <translation>Ollama 在容器中运行</translation>
    </message>
    <message>
        <source>Ollama runs, started by Paddock</source>
        <translation>Ollama 正在运行，由 Paddock 启动</translation>
    </message>
    <message>
        <source>Ollama runs, started by hand</source>
        <translation>Ollama 正在运行，由手动启动</translation>
    </message>
    <message>
        <source>Ollama runs, started by its desktop app</source>
        <translation>Ollama 正在运行，由其桌面应用启动</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Restart Ollama</source>
        <translation>重启 Ollama</translation>
    </message>
    <message>
        <source>Restarting Ollama</source>
        <translation>正在重启 Ollama</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Set by setx for your account. Ollama takes it up when its app is started the next time.</source>
        <translation>由 setx 为你的账户设置。Ollama 的应用下次启动时生效。</translation>
    </message>
    <message>
        <source>Size of the models</source>
        <translation>模型大小</translation>
    </message>
    <message>
        <source>Something listens where Ollama would, and the system does not say what</source>
        <translation>Ollama 的端口上有程序监听，但系统没有说明是什么</translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation>启动 Ollama</translation>
    </message>
    <message>
        <source>Start Ollama at login only</source>
        <translation>仅在登录时启动 Ollama</translation>
    </message>
    <message>
        <source>Start Ollama before login</source>
        <translation>在登录之前启动 Ollama</translation>
    </message>
    <message>
        <source>Start Ollama by hand only</source>
        <translation>仅手动启动 Ollama</translation>
    </message>
    <message>
        <source>Start Ollama by itself</source>
        <translation>让 Ollama 自动启动</translation>
    </message>
    <message>
        <source>Starting Ollama</source>
        <translation>正在启动 Ollama</translation>
    </message>
    <message>
        <source>Starts by itself</source>
        <translation>自动启动</translation>
    </message>
    <message>
        <source>Stop Ollama</source>
        <translation>停止 Ollama</translation>
    </message>
    <message>
        <source>Stopping Ollama</source>
        <translation>正在停止 Ollama</translation>
    </message>
    <message>
        <source>The environment could not be written whole</source>
        <translation>环境变量未能完整写入</translation>
    </message>
    <message>
        <source>The proxy's password can then be read by everybody who uses this computer.</source>
        <translation>之后，使用本机的所有人都能读到代理的密码。</translation>
    </message>
    <message>
        <source>The service also reads a file of variables, and what stands there has the last word.</source>
        <translation>该服务还会读取一个变量文件，以其中的值为准。</translation>
    </message>
    <message>
        <source>There is no Ollama on this computer</source>
        <translation>本机没有 Ollama</translation>
    </message>
    <message>
        <source>Told to macOS by launchctl, which forgets it when you log out.</source>
        <translation>由 launchctl 告知 macOS，注销后失效。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version {version} is installed</source>
        <translation>已安装版本 {version}</translation>
    </message>
    <message>
        <source>Version {version} on port {port}</source>
        <translation>版本 {version}，端口 {port}</translation>
    </message>
    <message>
        <source>What the server is doing now, answers and downloads, is cut off.</source>
        <translation>服务器正在进行的回答和下载会被中断。</translation>
    </message>
    <message>
        <source>Write the environment</source>
        <translation>写入环境变量</translation>
    </message>
    <message>
        <source>Writing the environment</source>
        <translation>正在写入环境变量</translation>
    </message>
    <message>
        <source>Written as a systemd drop-in, a small file beside the service, which the administrator has to agree to. The service's own file stays as it is.</source>
        <translation>写成 systemd 的 drop-in 配置，即服务旁的一个小文件，需要管理员同意。服务自身的文件保持不变。</translation>
    </message>
    <message>
        <source>Written as a systemd drop-in, a small file of yours beside the service. The service's own file stays as it is.</source>
        <translation>写成 systemd 的 drop-in 配置，即服务旁你自己的一个小文件。服务自身的文件保持不变。</translation>
    </message>
    <message>
        <source>at least {size}</source>
        <translation>至少 {size}</translation>
    </message>
    <message>
        <source>macOS forgets these values when you log out.</source>
        <translation>注销后，macOS 会忘记这些值。</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>not known to this account</source>
        <translation>此账户无从得知</translation>
    </message>
    <message>
        <source>when the computer starts</source>
        <translation>开机时</translation>
    </message>
    <message>
        <source>when you log in</source>
        <translation>登录时</translation>
    </message>
    <message>
        <source>{port}, and the system says no more</source>
        <translation>{port}，系统没有更多说明</translation>
    </message>
    <message>
        <source>{port}, for this computer alone</source>
        <translation>{port}，仅限本机</translation>
    </message>
    <message>
        <source>{port}, free</source>
        <translation>{port}，空闲</translation>
    </message>
    <message>
        <source>{port}, held by {program}</source>
        <translation>{port}，被 {program} 占用</translation>
    </message>
    <message>
        <source>{port}, open to other computers</source>
        <translation>{port}，对其他电脑开放</translation>
    </message>
    <message>
        <source>{port}, where nothing listens</source>
        <translation>{port}，没有程序监听</translation>
    </message>
    <message>
        <source>{program} has its port. End that, or let Ollama listen on another one.</source>
        <translation>它的端口被 {program} 占用。结束该程序，或让 Ollama 监听另一个端口。</translation>
    </message>
    <message>
        <source>{what}, step {step} of {steps}</source>
        <translation>{what}，第 {step} 步，共 {steps} 步</translation>
    </message>
</context>
<context>
    <name>LocalServerPage</name>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Local server</source>
        <translation>本机服务</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>The Ollama of this computer: who runs it, its log, its environment</source>
        <translation>本机的 Ollama：由谁运行、日志和环境变量</translation>
    </message>
</context>
<context>
    <name>LogDetail</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>复制此行</translation>
    </message>
    <message>
        <source>The whole line</source>
        <translation>整行内容</translation>
    </message>
</context>
<context>
    <name>LogEmpty</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>LogList</name>
    <message>
        <source>Log of the server</source>
        <translation>服务器日志</translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message numerus="yes">
        <source>%n lines were copied</source>
        <translation>
            <numerusform>已复制 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the chosen lines, or all</source>
        <translation>复制所选行或全部</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>筛选日志</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>No line is like that.</source>
        <translation>没有符合的行。</translation>
    </message>
    <message>
        <source>No more comes: {problem}. It is tried again every few seconds.</source>
        <translation>不再有新内容：{problem}。每隔几秒会重试。</translation>
    </message>
    <message>
        <source>One line was copied</source>
        <translation>已复制 1 行</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>{shown} of {all} lines</source>
        <translation>{shown} / {all} 行</translation>
    </message>
</context>
<context>
    <name>LogTable</name>
    <message>
        <source>explained</source>
        <translation>有说明</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一个区域</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>窗口的上一个区域</translation>
    </message>
</context>
<context>
    <name>ManualProxy</name>
    <message>
        <source>A name and a port, or a URL with http://, https:// or socks5://</source>
        <translation>名称加端口，或以 http://、https://、socks5:// 开头的 URL</translation>
    </message>
    <message>
        <source>Except for</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Names, endings, addresses and networks that go direct</source>
        <translation>直连的名称、后缀、地址和网络</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Not seen by the model</source>
        <translation>模型未看到</translation>
    </message>
    <message>
        <source>Pinned: it is never left out</source>
        <translation>已固定：永远不会省略</translation>
    </message>
</context>
<context>
    <name>Memory</name>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>剩余 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models loaded on {hosts} hosts, {size}</source>
        <translation>
            <numerusform>{hosts} 台主机上已加载 %n 个模型，{size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models loaded on {host}, {size}</source>
        <translation>
            <numerusform>{host} 上已加载 %n 个模型，{size}</numerusform>
        </translation>
    </message>
    <message>
        <source>1 minute left</source>
        <translation>剩余 1 分钟</translation>
    </message>
    <message>
        <source>1 model loaded on {host}, {size}</source>
        <translation>{host} 上已加载 1 个模型，{size}</translation>
    </message>
    <message>
        <source>A smaller model or a smaller quantization would run on the GPU.</source>
        <translation>更小的模型或更小的量化可以在 GPU 上运行。</translation>
    </message>
    <message>
        <source>Asking what is loaded</source>
        <translation>正在询问加载了什么</translation>
    </message>
    <message>
        <source>Does not fit on this host</source>
        <translation>此主机放不下</translation>
    </message>
    <message>
        <source>Does not fit on {host}: needs {need}</source>
        <translation>{host} 放不下：需要 {need}</translation>
    </message>
    <message>
        <source>Down since {time}, nothing is known</source>
        <translation>自 {time} 起离线，情况未知</translation>
    </message>
    <message>
        <source>Down, nothing is known</source>
        <translation>离线，情况未知</translation>
    </message>
    <message>
        <source>Enter it, and whether this fits is worked out.</source>
        <translation>填写后即可算出是否放得下。</translation>
    </message>
    <message>
        <source>Fits in {host}'s memory: {used}</source>
        <translation>{host} 的内存放得下：{used}</translation>
    </message>
    <message>
        <source>Fits on the GPU, but only just</source>
        <translation>GPU 勉强放得下</translation>
    </message>
    <message>
        <source>Fits on the GPU, with room to spare</source>
        <translation>GPU 放得下，且有余量</translation>
    </message>
    <message>
        <source>Fits on {host}'s GPU: {used}</source>
        <translation>{host} 的 GPU 放得下：{used}</translation>
    </message>
    <message>
        <source>How much memory this host has is not known</source>
        <translation>此主机有多少内存未知</translation>
    </message>
    <message>
        <source>How much {host} has is guessed: it had that much in use once.</source>
        <translation>{host} 的内存大小是推测的：曾经用到这么多。</translation>
    </message>
    <message>
        <source>It does not say how much memory it takes</source>
        <translation>它没有说明占用多少内存</translation>
    </message>
    <message>
        <source>It runs in the cloud and takes no memory here</source>
        <translation>它在云端运行，不占用这里的内存</translation>
    </message>
    <message>
        <source>It stays where it is until it is loaded anew.</source>
        <translation>重新加载之前，它会留在原处。</translation>
    </message>
    <message>
        <source>It takes {size} of the computer's memory.</source>
        <translation>占用电脑内存 {size}。</translation>
    </message>
    <message>
        <source>Just fits in {host}'s memory: {used}</source>
        <translation>{host} 的内存勉强放得下：{used}</translation>
    </message>
    <message>
        <source>Just fits on {host}'s GPU: {used}</source>
        <translation>{host} 的 GPU 勉强放得下：{used}</translation>
    </message>
    <message>
        <source>Leaves memory as soon as it is idle</source>
        <translation>空闲后立即移出内存</translation>
    </message>
    <message>
        <source>Leaves memory at {time}, if nobody asks it</source>
        <translation>若无请求，{time} 移出内存</translation>
    </message>
    <message>
        <source>Needs {need}; how much memory {host} has is not known</source>
        <translation>需要 {need}；{host} 有多少内存未知</translation>
    </message>
    <message>
        <source>Needs {size}, as measured</source>
        <translation>需要 {size}（实测）</translation>
    </message>
    <message>
        <source>Needs {size}, estimated</source>
        <translation>需要 {size}（估算）</translation>
    </message>
    <message>
        <source>Needs {size}, guessed from its size</source>
        <translation>需要 {size}（按文件大小推测）</translation>
    </message>
    <message>
        <source>Needs {size}, learned from other loads</source>
        <translation>需要 {size}（据其他加载）</translation>
    </message>
    <message>
        <source>No context makes it fit on the GPU.</source>
        <translation>上下文再短，GPU 也放不下。</translation>
    </message>
    <message>
        <source>Nothing is loaded</source>
        <translation>没有加载任何模型</translation>
    </message>
    <message>
        <source>Other models may be unloaded for it.</source>
        <translation>可能会卸载其他模型。</translation>
    </message>
    <message>
        <source>Part runs on the CPU: {count} of {all} layers on the GPU</source>
        <translation>部分在 CPU 上运行：GPU 上 {count}/{all} 层</translation>
    </message>
    <message>
        <source>Part runs on {host}'s CPU: {count} of {all} layers fit on the GPU</source>
        <translation>部分在 {host} 的 CPU 上运行：GPU 容纳 {count}/{all} 层</translation>
    </message>
    <message>
        <source>Runs on the CPU: no GPU is known here</source>
        <translation>在 CPU 上运行：这里没有已知的 GPU</translation>
    </message>
    <message>
        <source>Runs on the CPU: no layer fits on the GPU</source>
        <translation>在 CPU 上运行：GPU 连一层也放不下</translation>
    </message>
    <message>
        <source>Runs on {host}'s CPU, takes {need}</source>
        <translation>在 {host} 的 CPU 上运行，占用 {need}</translation>
    </message>
    <message>
        <source>Stays in memory until somebody unloads it</source>
        <translation>留在内存中，直到有人卸载</translation>
    </message>
    <message>
        <source>Stays in memory, and is loaded again after a restart of its host</source>
        <translation>留在内存中，主机重启后再次加载</translation>
    </message>
    <message>
        <source>The host does not say how large it is</source>
        <translation>主机没有说明它有多大</translation>
    </message>
    <message>
        <source>The host does not say how long it stays</source>
        <translation>主机没有说明它会停留多久</translation>
    </message>
    <message>
        <source>The model or its host is not in the list any more</source>
        <translation>该模型或其主机已不在列表中</translation>
    </message>
    <message>
        <source>The other models here hold {size} of the GPU.</source>
        <translation>这里的其他模型占用 {size} 显存。</translation>
    </message>
    <message>
        <source>This is the largest context that fits.</source>
        <translation>这是放得下的最大上下文。</translation>
    </message>
    <message>
        <source>This name was deleted, it goes by itself at {time}</source>
        <translation>此名称已删除，将在 {time} 自行消失</translation>
    </message>
    <message>
        <source>This name was deleted, it goes when Ollama is started again</source>
        <translation>此名称已删除，Ollama 重启后消失</translation>
    </message>
    <message>
        <source>This name was deleted, {name} has its weights</source>
        <translation>此名称已删除，{name} 使用相同的权重</translation>
    </message>
    <message>
        <source>Up to {context} of context would fit.</source>
        <translation>上下文最多可设为 {context}。</translation>
    </message>
    <message>
        <source>Who tells its memory does not answer</source>
        <translation>提供内存信息的程序没有响应</translation>
    </message>
    <message>
        <source>Who tells its memory refuses</source>
        <translation>提供内存信息的程序拒绝访问</translation>
    </message>
    <message>
        <source>Who tells its memory says nothing of it</source>
        <translation>提供内存信息的程序没有给出内容</translation>
    </message>
    <message>
        <source>With num_ctx {context} it would, without the other models.</source>
        <translation>如果没有其他模型，num_ctx 设为 {context} 就放得下。</translation>
    </message>
    <message>
        <source>With num_ctx {context} it would.</source>
        <translation>num_ctx 设为 {context} 就放得下。</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>另有 {names}</translation>
    </message>
    <message>
        <source>also {names} and {number} more</source>
        <translation>另有 {names} 等 {number} 个名称</translation>
    </message>
    <message>
        <source>entered by you</source>
        <translation>你填写的</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>推测</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到 1 分钟</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>no GPU</source>
        <translation>无 GPU</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>常驻</translation>
    </message>
    <message>
        <source>ssh did not get there</source>
        <translation>ssh 未能连接</translation>
    </message>
    <message>
        <source>told by the server</source>
        <translation>服务器提供</translation>
    </message>
    <message>
        <source>unloading</source>
        <translation>卸载中</translation>
    </message>
    <message>
        <source>until you say so</source>
        <translation>直到你卸载</translation>
    </message>
    <message>
        <source>{context} context</source>
        <translation>上下文 {context}</translation>
    </message>
    <message>
        <source>{host} did not say how much memory it takes</source>
        <translation>{host} 没有说明它占用多少内存</translation>
    </message>
    <message>
        <source>{host} does not answer at the moment.</source>
        <translation>{host} 目前没有响应。</translation>
    </message>
    <message>
        <source>{host} is being asked how much memory it takes</source>
        <translation>正在询问 {host} 它占用多少内存</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>{model} could not be loaded on {host}</source>
        <translation>无法在 {host} 上加载 {model}</translation>
    </message>
    <message>
        <source>{model} could not be unloaded from {host}</source>
        <translation>无法从 {host} 卸载 {model}</translation>
    </message>
    <message>
        <source>{model} is loaded on {host}</source>
        <translation>已在 {host} 上加载 {model}</translation>
    </message>
    <message>
        <source>{model} is unloaded from {host}</source>
        <translation>已从 {host} 卸载 {model}</translation>
    </message>
    <message>
        <source>{model} on {host}</source>
        <translation>{host} 上的 {model}</translation>
    </message>
    <message>
        <source>{quantization}, {context} context</source>
        <translation>{quantization}，上下文 {context}</translation>
    </message>
    <message>
        <source>{reason}, nothing is known</source>
        <translation>{reason}，情况未知</translation>
    </message>
    <message>
        <source>{share} runs on the CPU because {size} does not fit in the {free} of the GPU.</source>
        <translation>{share} 在 CPU 上运行，因为 GPU 的 {free} 放不下 {size}。</translation>
    </message>
    <message>
        <source>{share} runs on the CPU because {size} does not fit in the {free} that are free.</source>
        <translation>{share} 在 CPU 上运行，因为可用的 {free} 放不下 {size}。</translation>
    </message>
    <message>
        <source>{share} runs on the CPU because {size} does not fit in the {free} that are free: Ollama leaves {margin} of them.</source>
        <translation>{share} 在 CPU 上运行，因为可用的 {free} 放不下 {size}：Ollama 会保留其中的 {margin}。</translation>
    </message>
    <message>
        <source>{share} runs on the CPU because {size} does not fit on the GPU.</source>
        <translation>{share} 在 CPU 上运行，因为有 {size} 在 GPU 上放不下。</translation>
    </message>
    <message>
        <source>{share} runs on the CPU, though all of it would fit on the GPU.</source>
        <translation>{share} 在 CPU 上运行，尽管 GPU 放得下全部。</translation>
    </message>
    <message>
        <source>{size} RAM</source>
        <translation>{size} 内存</translation>
    </message>
    <message>
        <source>{size} RAM, no GPU</source>
        <translation>{size} 内存，无 GPU</translation>
    </message>
    <message>
        <source>{size} lies in the computer's memory, so slower.</source>
        <translation>有 {size} 在电脑内存中，因此较慢。</translation>
    </message>
    <message>
        <source>{size} of {free} free</source>
        <translation>{size}，可用 {free}</translation>
    </message>
    <message>
        <source>{size} on the CPU</source>
        <translation>CPU 上 {size}</translation>
    </message>
    <message>
        <source>{size} on the GPU</source>
        <translation>GPU 上 {size}</translation>
    </message>
    <message>
        <source>{size} would be left for the CPU, more than is free there.</source>
        <translation>有 {size} 要由 CPU 承担，超过可用内存。</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>{used} GPU</source>
        <translation>显存 {used}</translation>
    </message>
    <message>
        <source>{used} GPU in use</source>
        <translation>显存已用 {used}</translation>
    </message>
    <message>
        <source>{used} GPU in use, {others} by other programs</source>
        <translation>显存已用 {used}，其中其他程序 {others}</translation>
    </message>
    <message>
        <source>{used} or more</source>
        <translation>{used} 或更多</translation>
    </message>
    <message>
        <source>{used} unified</source>
        <translation>统一内存 {used}</translation>
    </message>
    <message>
        <source>{used} unified in use</source>
        <translation>统一内存已用 {used}</translation>
    </message>
</context>
<context>
    <name>MemoryActions</name>
    <message>
        <source>{model} is not in the memory of {host} any more.</source>
        <translation>{model} 已不在 {host} 的内存中。</translation>
    </message>
</context>
<context>
    <name>MemoryHeader</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Local server</source>
        <translation>本机服务</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Show this computer</source>
        <translation>显示本机</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>清理</translation>
    </message>
</context>
<context>
    <name>MemoryOverview</name>
    <message>
        <source>Add a host…</source>
        <translation>添加主机…</translation>
    </message>
    <message>
        <source>Each computer with Ollama has a card here: which models are in its memory,
how much of them on the GPU, and how much longer they stay.</source>
        <translation>每台装有 Ollama 的电脑在这里都有一张卡片：内存中有哪些模型，
有多少在 GPU 上，还会停留多久。</translation>
    </message>
    <message>
        <source>There is no host in the list</source>
        <translation>列表中没有主机</translation>
    </message>
</context>
<context>
    <name>MemoryParts</name>
    <message>
        <source>Ask every host, and look at this computer again</source>
        <translation>刷新所有主机，并重新查看本机</translation>
    </message>
    <message>
        <source>Filter the log of the local server</source>
        <translation>筛选本机服务的日志</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Show the local server</source>
        <translation>显示本机服务</translation>
    </message>
    <message>
        <source>Tidy up models and files</source>
        <translation>清理模型和文件</translation>
    </message>
</context>
<context>
    <name>MemorySide</name>
    <message>
        <source>Computer</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>last 5 minutes</source>
        <translation>最近 5 分钟</translation>
    </message>
</context>
<context>
    <name>MendQuestion</name>
    <message>
        <source>A pull takes any file with the right name for whole and does not read it. So the damaged files, {size}, are removed first.</source>
        <translation>拉取时，名称正确的文件会被视为完整而不读取。因此先删除损坏的文件，{size}。</translation>
    </message>
    <message>
        <source>Pull {models} again?</source>
        <translation>再次拉取 {models}？</translation>
    </message>
    <message>
        <source>Remove and pull</source>
        <translation>删除并拉取</translation>
    </message>
    <message>
        <source>Until they are there again these models cannot be used. One that was made on this computer cannot be pulled: it has to be made again.</source>
        <translation>在重新拉取完成之前，这些模型无法使用。在本机创建的模型无法拉取：须重新创建。</translation>
    </message>
</context>
<context>
    <name>MessageInput</name>
    <message>
        <source>Ask something, or drop a file</source>
        <translation>提问，或拖入文件</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Copy message as Markdown</source>
        <translation>将消息复制为 Markdown</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Pin, so it is never left out</source>
        <translation>固定，永远不会省略</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Remove this message</source>
        <translation>移除此消息</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>消息内容</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>角色</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n exchanges</source>
        <translation>
            <numerusform>%n 轮对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>1 exchange</source>
        <translation>1 轮对话</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 条消息</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add sample messages</source>
        <translation>添加示例消息</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the sample messages</source>
        <translation>编辑示例消息</translation>
    </message>
    <message>
        <source>Sample messages</source>
        <translation>示例消息</translation>
    </message>
</context>
<context>
    <name>MessagesDialog</name>
    <message>
        <source>Add message</source>
        <translation>添加消息</translation>
    </message>
    <message>
        <source>One of them cannot be written</source>
        <translation>其中一条无法写入</translation>
    </message>
    <message>
        <source>Sample messages</source>
        <translation>示例消息</translation>
    </message>
    <message>
        <source>The model takes them for the beginning of the conversation.</source>
        <translation>模型会将它们视为对话的开头。</translation>
    </message>
    <message>
        <source>Use these messages</source>
        <translation>使用这些消息</translation>
    </message>
</context>
<context>
    <name>MetadataSection</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Read the tokenizer’s lists</source>
        <translation>读取分词器列表</translation>
    </message>
    <message>
        <source>Reading the tokenizer’s lists</source>
        <translation>正在读取分词器列表</translation>
    </message>
    <message>
        <source>Search metadata</source>
        <translation>搜索元数据</translation>
    </message>
    <message>
        <source>{name}, {number} entries</source>
        <translation>{name}，{number} 项</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>About {used} tokens; the context is not known.</source>
        <translation>约 {used} 个词元；上下文长度未知。</translation>
    </message>
    <message>
        <source>Known once the model is loaded</source>
        <translation>模型加载后可知</translation>
    </message>
    <message>
        <source>Older messages were cut off: the model did not see them.</source>
        <translation>较早的消息已被截断：模型没有看到。</translation>
    </message>
    <message>
        <source>This is more than fits: the oldest messages would be cut off.</source>
        <translation>超出可容纳的长度：最早的消息将被截断。</translation>
    </message>
    <message>
        <source>This model was trained for no more than {tokens}.</source>
        <translation>此模型训练时的上下文最长为 {tokens}。</translation>
    </message>
    <message>
        <source>{used} of {context}</source>
        <translation>{used} / {context}</translation>
    </message>
    <message>
        <source>{used} of {context} tokens used, {share}.</source>
        <translation>已用 {used} 个词元，共 {context} 个，占 {share}。</translation>
    </message>
    <message>
        <source>{used} tokens, as asked for</source>
        <translation>{used} 词元（请求值）</translation>
    </message>
    <message>
        <source>{used} tokens, effective</source>
        <translation>{used} 词元（实际值）</translation>
    </message>
    <message>
        <source>{used} tokens, effective on {host}</source>
        <translation>{used} 词元（{host} 上的实际值）</translation>
    </message>
    <message>
        <source>~{used} tokens, of a context not known yet</source>
        <translation>~{used} 词元，上下文长度未知</translation>
    </message>
</context>
<context>
    <name>MeterRing</name>
    <message>
        <source>Context: {sentence}</source>
        <translation>上下文：{sentence}</translation>
    </message>
    <message>
        <source>Opens what the model sees.</source>
        <translation>打开后可查看模型看到的内容。</translation>
    </message>
</context>
<context>
    <name>MetricNames</name>
    <message>
        <source>Disk free</source>
        <translation>磁盘可用</translation>
    </message>
    <message>
        <source>Disk in all</source>
        <translation>磁盘总量</translation>
    </message>
    <message>
        <source>GPU memory free</source>
        <translation>可用显存</translation>
    </message>
    <message>
        <source>GPU memory in all</source>
        <translation>显存总量</translation>
    </message>
    <message>
        <source>GPU memory in use</source>
        <translation>已用显存</translation>
    </message>
    <message>
        <source>GPU memory reserved</source>
        <translation>保留显存</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Name of the card</source>
        <translation>显卡名称</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>RAM available</source>
        <translation>可用内存</translation>
    </message>
    <message>
        <source>RAM in all</source>
        <translation>内存总量</translation>
    </message>
    <message>
        <source>Seconds of the processors</source>
        <translation>处理器秒数</translation>
    </message>
    <message>
        <source>Swap free</source>
        <translation>可用交换空间</translation>
    </message>
    <message>
        <source>Swap in all</source>
        <translation>交换空间总量</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Copy names</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>复制…</translation>
    </message>
    <message>
        <source>Customise…</source>
        <translation>定制…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Open in the workshop</source>
        <translation>在工坊中打开</translation>
    </message>
    <message>
        <source>Push…</source>
        <translation>推送…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>{model} on {host}</source>
        <translation>{host} 上的 {model}</translation>
    </message>
</context>
<context>
    <name>ModelCells</name>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
</context>
<context>
    <name>Modelfile</name>
    <message>
        <source>A LoRA file that is put on the base</source>
        <translation>加在基础模型上的 LoRA 文件</translation>
    </message>
    <message>
        <source>A built-in reader of answers, by name</source>
        <translation>内置的回答解析器，按名称指定</translation>
    </message>
    <message>
        <source>A built-in writer of prompts, by name</source>
        <translation>内置的提示词渲染器，按名称指定</translation>
    </message>
    <message>
        <source>A part of many, from one place to another</source>
        <translation>取从一处到另一处的一段</translation>
    </message>
    <message>
        <source>A sample message that every chat begins with</source>
        <translation>每个对话开头的示例消息</translation>
    </message>
    <message>
        <source>A small model that guesses ahead</source>
        <translation>用于提前预测的小模型</translation>
    </message>
    <message>
        <source>An instruction in between</source>
        <translation>对话中穿插的指令</translation>
    </message>
    <message>
        <source>Goes on with the next of a range</source>
        <translation>继续 range 的下一项</translation>
    </message>
    <message>
        <source>How it answers, unless a request says otherwise</source>
        <translation>回答方式的默认设置，请求中可另行指定</translation>
    </message>
    <message>
        <source>How many there are</source>
        <translation>项数</translation>
    </message>
    <message>
        <source>How messages become the prompt</source>
        <translation>消息如何组成提示词</translation>
    </message>
    <message>
        <source>How much thinking is asked for</source>
        <translation>要求的思考程度</translation>
    </message>
    <message>
        <source>In a call: what the tool is given</source>
        <translation>调用中：传给工具的参数</translation>
    </message>
    <message>
        <source>In a function: its name</source>
        <translation>函数中：名称</translation>
    </message>
    <message>
        <source>In a message: its pictures</source>
        <translation>消息中：图像</translation>
    </message>
    <message>
        <source>In a message: its text</source>
        <translation>消息中：文本内容</translation>
    </message>
    <message>
        <source>In a message: system, user, assistant or tool</source>
        <translation>消息中：角色（system、user、assistant 或 tool）</translation>
    </message>
    <message>
        <source>In a message: the tools that it calls</source>
        <translation>消息中：调用的工具</translation>
    </message>
    <message>
        <source>In a message: what was thought before it</source>
        <translation>消息中：此前的思考内容</translation>
    </message>
    <message>
        <source>In a tool or a call: .Name and .Arguments</source>
        <translation>工具或调用中：含 .Name 和 .Arguments</translation>
    </message>
    <message>
        <source>In a tool's message: which tool answered</source>
        <translation>工具消息中：返回结果的工具</translation>
    </message>
    <message>
        <source>In a tool: what it takes</source>
        <translation>工具中：接受的参数</translation>
    </message>
    <message>
        <source>Leaves a range</source>
        <translation>跳出 range</translation>
    </message>
    <message>
        <source>Once for each, up to end</source>
        <translation>逐项重复，到 end 为止</translation>
    </message>
    <message>
        <source>One of many, by its place or name</source>
        <translation>按位置或名称取其中一项</translation>
    </message>
    <message>
        <source>The end of if, range, with, block or define</source>
        <translation>if、range、with、block 或 define 的结尾</translation>
    </message>
    <message>
        <source>The messages of a chat, for range</source>
        <translation>对话的消息，用于 range</translation>
    </message>
    <message>
        <source>The model, file or folder that it is made from</source>
        <translation>作为基础的模型、文件或文件夹</translation>
    </message>
    <message>
        <source>The oldest Ollama that can run it</source>
        <translation>可运行此模型的最低 Ollama 版本</translation>
    </message>
    <message>
        <source>The prompt of /api/generate</source>
        <translation>/api/generate 的提示词</translation>
    </message>
    <message>
        <source>The system prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>The terms under which it may be used</source>
        <translation>使用条款</translation>
    </message>
    <message>
        <source>The tools that a chat offers</source>
        <translation>对话提供的工具</translation>
    </message>
    <message>
        <source>Today, as 2026-01-31</source>
        <translation>今天的日期，格式如 2026-01-31</translation>
    </message>
    <message>
        <source>Up to end, only where something is there</source>
        <translation>有内容时采用，到 end 为止</translation>
    </message>
    <message>
        <source>Up to end, the dot is this</source>
        <translation>到 end 为止，点（.）代表此值</translation>
    </message>
    <message>
        <source>What else, up to end</source>
        <translation>否则采用，到 end 为止</translation>
    </message>
    <message>
        <source>What follows the place that is filled in</source>
        <translation>填充位置之后的文本</translation>
    </message>
    <message>
        <source>What it is told before every conversation</source>
        <translation>每次对话之前给模型的指令</translation>
    </message>
    <message>
        <source>What the model answers</source>
        <translation>模型的回答</translation>
    </message>
    <message>
        <source>What the person says</source>
        <translation>用户说的话</translation>
    </message>
    <message>
        <source>Where the answer goes</source>
        <translation>回答所在的位置</translation>
    </message>
    <message>
        <source>Whether a request says anything of thinking</source>
        <translation>请求是否指定了思考</translation>
    </message>
    <message>
        <source>Whether all are there</source>
        <translation>是否全部有值</translation>
    </message>
    <message>
        <source>Whether both are the same</source>
        <translation>两者是否相等</translation>
    </message>
    <message>
        <source>Whether both differ</source>
        <translation>两者是否不等</translation>
    </message>
    <message>
        <source>Whether it is not there</source>
        <translation>是否没有值</translation>
    </message>
    <message>
        <source>Whether one is there</source>
        <translation>是否至少一个有值</translation>
    </message>
    <message>
        <source>Whether the first is less</source>
        <translation>前者是否小于后者</translation>
    </message>
    <message>
        <source>Whether the first is less, or the same</source>
        <translation>前者是否小于或等于后者</translation>
    </message>
    <message>
        <source>Whether the first is more</source>
        <translation>前者是否大于后者</translation>
    </message>
    <message>
        <source>Whether the first is more, or the same</source>
        <translation>前者是否大于或等于后者</translation>
    </message>
    <message>
        <source>Whether thinking is asked for</source>
        <translation>是否要求思考</translation>
    </message>
    <message>
        <source>Written as JSON</source>
        <translation>写成 JSON</translation>
    </message>
    <message>
        <source>Written in a form</source>
        <translation>按格式写出</translation>
    </message>
    <message>
        <source>Written one after the other</source>
        <translation>依次写出</translation>
    </message>
    <message>
        <source>{help}. Without it: {value}</source>
        <translation>{help}。默认：{value}</translation>
    </message>
</context>
<context>
    <name>ModelfileForm</name>
    <message numerus="yes">
        <source>%n more in the text.</source>
        <translation>
            <numerusform>文本中另有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>A file of this computer</source>
        <translation>本机上的文件</translation>
    </message>
    <message>
        <source>A quote in line {line} took in what follows it.</source>
        <translation>第 {line} 行的引号把后面的内容也包含了进来。</translation>
    </message>
    <message>
        <source>Choose a model, or type a name or a path.</source>
        <translation>选择模型，或输入名称或路径。</translation>
    </message>
    <message>
        <source>Mend line {line} first</source>
        <translation>先改正第 {line} 行</translation>
    </message>
    <message>
        <source>Not on {hosts}: it would be pulled there.</source>
        <translation>{hosts} 上没有，将会拉取到那里。</translation>
    </message>
    <message>
        <source>Nothing would be downloaded.</source>
        <translation>无需下载。</translation>
    </message>
    <message>
        <source>Ollama's parser cannot read this name.</source>
        <translation>Ollama 的解析器无法读取此名称。</translation>
    </message>
    <message>
        <source>Ollama's parser drops a character in line {line}: {said}</source>
        <translation>Ollama 的解析器会丢弃第 {line} 行的一个字符：{said}</translation>
    </message>
    <message>
        <source>Ollama's parser drops a character of this. Leave out what is not seen.</source>
        <translation>Ollama 的解析器会丢弃其中一个字符。去掉不可见的字符。</translation>
    </message>
    <message>
        <source>Ollama's parser would end this at its quotes. Leave out """ at a line's end.</source>
        <translation>Ollama 的解析器会在其中的引号处提前结束。去掉行尾的 """。</translation>
    </message>
    <message>
        <source>On no host: it would be pulled.</source>
        <translation>所有主机上都没有，将会拉取。</translation>
    </message>
    <message>
        <source>On {hosts}.</source>
        <translation>已在 {hosts} 上。</translation>
    </message>
    <message>
        <source>Save the Modelfile first: this path begins at its folder.</source>
        <translation>先保存 Modelfile：此路径以它所在的文件夹为起点。</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>The base model's own</source>
        <translation>沿用基础模型</translation>
    </message>
    <message>
        <source>The form shows what was read up to there.</source>
        <translation>表单只显示该行之前的内容。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>This file cannot be sent.</source>
        <translation>此文件无法发送。</translation>
    </message>
    <message>
        <source>{name}, {size}. It would be uploaded.</source>
        <translation>{name}，{size}，将会上传。</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像生成</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>已加载</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Quant</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Runs on {host}, not on this host's disk</source>
        <translation>在 {host} 上运行，不在此主机的磁盘上</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The host sent an entry that cannot be read: {why}</source>
        <translation>主机发来的条目无法读取：{why}</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>已加载</translation>
    </message>
    <message>
        <source>loaded until somebody unloads it</source>
        <translation>已加载，直到手动卸载</translation>
    </message>
    <message>
        <source>loaded, unloads in {time}</source>
        <translation>已加载，{time}后卸载</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>常驻</translation>
    </message>
    <message>
        <source>unloading</source>
        <translation>正在卸载</translation>
    </message>
    <message>
        <source>unloads as soon as it is idle</source>
        <translation>空闲后立即卸载</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{model} on {host}</source>
        <translation>{host} 上的 {model}</translation>
    </message>
    <message>
        <source>{number} tokens</source>
        <translation>{number} 个词元</translation>
    </message>
    <message>
        <source>{share} GPU</source>
        <translation>GPU {share}</translation>
    </message>
</context>
<context>
    <name>ModelsPart</name>
    <message>
        <source>Asking {hosts}</source>
        <translation>正在询问 {hosts}</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Models by what they take</source>
        <translation>按占用排列的模型</translation>
    </message>
    <message>
        <source>Models that are pulled stand here, the largest first,
with what deleting each of them really frees.</source>
        <translation>拉取的模型会出现在这里，最大的在前，
并显示删除每个模型实际释放多少。</translation>
    </message>
    <message>
        <source>No answer from {hosts}</source>
        <translation>{hosts} 没有响应</translation>
    </message>
    <message>
        <source>No models that take room</source>
        <translation>没有占用空间的模型</translation>
    </message>
    <message>
        <source>The models are listed as soon as it answers.</source>
        <translation>主机响应后即列出模型。</translation>
    </message>
    <message>
        <source>Their models would stand here.</source>
        <translation>主机的模型会出现在这里。</translation>
    </message>
    <message>
        <source>There are no hosts yet</source>
        <translation>还没有主机</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>A file that guesses ahead.</source>
        <translation>用于提前预测的模型文件。</translation>
    </message>
    <message>
        <source>A version such as 0.14.0</source>
        <translation>应为版本号，如 0.14.0</translation>
    </message>
    <message>
        <source>Built into Ollama.</source>
        <translation>Ollama 内置。</translation>
    </message>
    <message>
        <source>Draft model</source>
        <translation>草稿模型</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Ollama's least version.</source>
        <translation>所需的最低 Ollama 版本。</translation>
    </message>
    <message>
        <source>Parser</source>
        <translation>解析器</translation>
    </message>
    <message>
        <source>Renderer</source>
        <translation>渲染器</translation>
    </message>
    <message>
        <source>Requires</source>
        <translation>版本要求</translation>
    </message>
</context>
<context>
    <name>MoreParameters</name>
    <message>
        <source>Choose a seed by chance</source>
        <translation>随机选取种子</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show {number} more</source>
        <translation>再显示 {number} 项</translation>
    </message>
    <message>
        <source>Show {number} more, {changed} changed</source>
        <translation>再显示 {number} 项，{changed} 项已更改</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>无限制</translation>
    </message>
</context>
<context>
    <name>NamedLines</name>
    <message>
        <source>and {number} more</source>
        <translation>另有 {number} 个</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>A digest (@sha256) cannot be asked for. Use a tag, such as :latest.</source>
        <translation>不能按摘要（@sha256）请求。使用标签，例如 :latest。</translation>
    </message>
    <message>
        <source>A name has no spaces. Leave out what is not part of it.</source>
        <translation>名称中没有空格。去掉不属于名称的部分。</translation>
    </message>
    <message>
        <source>A part of the name is empty. Look at both sides of each / and of the colon.</source>
        <translation>名称中有一部分为空。检查每个 / 和冒号的两侧。</translation>
    </message>
    <message>
        <source>A password in the address is not kept. Leave out everything up to the @.</source>
        <translation>地址中的密码不会保存。去掉 @ 及其之前的内容。</translation>
    </message>
    <message>
        <source>The address of a host ends before “{part}”. Leave that out.</source>
        <translation>主机地址到“{part}”之前为止。去掉这一部分。</translation>
    </message>
    <message>
        <source>There is a character that cannot be seen, {part}. Type the name by hand.</source>
        <translation>其中有不可见的字符 {part}。手动输入名称。</translation>
    </message>
    <message>
        <source>There is a space, or a character that cannot be seen. Type the address by hand.</source>
        <translation>其中有空格或不可见的字符。手动输入地址。</translation>
    </message>
    <message>
        <source>These are too many parts. A name is at most registry/user/model:tag.</source>
        <translation>部分过多。名称最多为 registry/user/model:tag。</translation>
    </message>
    <message>
        <source>This is not the page of a model. Open the model itself, and copy that address.</source>
        <translation>这不是模型的页面。打开模型本身的页面，复制那里的地址。</translation>
    </message>
    <message>
        <source>Type a name, such as llama3.2 or qwen2.5:14b.</source>
        <translation>输入名称，例如 llama3.2 或 qwen2.5:14b。</translation>
    </message>
    <message>
        <source>Type an address, such as 192.168.1.20 or tower:11434.</source>
        <translation>输入地址，例如 192.168.1.20 或 tower:11434。</translation>
    </message>
    <message>
        <source>{part}:// does not lead to Ollama. Use http:// or https://.</source>
        <translation>{part}:// 不能用于连接 Ollama。使用 http:// 或 https://。</translation>
    </message>
    <message>
        <source>“{part}” cannot stand in a name. Use the letters a to z, digits, -, _ and dots.</source>
        <translation>名称中不能有“{part}”。使用字母 a 到 z、数字、-、_ 和点。</translation>
    </message>
    <message>
        <source>“{part}” cannot stand where it is. Each part begins with a letter or a digit.</source>
        <translation>“{part}”不能出现在此处。每个部分都以字母或数字开头。</translation>
    </message>
    <message>
        <source>“{part}” is no name or number of a computer. Use one such as tower or 192.168.1.20.</source>
        <translation>“{part}”不是电脑的名称或 IP 地址。使用类似 tower 或 192.168.1.20 的写法。</translation>
    </message>
    <message>
        <source>“{part}” is no port. Use a number from 1 to 65535; Ollama's own is 11434.</source>
        <translation>“{part}”不是端口。使用 1 到 65535 之间的数字；Ollama 的默认端口是 11434。</translation>
    </message>
    <message>
        <source>“{part}” is too long. A part of a name has at most {most} characters.</source>
        <translation>“{part}”过长。名称的每个部分最多 {most} 个字符。</translation>
    </message>
</context>
<context>
    <name>NamesForm</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>已更改 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>1 changed</source>
        <translation>已更改 1 项</translation>
    </message>
    <message>
        <source>An empty field stands for the name that its hint shows.</source>
        <translation>空白字段表示使用提示中的名称。</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Letters, digits, _ and : make such a name.</source>
        <translation>名称由字母、数字、_ 和 : 组成。</translation>
    </message>
    <message>
        <source>Names of the metrics</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>for all hosts</source>
        <translation>适用于所有主机</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Copy {model} on {host}</source>
        <translation>复制 {host} 上的 {model}</translation>
    </message>
    <message>
        <source>Copy {number} models</source>
        <translation>复制 {number} 个模型</translation>
    </message>
    <message>
        <source>Rename {model} on {host}</source>
        <translation>重命名 {host} 上的 {model}</translation>
    </message>
    <message>
        <source>Rename {number} models</source>
        <translation>重命名 {number} 个模型</translation>
    </message>
    <message>
        <source>Replace {name}, which is on {host} already</source>
        <translation>替换 {host} 上已有的 {name}</translation>
    </message>
    <message>
        <source>Replace {number} models that are there already</source>
        <translation>替换已有的 {number} 个模型</translation>
    </message>
    <message>
        <source>its own name</source>
        <translation>与原名相同</translation>
    </message>
    <message>
        <source>not a name</source>
        <translation>不是有效名称</translation>
    </message>
    <message>
        <source>replaces {name}</source>
        <translation>替换 {name}</translation>
    </message>
    <message>
        <source>two would get this name</source>
        <translation>会有两个模型使用此名称</translation>
    </message>
    <message>
        <source>{host} takes this for the name it has: case and :latest make no difference.</source>
        <translation>{host} 认为这与原有名称相同：不区分大小写，有无 :latest 也一样。</translation>
    </message>
</context>
<context>
    <name>NamingDialog</name>
    <message>
        <source>Change the name, the tag after the colon, or both.</source>
        <translation>更改名称、冒号后的标签，或两者都改。</translation>
    </message>
    <message>
        <source>Copy model</source>
        <translation>复制模型</translation>
    </message>
    <message>
        <source>Copy {number} models</source>
        <translation>复制 {number} 个模型</translation>
    </message>
    <message>
        <source>Each keeps its name and tag behind it: me/qwen2.5:14b.</source>
        <translation>后面的名称和标签保持不变：me/qwen2.5:14b。</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Rename and replace</source>
        <translation>重命名并替换</translation>
    </message>
    <message>
        <source>Rename model</source>
        <translation>重命名模型</translation>
    </message>
    <message>
        <source>Rename {number} models</source>
        <translation>重命名 {number} 个模型</translation>
    </message>
    <message>
        <source>Replace by copy</source>
        <translation>复制并替换</translation>
    </message>
    <message>
        <source>{host} will list it as {name}.</source>
        <translation>{host} 会将其列为 {name}。</translation>
    </message>
</context>
<context>
    <name>NewerBanner</name>
    <message>
        <source>It fetches one small file a day, says nothing of you and installs nothing.</source>
        <translation>每天获取一个小文件，不透露你的任何信息，也不安装任何内容。</translation>
    </message>
    <message>
        <source>Look once a day</source>
        <translation>每天检查一次</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不检查</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开其页面</translation>
    </message>
    <message>
        <source>Paddock {newer} is there; this is {version}.</source>
        <translation>Paddock {newer} 已发布；当前为 {version}。</translation>
    </message>
    <message>
        <source>Paddock {newer} of {day} is there; this is {version}.</source>
        <translation>Paddock {newer} 已于 {day}发布；当前为 {version}。</translation>
    </message>
    <message>
        <source>Shall Paddock look for newer versions of itself?</source>
        <translation>要让 Paddock 检查自身的新版本吗？</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The settings cannot be written: {reason}</source>
        <translation>无法写入设置：{reason}</translation>
    </message>
</context>
<context>
    <name>NoOllama</name>
    <message>
        <source>In a terminal, if you use Homebrew.</source>
        <translation>如果使用 Homebrew，在终端中运行。</translation>
    </message>
    <message>
        <source>In a terminal.</source>
        <translation>在终端中运行。</translation>
    </message>
    <message>
        <source>In a terminal. The script is Ollama's own.</source>
        <translation>在终端中运行。脚本来自 Ollama。</translation>
    </message>
    <message>
        <source>It was looked for on the path and in the usual places, and nothing listens on its port.
Install it from its download page or by the command below.</source>
        <translation>已在 PATH 和常用位置查找，其端口上也没有程序监听。
从下载页面安装，或使用下面的命令。</translation>
    </message>
    <message>
        <source>Open Ollama's download page</source>
        <translation>打开 Ollama 下载页面</translation>
    </message>
    <message>
        <source>There is no Ollama on this computer</source>
        <translation>本机没有 Ollama</translation>
    </message>
</context>
<context>
    <name>NothingSaid</name>
    <message>
        <source>Ask anything</source>
        <translation>随便问点什么</translation>
    </message>
    <message>
        <source>Choose the model below; another one can take over at any time.</source>
        <translation>在下方选择模型；随时可以换另一个接着回答。</translation>
    </message>
    <message>
        <source>Drop a text file, and it goes along as quoted context.</source>
        <translation>拖入文本文件，会作为引用的上下文一起发送。</translation>
    </message>
    <message>
        <source>Drop or paste an image where the model has vision.</source>
        <translation>模型支持视觉时，可拖入或粘贴图像。</translation>
    </message>
    <message>
        <source>System prompt, temperature and the rest are at the right.</source>
        <translation>系统提示词、温度等设置在右侧。</translation>
    </message>
</context>
<context>
    <name>NoticeBox</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Back to {number}</source>
        <translation>恢复为 {number}</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>{name}, slider</source>
        <translation>{name} 滑块</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <translation>选择 GGUF 文件</translation>
    </message>
    <message>
        <source>Modelfiles and models (Modelfile* *.Modelfile *.gguf *.safetensors)</source>
        <translation>Modelfile 和模型 (Modelfile* *.Modelfile *.gguf *.safetensors)</translation>
    </message>
    <message>
        <source>Models (*.gguf *.safetensors)</source>
        <translation>模型 (*.gguf *.safetensors)</translation>
    </message>
    <message>
        <source>No Modelfile can hold all of it. Left out: {parts}</source>
        <translation>Modelfile 无法容纳全部内容。已省略：{parts}</translation>
    </message>
    <message>
        <source>Open in the workshop</source>
        <translation>在工坊中打开</translation>
    </message>
    <message>
        <source>Save the Modelfile</source>
        <translation>保存 Modelfile</translation>
    </message>
    <message>
        <source>The clipboard holds more than 1 MB, and no Modelfile does.</source>
        <translation>剪贴板内容超过 1 MB，不可能是 Modelfile。</translation>
    </message>
    <message>
        <source>The host was removed</source>
        <translation>主机已移除</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>剪贴板中没有文本。</translation>
    </message>
    <message>
        <source>{number} files at once are too many; the first {most} are opened.</source>
        <translation>一次打开 {number} 个文件过多，只打开前 {most} 个。</translation>
    </message>
</context>
<context>
    <name>Ornaments</name>
    <message numerus="yes">
        <source>… %n lines</source>
        <translation>
            <numerusform>… %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>… 1 line</source>
        <translation>… 1 行</translation>
    </message>
</context>
<context>
    <name>OverflowRow</name>
    <message>
        <source>Nothing is left out unasked</source>
        <translation>未经询问不会省略任何内容</translation>
    </message>
    <message>
        <source>Those left out are marked; pinned ones stay</source>
        <translation>省略的消息会有标记；已固定的会保留</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Also on</source>
        <translation>其他主机</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入维度</translation>
    </message>
    <message>
        <source>In the cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Named there</source>
        <translation>远端名称</translation>
    </message>
    <message>
        <source>Nothing listens on its port: it is still starting, fails to start, which its log tells, or listens on another port, which its environment tells.</source>
        <translation>其端口上没有程序监听：它仍在启动；或启动失败，原因见日志；或监听另一个端口，见环境变量。</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Other computers can reach it, and Ollama has no sign-in: whoever does may use, fill and empty it.</source>
        <translation>其他电脑可以访问它，而 Ollama 没有登录机制：能访问它的人都可以使用、填满或清空它。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Quantization</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>重启…</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>启动…</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>停止…</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>已知信息</translation>
    </message>
    <message>
        <source>last seen</source>
        <translation>上次记录</translation>
    </message>
    <message>
        <source>other digest</source>
        <translation>摘要不同</translation>
    </message>
    <message>
        <source>same digest</source>
        <translation>摘要相同</translation>
    </message>
    <message>
        <source>{number} tokens</source>
        <translation>{number} 个词元</translation>
    </message>
</context>
<context>
    <name>OwnView</name>
    <message>
        <source>You: {text}</source>
        <translation>你：{text}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 个模型</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Ask it again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Chat with</source>
        <translation>用它对话</translation>
    </message>
    <message>
        <source>Chat with {model}</source>
        <translation>用 {model} 对话</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Copy the name {model}</source>
        <translation>复制名称“{model}”</translation>
    </message>
    <message>
        <source>Customise</source>
        <translation>定制</translation>
    </message>
    <message>
        <source>Customise {model}…</source>
        <translation>定制 {model}…</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Edit the connection…</source>
        <translation>编辑连接…</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他位置</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Load {model}</source>
        <translation>加载 {model}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>Nothing is called that. Fewer letters find more.</source>
        <translation>没有匹配的名称。少输入几个字母可以找到更多。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Pull “{name}”…</source>
        <translation>拉取“{name}”…</translation>
    </message>
    <message>
        <source>Push {model}…</source>
        <translation>推送 {model}…</translation>
    </message>
    <message>
        <source>Search actions and everything else</source>
        <translation>搜索操作和其他内容</translation>
    </message>
    <message>
        <source>Search conversations for “{words}”</source>
        <translation>在对话中搜索“{words}”</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show the host</source>
        <translation>显示主机</translation>
    </message>
    <message>
        <source>Show the models</source>
        <translation>显示模型</translation>
    </message>
    <message>
        <source>Show {model}</source>
        <translation>显示 {model}</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>诊断连接</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Unload all</source>
        <translation>全部卸载</translation>
    </message>
    <message>
        <source>Unload all on {host}</source>
        <translation>卸载 {host} 上的所有模型</translation>
    </message>
    <message>
        <source>Unload {model}</source>
        <translation>卸载 {model}</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>on the page {page}</source>
        <translation>在“{page}”页面</translation>
    </message>
    <message>
        <source>{action}, {note}</source>
        <translation>{action}，{note}</translation>
    </message>
    <message>
        <source>{action}, {note}, {keys}</source>
        <translation>{action}，{note}，{keys}</translation>
    </message>
</context>
<context>
    <name>PaletteFoot</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>more actions</source>
        <translation>更多操作</translation>
    </message>
</context>
<context>
    <name>PaletteTop</name>
    <message>
        <source>Actions, pages, models, hosts, conversations</source>
        <translation>操作、页面、模型、主机、对话</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>What to do with it</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>{name} on {host}</source>
        <translation>{host} 上的 {name}</translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Reset {name} to the default</source>
        <translation>将 {name} 恢复为默认值</translation>
    </message>
    <message>
        <source>{name}, slider</source>
        <translation>{name} 滑块</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>A number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>A number, {least} to {most}</source>
        <translation>数字，{least} 到 {most}</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>A text at which the answer ends</source>
        <translation>遇到此文本时结束回答</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>A whole number, {least} to {most}</source>
        <translation>应为整数，{least} 到 {most}</translation>
    </message>
    <message>
        <source>A whole number, {least} to {most} for this model</source>
        <translation>应为整数，此模型可用 {least} 到 {most}</translation>
    </message>
    <message>
        <source>A whole number, {least} to {most}, or {automatic}</source>
        <translation>应为整数，{least} 到 {most}，或 {automatic}</translation>
    </message>
    <message>
        <source>Above 0, frequent words become rarer</source>
        <translation>大于 0 时减少高频词</translation>
    </message>
    <message>
        <source>Above 0, more new subjects</source>
        <translation>大于 0 时更多引入新话题</translation>
    </message>
    <message>
        <source>Above 1, fewer repetitions</source>
        <translation>大于 1 时减少重复</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Answer format</source>
        <translation>回答格式</translation>
    </message>
    <message>
        <source>As the model has it</source>
        <translation>沿用模型设置</translation>
    </message>
    <message>
        <source>Either true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>Empty: nothing would stop</source>
        <translation>为空，不会使回答结束</translation>
    </message>
    <message>
        <source>First tokens that stay in a full context</source>
        <translation>上下文满时保留的开头词元数</translation>
    </message>
    <message>
        <source>Has no effect any more</source>
        <translation>已不再起作用</translation>
    </message>
    <message>
        <source>How freely it chooses; 0 is the likeliest</source>
        <translation>选词的随机程度；0 为总选概率最高的词</translation>
    </message>
    <message>
        <source>It can be {least} to {most}.</source>
        <translation>可以是 {least} 到 {most}。</translation>
    </message>
    <message>
        <source>It can be {special}, or {least} to {most}.</source>
        <translation>可以是 {special}，或 {least} 到 {most}。</translation>
    </message>
    <message>
        <source>It has to be a whole number.</source>
        <translation>必须是整数。</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Keep loaded</source>
        <translation>保持加载</translation>
    </message>
    <message>
        <source>Layers on the GPU; -1 is automatic</source>
        <translation>放到 GPU 上的层数；-1 为自动</translation>
    </message>
    <message>
        <source>Leave oldest out</source>
        <translation>省略最早的</translation>
    </message>
    <message>
        <source>More than the {most} of this model</source>
        <translation>超过此模型的上限 {most}</translation>
    </message>
    <message>
        <source>Ollama knows no parameter of this name</source>
        <translation>Ollama 没有此名称的参数</translation>
    </message>
    <message>
        <source>Ollama's default</source>
        <translation>Ollama 的默认值</translation>
    </message>
    <message>
        <source>Ollama's default is {value}</source>
        <translation>Ollama 的默认值为 {value}</translation>
    </message>
    <message>
        <source>Only so many of the likeliest words</source>
        <translation>只从概率最高的这么多个词中选</translation>
    </message>
    <message>
        <source>Only the likeliest words, up to this share</source>
        <translation>只从概率最高、累计到此比例的词中选</translation>
    </message>
    <message>
        <source>Only words this likely beside the likeliest</source>
        <translation>只选概率达到最高者此比例的词</translation>
    </message>
    <message>
        <source>Otherwise the host sets it</source>
        <translation>否则由主机设定</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Same number, same answer; -1 is random</source>
        <translation>数字相同则回答相同；-1 为随机</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Set by the host</source>
        <translation>由主机设定</translation>
    </message>
    <message>
        <source>Set several times; the last one counts</source>
        <translation>设置了多次，以最后一次为准</translation>
    </message>
    <message>
        <source>Stop and ask</source>
        <translation>停下询问</translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation>停止序列</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The GPU for what is not shared out</source>
        <translation>处理不拆分部分的主 GPU</translation>
    </message>
    <message>
        <source>The model's default is not read yet</source>
        <translation>尚未读取模型的默认值</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>This model's default</source>
        <translation>此模型的默认值</translation>
    </message>
    <message>
        <source>This model's default is {value}</source>
        <translation>此模型的默认值为 {value}</translation>
    </message>
    <message>
        <source>Threads of the CPU; 0 is automatic</source>
        <translation>CPU 线程数；0 为自动</translation>
    </message>
    <message>
        <source>Tokens back in which it sees repetitions</source>
        <translation>检查重复时回看的词元数</translation>
    </message>
    <message>
        <source>Tokens it can look back on; takes memory</source>
        <translation>能回看的词元数；占用内存</translation>
    </message>
    <message>
        <source>Tokens of a prompt that are read at once</source>
        <translation>一次处理的提示词词元数</translation>
    </message>
    <message>
        <source>Tokens of an answer at most; -1 is no limit</source>
        <translation>回答的最大词元数；-1 为不限</translation>
    </message>
    <message>
        <source>Tokens that a draft model guesses ahead</source>
        <translation>草稿模型提前预测的词元数</translation>
    </message>
    <message>
        <source>Unusual. {range}</source>
        <translation>不常见的值。{range}</translation>
    </message>
    <message>
        <source>When the context is full</source>
        <translation>上下文已满时</translation>
    </message>
    <message>
        <source>Whether the file is mapped, not read</source>
        <translation>映射文件而不是读入内存</translation>
    </message>
    <message>
        <source>Words as surprising as is usual; 1 is off</source>
        <translation>偏好意外程度适中的词；1 为关闭</translation>
    </message>
    <message>
        <source>Write a schema, or start from an example.</source>
        <translation>编写 Schema，或从示例开始。</translation>
    </message>
    <message>
        <source>and {number} more in the text</source>
        <translation>文本中另有 {number} 个</translation>
    </message>
</context>
<context>
    <name>ParametersPanel</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Add one on the Hosts page.</source>
        <translation>在“主机”页面添加一台。</translation>
    </message>
    <message>
        <source>Being asked</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Names, hosts, families and abilities are searched.</source>
        <translation>搜索范围包括名称、主机、系列和能力。</translation>
    </message>
    <message>
        <source>No host answers</source>
        <translation>没有主机响应</translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation>还没有主机</translation>
    </message>
    <message>
        <source>No model here has vision</source>
        <translation>这里没有支持视觉的模型</translation>
    </message>
    <message>
        <source>No model matches “{words}”</source>
        <translation>没有与“{words}”匹配的模型</translation>
    </message>
    <message>
        <source>No model that can chat</source>
        <translation>没有可对话的模型</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>None of the hosts has a model that can chat.</source>
        <translation>所有主机上都没有可对话的模型。</translation>
    </message>
    <message>
        <source>The Hosts page says why, and what to do.</source>
        <translation>“主机”页面会说明原因和解决办法。</translation>
    </message>
    <message>
        <source>The hosts are being asked</source>
        <translation>正在检查主机</translation>
    </message>
    <message>
        <source>its host is down</source>
        <translation>所在主机离线</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>已加载</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>{model} on {host}</source>
        <translation>{host} 上的 {model}</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>Asking {host} for its certificate…</source>
        <translation>正在向 {host} 获取证书…</translation>
    </message>
    <message>
        <source>Believed whoever signed it, until the host shows another one.</source>
        <translation>无论由谁签发都信任，直到主机出示另一个证书。</translation>
    </message>
    <message>
        <source>Fetch certificate</source>
        <translation>获取证书</translation>
    </message>
    <message>
        <source>Fetch the certificate and confirm it, or choose another way.</source>
        <translation>获取证书并确认，或选择其他方式。</translation>
    </message>
    <message>
        <source>None is confirmed yet.</source>
        <translation>尚未确认证书。</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>A path begins with / and has no spaces.</source>
        <translation>路径以 / 开头，不含空格。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口是 1 到 65535 的数字。</translation>
    </message>
    <message>
        <source>Ask {program} by https</source>
        <translation>通过 https 访问 {program}</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Path of {program}</source>
        <translation>{program} 的路径</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Port of {program}</source>
        <translation>{program} 的端口</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>1 model is hidden by the filter.</source>
        <translation>1 个模型被筛选隐藏。</translation>
    </message>
    <message>
        <source>Add a computer on which Ollama runs, by its name or address.</source>
        <translation>按名称或地址添加一台运行 Ollama 的电脑。</translation>
    </message>
    <message>
        <source>Add a host…</source>
        <translation>添加主机…</translation>
    </message>
    <message>
        <source>Asking {hosts} for models</source>
        <translation>正在向 {hosts} 获取模型</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No model can do all of this</source>
        <translation>没有同时具备这些能力的模型</translation>
    </message>
    <message>
        <source>No model matches “{text}”</source>
        <translation>没有与“{text}”匹配的模型</translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>None of the {number} hosts answers</source>
        <translation>{number} 台主机均无响应</translation>
    </message>
    <message>
        <source>Pull model…</source>
        <translation>拉取模型…</translation>
    </message>
    <message>
        <source>Pull one by its name, such as llama3.2 or qwen2.5:14b.</source>
        <translation>按名称拉取一个，例如 llama3.2 或 qwen2.5:14b。</translation>
    </message>
    <message>
        <source>Pull “{text}”</source>
        <translation>拉取“{text}”</translation>
    </message>
    <message>
        <source>The list of hosts says why. They are asked again by themselves.</source>
        <translation>原因见主机列表。会自动重试。</translation>
    </message>
    <message>
        <source>There is no host in the list</source>
        <translation>列表中没有主机</translation>
    </message>
    <message>
        <source>{host} has no models yet</source>
        <translation>{host} 还没有模型</translation>
    </message>
    <message>
        <source>{number} hosts</source>
        <translation>{number} 台主机</translation>
    </message>
    <message>
        <source>{number} models are hidden by the filter.</source>
        <translation>{number} 个模型被筛选隐藏。</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Exactly this is run, in this order. Where a step fails, the rest is left.</source>
        <translation>严格按此顺序运行以下内容。某一步失败时，其余步骤不再执行。</translation>
    </message>
    <message>
        <source>Keep the values</source>
        <translation>保存这些值</translation>
    </message>
    <message>
        <source>Nothing of this computer is changed: Paddock keeps the values and starts its server with them the next time.</source>
        <translation>不更改本机的任何内容：Paddock 保存这些值，下次用它们启动自己的服务器。</translation>
    </message>
    <message>
        <source>Paddock does this itself, as you would in a terminal.</source>
        <translation>Paddock 会自行执行，与你在终端中操作相同。</translation>
    </message>
    <message>
        <source>The system will ask for the administrator's password.</source>
        <translation>系统会要求输入管理员密码。</translation>
    </message>
    <message>
        <source>This needs the administrator, who can only be asked in a terminal here. Copy the commands and run them there.</source>
        <translation>这需要管理员权限，而这里只能在终端中申请。复制命令并在终端中运行。</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Show as table…</source>
        <translation>以表格显示…</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Its icon there opens the window again, and ends the program.</source>
        <translation>点按托盘图标可再次打开窗口，或退出程序。</translation>
    </message>
    <message>
        <source>Models are being pulled, created or pushed</source>
        <translation>正在拉取、创建或推送模型</translation>
    </message>
    <message>
        <source>Paddock goes on in the tray</source>
        <translation>Paddock 在托盘中继续运行</translation>
    </message>
</context>
<context>
    <name>PresetChooser</name>
    <message>
        <source>Delete {name}…</source>
        <translation>删除 {name}…</translation>
    </message>
    <message>
        <source>Preset: none</source>
        <translation>预设：无</translation>
    </message>
    <message>
        <source>Preset: {name}</source>
        <translation>预设：{name}</translation>
    </message>
    <message>
        <source>Preset: {name}, changed</source>
        <translation>预设：{name}（已更改）</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>Rename the preset {name}</source>
        <translation>重命名预设 {name}</translation>
    </message>
    <message>
        <source>Rename {name}…</source>
        <translation>重命名 {name}…</translation>
    </message>
    <message>
        <source>Reset everything</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>Save as a preset…</source>
        <translation>存为预设…</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>Update {name}</source>
        <translation>更新 {name}</translation>
    </message>
</context>
<context>
    <name>PresetNameDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>There is a preset of this name; update that one.</source>
        <translation>已有同名预设；更新那个预设即可。</translation>
    </message>
</context>
<context>
    <name>PresetRemovalDialog</name>
    <message>
        <source>Conversations keep what it has set in them.</source>
        <translation>已用此预设的对话会保留其中的设置。</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Delete the preset {name}</source>
        <translation>删除预设 {name}</translation>
    </message>
</context>
<context>
    <name>ProblemListView</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>ProblemTable</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>And %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
</context>
<context>
    <name>ProblemsList</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n 个提示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 个提示</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 个警告</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Go to line {line}</source>
        <translation>转到第 {line} 行</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Ask every host again</source>
        <translation>刷新所有主机</translation>
    </message>
    <message>
        <source>Filter the models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Pull a model…</source>
        <translation>拉取模型…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>PromptRow</name>
    <message>
        <source>Instead of the model's own</source>
        <translation>取代模型自带的提示词</translation>
    </message>
    <message>
        <source>No system prompt</source>
        <translation>无系统提示词</translation>
    </message>
    <message>
        <source>Sent empty: the model's own is left out</source>
        <translation>发送空内容：不使用模型自带的提示词</translation>
    </message>
    <message>
        <source>This model's own</source>
        <translation>模型自带</translation>
    </message>
</context>
<context>
    <name>PromptTab</name>
    <message>
        <source>A chat with the draft's sample messages and this prompt, by the model's own template. The host loads the model for it.</source>
        <translation>用模型自带的模板，渲染由草稿的示例消息和此提示词组成的对话。主机会为此加载模型。</translation>
    </message>
    <message>
        <source>A host shows the text that the model would be given, and answers nothing.</source>
        <translation>由主机显示模型将收到的文本，不生成回答。</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>Installed model</source>
        <translation>已安装的模型</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Not rendered yet</source>
        <translation>尚未渲染</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Rendered before the last change</source>
        <translation>渲染于上次修改之前</translation>
    </message>
    <message>
        <source>Rendered by</source>
        <translation>渲染主机</translation>
    </message>
    <message>
        <source>Rendered prompt</source>
        <translation>渲染后的提示词</translation>
    </message>
    <message>
        <source>Rendering…</source>
        <translation>正在渲染…</translation>
    </message>
    <message>
        <source>Sample prompt</source>
        <translation>示例提示词</translation>
    </message>
    <message>
        <source>The draft's template and system prompt, rendered by its base. Sample messages take no part in it. The host loads the base for it.</source>
        <translation>由基础模型渲染草稿的模板和系统提示词，不含示例消息。主机会为此加载基础模型。</translation>
    </message>
    <message>
        <source>This draft</source>
        <translation>此草稿</translation>
    </message>
    <message>
        <source>What is a mutex?</source>
        <translation>什么是互斥锁？</translation>
    </message>
    <message>
        <source>What is rendered</source>
        <translation>渲染对象</translation>
    </message>
    <message>
        <source>{number} characters, rendered by {host}</source>
        <translation>{number} 个字符，由 {host} 渲染</translation>
    </message>
</context>
<context>
    <name>ProxyTab</name>
    <message>
        <source>Direct on your own network, as the system says elsewhere</source>
        <translation>自己的网络内直连，其他情况以系统为准</translation>
    </message>
    <message>
        <source>Enter a proxy and its exceptions</source>
        <translation>填写代理和例外</translation>
    </message>
    <message>
        <source>Goes through the SSH tunnel to {destination}, without a proxy.</source>
        <translation>经 SSH 隧道 {destination} 连接，不使用代理。</translation>
    </message>
    <message>
        <source>Never through a proxy</source>
        <translation>从不使用代理</translation>
    </message>
    <message>
        <source>Type an address to see which way leads to it.</source>
        <translation>输入地址以查看连接路由。</translation>
    </message>
</context>
<context>
    <name>PullBaseQuestion</name>
    <message>
        <source>Pull and create</source>
        <translation>拉取并创建</translation>
    </message>
    <message>
        <source>Pull {base} first?</source>
        <translation>要先拉取 {base} 吗？</translation>
    </message>
    <message>
        <source>{hosts} do not have it, and would pull it from {registry} before the model is made. How large it is, is known only then.</source>
        <translation>{hosts} 上都没有它，创建模型之前会先从 {registry} 拉取。到那时才能知道它的大小。</translation>
    </message>
    <message>
        <source>{hosts} does not have it, and would pull it from {registry} before the model is made. How large it is, is known only then.</source>
        <translation>{hosts} 上没有它，创建模型之前会先从 {registry} 拉取。到那时才能知道它的大小。</translation>
    </message>
</context>
<context>
    <name>PullDialog</name>
    <message>
        <source>A name, the address of a model's page, or a copied line.</source>
        <translation>模型名称、模型页面的地址，或复制来的命令行。</translation>
    </message>
    <message>
        <source>Choose a host</source>
        <translation>选择主机</translation>
    </message>
    <message>
        <source>Mend the name first</source>
        <translation>先改正名称</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No host can pull it now</source>
        <translation>现在没有主机能拉取它</translation>
    </message>
    <message>
        <source>No tag was given, so it is :latest.</source>
        <translation>未指定标签，因此使用 :latest。</translation>
    </message>
    <message>
        <source>On {host} it has {size}; whether it fits is judged by that.</source>
        <translation>在 {host} 上占用 {size}；是否放得下即以此判断。</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>Pull a model</source>
        <translation>拉取模型</translation>
    </message>
    <message numerus="yes">
        <source>Pull to %n hosts</source>
        <translation>
            <numerusform>拉取到 %n 台主机</numerusform>
        </translation>
    </message>
    <message>
        <source>Pulls {name} from {registry}</source>
        <translation>从 {registry} 拉取 {name}</translation>
    </message>
    <message>
        <source>Taken from the address you pasted.</source>
        <translation>取自你粘贴的地址。</translation>
    </message>
    <message>
        <source>Taken from the line you pasted.</source>
        <translation>取自你粘贴的命令行。</translation>
    </message>
    <message>
        <source>To these hosts</source>
        <translation>拉取到这些主机</translation>
    </message>
    <message>
        <source>Type a name first</source>
        <translation>先输入名称</translation>
    </message>
    <message>
        <source>Use {name} from the clipboard</source>
        <translation>使用剪贴板中的 {name}</translation>
    </message>
    <message>
        <source>{chosen} of {possible}</source>
        <translation>已选 {chosen} / {possible}</translation>
    </message>
</context>
<context>
    <name>PullTargets</name>
    <message>
        <source>down</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>has it: pulls what changed</source>
        <translation>已有：只拉取有变化的部分</translation>
    </message>
    <message>
        <source>is being asked</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>is pulling it already</source>
        <translation>已在拉取</translation>
    </message>
</context>
<context>
    <name>PushDialog</name>
    <message>
        <source>Copy it first; a copy takes no room</source>
        <translation>先复制；副本不占空间</translation>
    </message>
    <message>
        <source>Copy to {name}</source>
        <translation>复制到 {name}</translation>
    </message>
    <message>
        <source>Everyone between the host and the registry could read the model and your sign-in.</source>
        <translation>主机与仓库之间的任何人都能读到模型和你的登录信息。</translation>
    </message>
    <message>
        <source>From this host</source>
        <translation>来源主机</translation>
    </message>
    <message>
        <source>Mend the name first</source>
        <translation>先改正名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Push to {registry}</source>
        <translation>推送到 {registry}</translation>
    </message>
    <message>
        <source>Push without encryption</source>
        <translation>不加密推送</translation>
    </message>
    <message>
        <source>Push {model}</source>
        <translation>推送 {model}</translation>
    </message>
    <message>
        <source>Pushing needs a name like you/model.</source>
        <translation>推送需要“用户名/模型名”形式的名称。</translation>
    </message>
    <message>
        <source>Put your name on the registry before it: you/{model}</source>
        <translation>在前面加上你在仓库的用户名：you/{model}</translation>
    </message>
    <message>
        <source>Registry without TLS</source>
        <translation>不使用 TLS 的仓库</translation>
    </message>
    <message>
        <source>The model is pushed under its own name, so copy it first.</source>
        <translation>推送时使用模型自己的名称，因此先复制一份。</translation>
    </message>
    <message>
        <source>{size} at most; what the registry has is not sent again</source>
        <translation>最多 {size}；仓库已有的内容不会重复发送</translation>
    </message>
</context>
<context>
    <name>Quantize</name>
    <message>
        <source>F16, two bytes a weight</source>
        <translation>F16，每个权重两字节</translation>
    </message>
    <message>
        <source>F32, twice the size of F16</source>
        <translation>F32，大小为 F16 的两倍</translation>
    </message>
    <message>
        <source>Q4_K_M, about a third of F16</source>
        <translation>Q4_K_M，约为 F16 的三分之一</translation>
    </message>
    <message>
        <source>Q4_K_S, the smallest</source>
        <translation>Q4_K_S，最小</translation>
    </message>
    <message>
        <source>Q8_0, about half of F16</source>
        <translation>Q8_0，约为 F16 的一半</translation>
    </message>
</context>
<context>
    <name>QuantizeChoice</name>
    <message>
        <source>Keep {type}</source>
        <translation>保持 {type}</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>Smaller weights take less memory, and answer less exactly.</source>
        <translation>权重越小，占用内存越少，但回答越不精确。</translation>
    </message>
</context>
<context>
    <name>QuietNews</name>
    <message>
        <source>Paddock {version} is there</source>
        <translation>Paddock {version} 已发布</translation>
    </message>
</context>
<context>
    <name>RawAnswer</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Raw answer</source>
        <translation>原始响应</translation>
    </message>
</context>
<context>
    <name>ReadingArea</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Tab goes through links and buttons.</source>
        <translation>按 Tab 键在链接和按钮之间移动。</translation>
    </message>
</context>
<context>
    <name>ReadingTable</name>
    <message>
        <source>Ago</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message numerus="yes">
        <source>%n more files were not taken.</source>
        <translation>
            <numerusform>另有 %n 个文件未添加。</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>The address is {address} now.</source>
        <translation>地址已改为 {address}。</translation>
    </message>
    <message>
        <source>{host} has the address {address} already.</source>
        <translation>{host} 已使用地址 {address}。</translation>
    </message>
    <message>
        <source>{host} is reached directly from now on.</source>
        <translation>此后直接连接 {host}。</translation>
    </message>
</context>
<context>
    <name>RemoveQuestion</name>
    <message>
        <source>A job runs on it or waits. It is cancelled with the host.</source>
        <translation>有 1 个任务在其上运行或等待，将随主机一并取消。</translation>
    </message>
    <message>
        <source>Remove host</source>
        <translation>移除主机</translation>
    </message>
    <message>
        <source>Remove {host}?</source>
        <translation>要移除 {host} 吗？</translation>
    </message>
    <message>
        <source>Remove {size}</source>
        <translation>删除 {size}</translation>
    </message>
    <message>
        <source>Remove {size} of leftovers?</source>
        <translation>删除 {size} 的残留？</translation>
    </message>
    <message>
        <source>The models stay where they are: the host can be added again.</source>
        <translation>模型仍保留在原处：主机可以再次添加。</translation>
    </message>
    <message>
        <source>To pull such a model again would begin from nothing.</source>
        <translation>之后再拉取这样的模型要从头开始。</translation>
    </message>
    <message>
        <source>{kind}: {number}, {size}</source>
        <translation>{kind}：{number} 个，{size}</translation>
    </message>
    <message>
        <source>{number} jobs run on it or wait. They are cancelled with the host.</source>
        <translation>有 {number} 个任务在其上运行或等待，将随主机一并取消。</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>重命名对话</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Type a title.</source>
        <translation>输入标题。</translation>
    </message>
</context>
<context>
    <name>RenameDraftDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Only here: a file keeps its name, and so does a model.</source>
        <translation>只影响此处：文件和模型的名称不变。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename the draft</source>
        <translation>重命名草稿</translation>
    </message>
</context>
<context>
    <name>Rendering</name>
    <message>
        <source>Its Ollama is too old for it. Ask another host, or update it.</source>
        <translation>其 Ollama 版本过旧。换一台主机，或更新 Ollama。</translation>
    </message>
    <message>
        <source>Mend the Modelfile first: it names no base yet.</source>
        <translation>先改正 Modelfile：它还没有指定基础模型。</translation>
    </message>
    <message>
        <source>None of the hosts that are up has {base}, so none can render its prompt yet.</source>
        <translation>在线的主机上都没有 {base}，因此还无法渲染提示词。</translation>
    </message>
    <message>
        <source>The base is a file, which no host has yet. Create the model; then its prompt can be rendered as that of an installed model.</source>
        <translation>基础模型是文件，主机上还没有。先创建模型，再以“已安装的模型”渲染其提示词。</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>提示词为空。</translation>
    </message>
    <message>
        <source>This host answers prompts, and does not show them.</source>
        <translation>此主机只回答提示词，不会显示它。</translation>
    </message>
</context>
<context>
    <name>ReplaceQuestion</name>
    <message numerus="yes">
        <source>Replace on %n hosts</source>
        <translation>
            <numerusform>在 %n 台主机上替换</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace on {host}</source>
        <translation>在 {host} 上替换</translation>
    </message>
    <message>
        <source>Replace {model}?</source>
        <translation>要替换 {model} 吗？</translation>
    </message>
    <message>
        <source>The old one cannot be brought back.</source>
        <translation>旧模型无法恢复。</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>另有 {number} 个</translation>
    </message>
    <message numerus="yes">
        <source>{model} is on %n hosts already. Replace it?</source>
        <translation>
            <numerusform>%n 台主机上已有 {model}。要替换吗？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Gathering…</source>
        <translation>正在收集…</translation>
    </message>
    <message>
        <source>It cannot be written there. Choose another folder.</source>
        <translation>无法写入该位置。选择其他文件夹。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>内容为空。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>报告已保存。</translation>
    </message>
    <message>
        <source>This is all that it holds. Passwords and tokens are left out; addresses and names of models are in it.</source>
        <translation>以下就是报告的全部内容。密码和令牌已去除；其中含有地址和模型名称。</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Zip 归档 (*.zip)</translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>直连</translation>
    </message>
    <message>
        <source>Goes direct until a proxy is entered.</source>
        <translation>填写代理之前直连。</translation>
    </message>
    <message>
        <source>Goes direct, as chosen here.</source>
        <translation>按此处的选择直连。</translation>
    </message>
    <message>
        <source>Goes direct, as the system says.</source>
        <translation>按系统设置直连。</translation>
    </message>
    <message>
        <source>Goes direct, because it is this computer.</source>
        <translation>直连，因为是本机。</translation>
    </message>
    <message>
        <source>Goes direct, because names in {suffix} are on your network.</source>
        <translation>直连，因为以 {suffix} 结尾的名称属于你的网络。</translation>
    </message>
    <message>
        <source>Goes direct, because the exceptions hold {fact}.</source>
        <translation>直连，因为例外中有 {fact}。</translation>
    </message>
    <message>
        <source>Goes direct, because the system's proxy, {fact}, cannot be used here.</source>
        <translation>直连，因为这里无法使用系统代理 {fact}。</translation>
    </message>
    <message>
        <source>Goes direct, because {fact} says so.</source>
        <translation>直连，由 {fact} 指定。</translation>
    </message>
    <message>
        <source>Goes direct, because {host} is a link-local address.</source>
        <translation>直连，因为 {host} 是链路本地地址。</translation>
    </message>
    <message>
        <source>Goes direct, because {host} is a name without dots, of your network.</source>
        <translation>直连，因为 {host} 是不带点的名称，属于你的网络。</translation>
    </message>
    <message>
        <source>Goes direct, because {host} is on your network.</source>
        <translation>直连，因为 {host} 在你的网络中。</translation>
    </message>
    <message>
        <source>Goes through {proxy}, as the system says.</source>
        <translation>按系统设置，经代理 {proxy} 连接。</translation>
    </message>
    <message>
        <source>Goes through {proxy}, because {fact} says so.</source>
        <translation>经代理 {proxy} 连接，由 {fact} 指定。</translation>
    </message>
    <message>
        <source>Goes through {proxy}.</source>
        <translation>经代理 {proxy} 连接。</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>direct, as chosen</source>
        <translation>直连，按所选设置</translation>
    </message>
    <message>
        <source>direct, as the system says</source>
        <translation>直连，按系统设置</translation>
    </message>
    <message>
        <source>direct, excepted by {fact}</source>
        <translation>直连，属于例外 {fact}</translation>
    </message>
    <message>
        <source>direct, link-local address</source>
        <translation>直连，链路本地地址</translation>
    </message>
    <message>
        <source>direct, no proxy is given</source>
        <translation>直连，未填写代理</translation>
    </message>
    <message>
        <source>direct, on your network</source>
        <translation>直连，在你的网络中</translation>
    </message>
    <message>
        <source>direct, single-label name</source>
        <translation>直连，不带点的名称</translation>
    </message>
    <message>
        <source>direct, this computer</source>
        <translation>直连，本机</translation>
    </message>
    <message>
        <source>direct, {fact}</source>
        <translation>直连，{fact}</translation>
    </message>
    <message>
        <source>direct, {fact} cannot be used</source>
        <translation>直连，{fact} 不可用</translation>
    </message>
    <message>
        <source>direct, {suffix}</source>
        <translation>直连，{suffix}</translation>
    </message>
    <message>
        <source>ssh tunnel through {destination}</source>
        <translation>经 {destination} 的 SSH 隧道</translation>
    </message>
    <message>
        <source>through {proxy}</source>
        <translation>经 {proxy}</translation>
    </message>
</context>
<context>
    <name>SchemaEditor</name>
    <message>
        <source>A list of objects</source>
        <translation>对象列表</translation>
    </message>
    <message>
        <source>An object with two members</source>
        <translation>含两个成员的对象</translation>
    </message>
    <message>
        <source>JSON schema of the answer</source>
        <translation>回答的 JSON Schema</translation>
    </message>
    <message>
        <source>Start from an example</source>
        <translation>从示例开始</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
</context>
<context>
    <name>SentTab</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>None. It is made from a model that is on the host, or pulled there.</source>
        <translation>无。由主机上已有或将拉取的模型创建。</translation>
    </message>
    <message>
        <source>Nothing is downloaded, and nothing replaced.</source>
        <translation>不会下载或替换任何内容。</translation>
    </message>
    <message>
        <source>On {host}</source>
        <translation>在 {host} 上</translation>
    </message>
    <message>
        <source>POST /api/create, made from the text. Files are sent before it.</source>
        <translation>POST /api/create，由文本生成。文件会先行发送。</translation>
    </message>
    <message>
        <source>POST /api/create, made from the text. No file is sent.</source>
        <translation>POST /api/create，由文本生成。不发送文件。</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>另有 {number} 个</translation>
    </message>
    <message>
        <source>{size} at most. Each file is hashed first, and not sent where a host has it.</source>
        <translation>最多 {size}。先计算每个文件的哈希值，主机已有的文件不会发送。</translation>
    </message>
</context>
<context>
    <name>ServerLog</name>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>If the server has run already:</source>
        <translation>如果服务器已经运行过：</translation>
    </message>
    <message>
        <source>It begins when Ollama is started here.</source>
        <translation>在这里启动 Ollama 后开始记录。</translation>
    </message>
    <message>
        <source>Lines appear here as the server writes them.</source>
        <translation>服务器写入时，日志行会出现在这里。</translation>
    </message>
    <message>
        <source>No log</source>
        <translation>没有日志</translation>
    </message>
    <message>
        <source>No log yet</source>
        <translation>还没有日志</translation>
    </message>
    <message>
        <source>Nothing was written yet</source>
        <translation>还没有写入任何内容</translation>
    </message>
    <message>
        <source>Somebody started this server by hand, and it writes to the terminal it was started in.
Stop it and start it here, and its log is kept.</source>
        <translation>此服务器是手动启动的，它把日志写到启动它的终端。
停止它并在这里启动，即可保留日志。</translation>
    </message>
    <message>
        <source>The container's engine keeps it, and shows it in a terminal.</source>
        <translation>日志由容器引擎保存，可在终端中查看。</translation>
    </message>
    <message>
        <source>The log cannot be read</source>
        <translation>无法读取日志</translation>
    </message>
    <message>
        <source>The log is elsewhere</source>
        <translation>日志在别处</translation>
    </message>
    <message>
        <source>The log is in the container</source>
        <translation>日志在容器中</translation>
    </message>
    <message>
        <source>There is no Ollama here yet.</source>
        <translation>这里还没有 Ollama。</translation>
    </message>
    <message>
        <source>This account may not read its file. This command makes it yours.</source>
        <translation>此账户无权读取它的文件。这条命令把文件归到你名下。</translation>
    </message>
    <message>
        <source>This account may not read the system's journal. The administrator can allow it with this command; it holds once you log in again.</source>
        <translation>此账户无权读取系统日志。管理员可以用这条命令允许；重新登录后生效。</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>详细</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>{number} lines</source>
        <translation>{number} 行</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>{hint} The default is: {default}.</source>
        <translation>{hint}默认为：{default}。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>It could not be set aside, because its folder cannot be written.</source>
        <translation>损坏的文件未能移开，因为其文件夹不可写入。</translation>
    </message>
    <message>
        <source>The damaged one was kept as {file}.</source>
        <translation>损坏的文件已保留为 {file}。</translation>
    </message>
    <message>
        <source>The file of measured loads was damaged. They are learned anew.</source>
        <translation>实测加载记录的文件已损坏，将重新积累。</translation>
    </message>
    <message>
        <source>The file of measured loads was damaged; that of before is used.</source>
        <translation>实测加载记录的文件已损坏；使用之前的文件。</translation>
    </message>
    <message>
        <source>The settings file was damaged. Add your hosts again and look at the rest.</source>
        <translation>设置文件已损坏。重新添加主机，并检查其他设置。</translation>
    </message>
    <message>
        <source>The settings file was damaged; the settings of before are used.</source>
        <translation>设置文件已损坏；现使用之前的设置。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>By the desktop's notifications, while you look at something else.</source>
        <translation>不在看 Paddock 时，用桌面通知提醒。</translation>
    </message>
    <message>
        <source>Closing the window leaves it in the tray</source>
        <translation>关闭窗口后留在托盘中</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Ctrl+K finds actions, models and everything else.</source>
        <translation>Ctrl+K 可查找操作、模型和其他一切。</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Files and privacy</source>
        <translation>文件与隐私</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. Qt for Python is used under the LGPL, the icons are Lucide's, under the ISC licence.</source>
        <translation>以 MIT 许可发布的自由软件。Qt for Python 依 LGPL 使用，图标来自 Lucide，依 ISC 许可使用。</translation>
    </message>
    <message>
        <source>Further pulls wait until one of these has ended.</source>
        <translation>其余的拉取会等到其中一个结束。</translation>
    </message>
    <message>
        <source>Go on with pulls at the next start</source>
        <translation>下次启动时继续拉取</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Jobs go on. It needs the icon; Quit ends the program.</source>
        <translation>任务会继续。需要托盘图标；“退出”会结束程序。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Loads</source>
        <translation>加载记录</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Look for newer versions once a day</source>
        <translation>每天检查一次新版本</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Names of the exporters' metrics</source>
        <translation>导出器的指标名称</translation>
    </message>
    <message>
        <source>Names of the metrics…</source>
        <translation>指标名称…</translation>
    </message>
    <message>
        <source>No setting is about “{words}”</source>
        <translation>没有与“{words}”有关的设置</translation>
    </message>
    <message>
        <source>Of what the system sets. Everything else grows with it.</source>
        <translation>相对于系统设置的大小。其他一切随之放大。</translation>
    </message>
    <message>
        <source>One small file is fetched that names the newest one. Nothing is said of you, and nothing is installed.</source>
        <translation>获取一个写有最新版本的小文件。不透露你的任何信息，也不安装任何内容。</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Paddock {version}</source>
        <translation>Paddock {version}</translation>
    </message>
    <message>
        <source>Passwords and tokens are in the system's keyring, or in a file that you alone can read. The settings and the log hold none.</source>
        <translation>密码和令牌保存在系统的密钥环中，或只有你能读取的文件中。设置和日志中都没有。</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>Pulls at a time on each host</source>
        <translation>每台主机同时拉取的数量</translation>
    </message>
    <message>
        <source>Pulls that run when Paddock ends start again, from where they were.</source>
        <translation>Paddock 退出时正在进行的拉取会从中断处继续。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>在托盘中显示图标</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Stay awake while jobs run</source>
        <translation>有任务时保持唤醒</translation>
    </message>
    <message>
        <source>Takes effect at once. Names and answers of models stay as they are.</source>
        <translation>立即生效。模型的名称和回答保持不变。</translation>
    </message>
    <message>
        <source>Tell when a job ends</source>
        <translation>任务结束时通知</translation>
    </message>
    <message>
        <source>The settings could not be written: {reason}. They hold until you quit.</source>
        <translation>无法写入设置：{reason}。设置只保留到退出为止。</translation>
    </message>
    <message>
        <source>This computer does not go to sleep by itself until they end.</source>
        <translation>任务结束之前，本机不会自动睡眠。</translation>
    </message>
    <message>
        <source>This desktop has no tray at the moment, so the window is never hidden.</source>
        <translation>此桌面目前没有托盘，因此窗口不会隐藏。</translation>
    </message>
    <message>
        <source>To your hosts, what you do with them; to a host's exporter, if you named one. To nobody else: no usage is counted and no report is sent by itself. Newer versions are only looked for once you said so.</source>
        <translation>只发给你的主机（你所做的操作）和你指定的导出器，不发给其他任何人：不统计使用情况，也不自动发送报告。经你同意才会检查新版本。</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>版本与许可</translation>
    </message>
    <message>
        <source>What folds, slides or fades does so at once, and what turns stands still.</source>
        <translation>折叠、滑动和淡入淡出立即完成，旋转的图标静止不动。</translation>
    </message>
    <message>
        <source>What is kept where</source>
        <translation>数据保存位置</translation>
    </message>
    <message>
        <source>What is sent where</source>
        <translation>数据去向</translation>
    </message>
    <message>
        <source>Where a host's memory is told by node_exporter and its like, these are the names that are read. They hold for all hosts.</source>
        <translation>由 node_exporter 等程序提供主机内存信息时，按这些名称读取。适用于所有主机。</translation>
    </message>
    <message>
        <source>With the jobs that run and the models that are loaded.</source>
        <translation>显示正在运行的任务和已加载的模型。</translation>
    </message>
    <message>
        <source>animation accessibility</source>
        <translation>动画 动态 无障碍 animation accessibility</translation>
    </message>
    <message>
        <source>background minimise</source>
        <translation>后台 最小化 background minimise</translation>
    </message>
    <message>
        <source>download parallel queue limit</source>
        <translation>拉取 下载 并行 队列 限制 pull download parallel queue limit</translation>
    </message>
    <message>
        <source>download resume continue</source>
        <translation>拉取 下载 断点续传 继续 pull download resume continue</translation>
    </message>
    <message>
        <source>folder path database log keyring</source>
        <translation>文件夹 路径 数据库 日志 密钥环 folder path database log keyring</translation>
    </message>
    <message>
        <source>font zoom scale large</source>
        <translation>字体 缩放 放大 字号 font zoom scale large</translation>
    </message>
    <message>
        <source>notification message</source>
        <translation>通知 消息 notification message</translation>
    </message>
    <message>
        <source>privacy telemetry tracking network data</source>
        <translation>隐私 遥测 跟踪 网络 数据 privacy telemetry tracking network data</translation>
    </message>
    <message>
        <source>prometheus dcgm nvidia gpu exporter</source>
        <translation>指标 导出器 显卡 prometheus dcgm nvidia gpu exporter</translation>
    </message>
    <message>
        <source>sleep suspend power</source>
        <translation>睡眠 休眠 电源 sleep suspend power</translation>
    </message>
    <message>
        <source>theme dark light night</source>
        <translation>主题 深色 浅色 夜间 theme dark light night</translation>
    </message>
    <message>
        <source>tray status menu bar notification area</source>
        <translation>托盘 状态栏 菜单栏 通知区域 tray status menu bar notification area</translation>
    </message>
    <message>
        <source>update upgrade release</source>
        <translation>更新 升级 版本 update upgrade release</translation>
    </message>
    <message>
        <source>version licence license help keys</source>
        <translation>版本 许可 帮助 快捷键 version licence license help keys</translation>
    </message>
</context>
<context>
    <name>SettingsSide</name>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的各个部分</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SidePlace</name>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
</context>
<context>
    <name>SignInTab</name>
    <message>
        <source>Headers of your own</source>
        <translation>自定义标头</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Ollama itself asks for nothing</source>
        <translation>Ollama 本身不要求登录</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sent as Authorization: Bearer</source>
        <translation>以 Authorization: Bearer 发送</translation>
    </message>
    <message>
        <source>Sent with every request to this host, and to no other</source>
        <translation>随每个请求发送给此主机，不发送给其他主机</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>What a reverse proxy most often asks for</source>
        <translation>反向代理最常要求的方式</translation>
    </message>
</context>
<context>
    <name>SizeField</name>
    <message>
        <source>Type an amount such as 24 GB or 24 GiB.</source>
        <translation>输入数值，如 24 GB 或 24 GiB。</translation>
    </message>
    <message>
        <source>such as 24 GB</source>
        <translation>如 24 GB</translation>
    </message>
</context>
<context>
    <name>SlowBanner</name>
    <message>
        <source>Load it anew</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Load {model} anew</source>
        <translation>重新加载 {model}</translation>
    </message>
    <message>
        <source>Load {model} anew with num_ctx {context}</source>
        <translation>用 num_ctx {context} 重新加载 {model}</translation>
    </message>
    <message>
        <source>Unload the other models, and load {model} anew</source>
        <translation>卸载其他模型，并重新加载 {model}</translation>
    </message>
    <message>
        <source>Unload the others</source>
        <translation>卸载其他模型</translation>
    </message>
    <message>
        <source>Use {context}</source>
        <translation>使用 {context}</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>CPU: its load comes with the second reading</source>
        <translation>CPU：第二次读数后才有负载</translation>
    </message>
    <message>
        <source>CPU: {load}</source>
        <translation>CPU：{load}</translation>
    </message>
    <message>
        <source>Disk {folder}: {free} of {total} free</source>
        <translation>磁盘 {folder}：{free} 可用，共 {total}</translation>
    </message>
    <message>
        <source>Is it running, and is its port open to this computer?</source>
        <translation>它在运行吗？端口对本机开放吗？</translation>
    </message>
    <message>
        <source>Is it that program? If it is, its metrics may have other names now.</source>
        <translation>是那个程序吗？如果是，它的指标现在可能改了名称。</translation>
    </message>
    <message>
        <source>Is the path right? A sign-in is not possible here.</source>
        <translation>路径对吗？这里无法登录。</translation>
    </message>
    <message>
        <source>It has to work without questions, as by a key or an agent.</source>
        <translation>须无需提问即可工作，例如使用密钥或代理程序。</translation>
    </message>
    <message>
        <source>It tells nothing of GPUs</source>
        <translation>没有说明 GPU 的情况</translation>
    </message>
    <message>
        <source>It tells that there is no GPU</source>
        <translation>说明没有 GPU</translation>
    </message>
    <message>
        <source>Nothing answers there</source>
        <translation>那里没有响应</translation>
    </message>
    <message>
        <source>RAM: {used}</source>
        <translation>内存：{used}</translation>
    </message>
    <message>
        <source>Swap: {used}</source>
        <translation>交换空间：{used}</translation>
    </message>
    <message>
        <source>What answers there refuses</source>
        <translation>那里的程序拒绝访问</translation>
    </message>
    <message>
        <source>What answers there tells none of the figures</source>
        <translation>那里的程序没有给出任何数值</translation>
    </message>
    <message numerus="yes">
        <source>and %n more GPUs</source>
        <translation>
            <numerusform>以及另外 %n 块 GPU</numerusform>
        </translation>
    </message>
    <message>
        <source>its memory is {percent} full</source>
        <translation>显存已用 {percent}</translation>
    </message>
    <message>
        <source>load {percent}</source>
        <translation>负载 {percent}</translation>
    </message>
    <message>
        <source>ssh did not get there, or nvidia-smi is not there</source>
        <translation>ssh 未能连接，或那里没有 nvidia-smi</translation>
    </message>
    <message>
        <source>{card}: does not answer</source>
        <translation>{card}：没有响应</translation>
    </message>
    <message>
        <source>{number} W</source>
        <translation>{number} W</translation>
    </message>
    <message>
        <source>{number} °C</source>
        <translation>{number} °C</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Choose who tells it, and that can be tried.</source>
        <translation>选择由谁提供信息后，才能测试。</translation>
    </message>
    <message>
        <source>How the memory of {host} is known</source>
        <translation>{host} 的内存信息来源</translation>
    </message>
    <message>
        <source>Ollama tells what is loaded. How much memory there is, it does not tell.</source>
        <translation>Ollama 会说明加载了什么，但不说明内存有多大。</translation>
    </message>
    <message>
        <source>Only choose something here where Ollama runs in a machine of its own.</source>
        <translation>只有 Ollama 在独立的机器中运行时，才需要在这里选择。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This computer is measured by the program itself.</source>
        <translation>本机由 Paddock 自己测量。</translation>
    </message>
    <message>
        <source>This host was removed from the list.</source>
        <translation>此主机已从列表中移除。</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>SshForm</name>
    <message>
        <source>A destination does not begin with a dash. Type it as me@tower.</source>
        <translation>目标不能以短横线开头。输入如 me@tower。</translation>
    </message>
    <message>
        <source>As you would type it after ssh</source>
        <translation>与在 ssh 之后输入的一样</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Nothing is installed there. Every ten seconds, or every two minutes while nobody looks, your ssh signs in and runs this command. It has to work without questions: with a key or an agent, and the computer known to ssh already.</source>
        <translation>那里不安装任何东西。每十秒（无人查看时每两分钟），你的 ssh 会登录并运行这条命令。须无需提问即可工作：使用密钥或代理程序，并且 ssh 已认识该电脑。</translation>
    </message>
    <message>
        <source>Only the destination belongs here, such as me@tower.</source>
        <translation>这里只填目标，如 me@tower。</translation>
    </message>
    <message>
        <source>There is no ssh on this computer.</source>
        <translation>本机没有 ssh。</translation>
    </message>
    <message>
        <source>What is run there</source>
        <translation>在那里运行的命令</translation>
    </message>
</context>
<context>
    <name>SshPort</name>
    <message>
        <source>0 leaves it to ssh and its own configuration.</source>
        <translation>0 表示由 ssh 及其配置决定。</translation>
    </message>
    <message>
        <source>Port of ssh there</source>
        <translation>那里的 ssh 端口</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Is it Ollama?</source>
        <translation>是否为 Ollama</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>One token</source>
        <translation>生成词元</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>an IP address, nothing to look up</source>
        <translation>IP 地址，无需解析</translation>
    </message>
    <message>
        <source>certificate by {issuer}</source>
        <translation>证书由 {issuer} 签发</translation>
    </message>
    <message>
        <source>certificate of {subject}</source>
        <translation>{subject} 的证书</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>直连</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>looked up by the proxy</source>
        <translation>由代理解析</translation>
    </message>
    <message>
        <source>no model was chosen</source>
        <translation>未选择模型</translation>
    </message>
    <message>
        <source>no, it says {server}</source>
        <translation>否，自称 {server}</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>nothing to look up</source>
        <translation>无需解析</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>passed with a warning</source>
        <translation>通过，有警告</translation>
    </message>
    <message>
        <source>plain http</source>
        <translation>明文 http</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>ssh tunnel through {tunnel}</source>
        <translation>经 {tunnel} 的 SSH 隧道</translation>
    </message>
    <message>
        <source>stopped at step {number}, {time}</source>
        <translation>止于第 {number} 步，{time}</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>正在诊断…</translation>
    </message>
    <message>
        <source>through {proxy}</source>
        <translation>经 {proxy}</translation>
    </message>
    <message>
        <source>to {proxy}</source>
        <translation>到 {proxy}</translation>
    </message>
    <message>
        <source>to {to}</source>
        <translation>到 {to}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{addresses}</source>
        <translation>{addresses}</translation>
    </message>
    <message>
        <source>{count} listed</source>
        <translation>列出 {count} 个</translation>
    </message>
    <message>
        <source>{model}</source>
        <translation>{model}</translation>
    </message>
    <message>
        <source>{scheme}, port {port}</source>
        <translation>{scheme}，端口 {port}</translation>
    </message>
    <message>
        <source>{status}</source>
        <translation>{status}</translation>
    </message>
    <message>
        <source>{status} from the proxy</source>
        <translation>代理返回 {status}</translation>
    </message>
    <message>
        <source>{version}</source>
        <translation>{version}</translation>
    </message>
</context>
<context>
    <name>StopRow</name>
    <message>
        <source>As the model has it</source>
        <translation>沿用模型设置</translation>
    </message>
    <message>
        <source>None: the model's own are left out</source>
        <translation>无：不使用模型自带的停止序列</translation>
    </message>
    <message>
        <source>One per line; \n is a line feed</source>
        <translation>每行一个；\n 表示换行</translation>
    </message>
    <message>
        <source>This model's own</source>
        <translation>模型自带</translation>
    </message>
</context>
<context>
    <name>SubPageHeader</name>
    <message>
        <source>Back to Memory</source>
        <translation>返回内存</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>SwitchField</name>
    <message>
        <source>Back to the default: {default}</source>
        <translation>恢复默认：{default}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>More sections</source>
        <translation>更多标签页</translation>
    </message>
    <message>
        <source>{name}, edited</source>
        <translation>{name}，已编辑</translation>
    </message>
</context>
<context>
    <name>TargetList</name>
    <message>
        <source>To these hosts</source>
        <translation>拉取到这些主机</translation>
    </message>
</context>
<context>
    <name>TargetPicker</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Pull a model…</source>
        <translation>拉取模型…</translation>
    </message>
    <message>
        <source>Search models and hosts</source>
        <translation>搜索模型和主机</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>视觉</translation>
    </message>
</context>
<context>
    <name>TellingForm</name>
    <message>
        <source>It tells what is loaded, and nothing of how much memory there is.</source>
        <translation>它说明加载了什么，但不说明内存有多大。</translation>
    </message>
    <message>
        <source>Its web server. Of a GPU it tells how full its memory is, not its size.</source>
        <translation>它的网页服务。对于 GPU，它提供显存的使用比例，而不是大小。</translation>
    </message>
    <message>
        <source>Only Ollama</source>
        <translation>只用 Ollama</translation>
    </message>
    <message>
        <source>Programs over there; they are asked without a sign-in.</source>
        <translation>在那台电脑上运行的程序；访问时不登录。</translation>
    </message>
    <message>
        <source>Prometheus exporters</source>
        <translation>Prometheus 导出器</translation>
    </message>
    <message>
        <source>Switch at least one of them on.</source>
        <translation>至少开启其中一项。</translation>
    </message>
    <message>
        <source>Who tells it</source>
        <translation>由谁提供</translation>
    </message>
    <message>
        <source>Your own ssh asks for NVIDIA's cards, and nothing else.</source>
        <translation>用你自己的 ssh 查询 NVIDIA 显卡，不做其他事。</translation>
    </message>
    <message>
        <source>glances</source>
        <translation>glances</translation>
    </message>
    <message>
        <source>ssh</source>
        <translation>ssh</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Take that of a model…</source>
        <translation>使用其他模型的模板…</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>The base model's own</source>
        <translation>沿用基础模型</translation>
    </message>
    <message>
        <source>the base model's own</source>
        <translation>沿用基础模型</translation>
    </message>
</context>
<context>
    <name>TextSection</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>{number} characters</source>
        <translation>{number} 个字符</translation>
    </message>
</context>
<context>
    <name>ThinkButton</name>
    <message>
        <source>As the model does</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Think: {choice}</source>
        <translation>思考：{choice}</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Whether the model thinks before it answers</source>
        <translation>模型回答前是否先思考</translation>
    </message>
    <message>
        <source>as the model does</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
</context>
<context>
    <name>ThinkRow</name>
    <message>
        <source>As the model does</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Set to {value}</source>
        <translation>设为 {value}</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Image {name}, show it large</source>
        <translation>图像 {name}，点击放大</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>未显示</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>粘贴的图像</translation>
    </message>
</context>
<context>
    <name>Tidy</name>
    <message>
        <source>1 model has not said yet which weights it has</source>
        <translation>1 个模型的权重尚不清楚</translation>
    </message>
    <message>
        <source>A manifest cannot be read, so no blob is removed</source>
        <translation>有清单无法读取，因此不删除任何 blob</translation>
    </message>
    <message>
        <source>A pull breaks off when the disk is full. Begin with what is large and long unused.</source>
        <translation>磁盘满时拉取会中断。先删除体积大且久未使用的模型。</translation>
    </message>
    <message>
        <source>Blob of no model</source>
        <translation>没有模型使用的 blob</translation>
    </message>
    <message>
        <source>Deleting it frees</source>
        <translation>删除可释放</translation>
    </message>
    <message>
        <source>Every file is what its name says</source>
        <translation>每个文件都与其名称相符</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>It belongs to another user. Its owner can let you look into it.</source>
        <translation>它属于另一个用户。其所有者可以允许你查看。</translation>
    </message>
    <message>
        <source>It belongs to the user that runs Ollama. This command lets everybody who uses this computer look into it, and nobody write there.</source>
        <translation>它属于运行 Ollama 的用户。这条命令允许使用本机的所有人查看，但不允许任何人写入。</translation>
    </message>
    <message>
        <source>It may name any of them. What cannot be read: {files}</source>
        <translation>它可能提到其中任何一个。无法读取的有：{files}</translation>
    </message>
    <message>
        <source>It was not found here, or it runs in a container with its own files.</source>
        <translation>这里没有找到它，或者它在容器中运行，使用自己的文件。</translation>
    </message>
    <message>
        <source>Less than {share} of the disk is free on {hosts}</source>
        <translation>{hosts} 的磁盘可用不足 {share}</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Nothing was removed</source>
        <translation>没有删除任何内容</translation>
    </message>
    <message>
        <source>Of {number} files: {found}</source>
        <translation>{number} 个文件中有 {found}</translation>
    </message>
    <message>
        <source>Ollama makes them with the first model that is pulled.</source>
        <translation>拉取第一个模型时，Ollama 会创建它们。</translation>
    </message>
    <message>
        <source>Ollama removes what is older than an hour and of no use by itself when it starts.</source>
        <translation>Ollama 启动时会自行删除超过一小时且没有用处的文件。</translation>
    </message>
    <message>
        <source>Only they say which blobs a model uses. Pull any model, then look through the folder again.</source>
        <translation>只有清单能说明模型使用哪些 blob。拉取任意模型，然后再检查一次文件夹。</translation>
    </message>
    <message>
        <source>Only {share} of the disk is free on {host}</source>
        <translation>{host} 的磁盘只剩 {share} 可用</translation>
    </message>
    <message>
        <source>Partial download</source>
        <translation>未完成的下载</translation>
    </message>
    <message>
        <source>Set OLLAMA_MODELS to the folder that it leads to instead.</source>
        <translation>改为把 OLLAMA_MODELS 设为链接指向的文件夹。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Sort by date</source>
        <translation>按日期排序</translation>
    </message>
    <message>
        <source>Sort by host</source>
        <translation>按主机排序</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>按名称排序</translation>
    </message>
    <message>
        <source>Sort by size</source>
        <translation>按大小排序</translation>
    </message>
    <message>
        <source>Sort by what is freed</source>
        <translation>按可释放大小排序</translation>
    </message>
    <message>
        <source>The files belong to another user, so this program removes none</source>
        <translation>这些文件属于另一个用户，因此本程序不删除任何文件</translation>
    </message>
    <message>
        <source>The folder is not there any more</source>
        <translation>文件夹已不存在</translation>
    </message>
    <message>
        <source>The folder of blobs is a link, so nothing is removed</source>
        <translation>blob 文件夹是链接，因此不删除任何内容</translation>
    </message>
    <message>
        <source>There are no blobs in {folder}</source>
        <translation>{folder} 中没有 blob</translation>
    </message>
    <message>
        <source>There are no manifests, so no blob is removed</source>
        <translation>没有清单，因此不删除任何 blob</translation>
    </message>
    <message>
        <source>This command removes the damaged ones. Then pull their models again.</source>
        <translation>这条命令删除损坏的文件。之后再次拉取其模型。</translation>
    </message>
    <message>
        <source>Where Ollama keeps models on this computer is not known</source>
        <translation>不知道 Ollama 在本机把模型保存在哪里</translation>
    </message>
    <message>
        <source>at least {size} in {number} files</source>
        <translation>至少 {size}，{number} 个文件</translation>
    </message>
    <message>
        <source>at most {size}</source>
        <translation>最多 {size}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>其间有改动</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>next to nothing</source>
        <translation>几乎不释放</translation>
    </message>
    <message>
        <source>next to nothing, shares with {others}</source>
        <translation>几乎不释放，与 {others} 共用</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>not yours to read</source>
        <translation>你无权读取</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>{folder} keeps you out</source>
        <translation>{folder} 不允许你访问</translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation>{free} 可用，共 {total}</translation>
    </message>
    <message>
        <source>{number} cannot be read</source>
        <translation>{number} 个无法读取</translation>
    </message>
    <message>
        <source>{number} changed meanwhile</source>
        <translation>{number} 个其间有改动</translation>
    </message>
    <message>
        <source>{number} damaged</source>
        <translation>{number} 个已损坏</translation>
    </message>
    <message>
        <source>{number} kept: a manifest that cannot be read may name it.</source>
        <translation>保留 {number} 个：无法读取的清单可能提到它。</translation>
    </message>
    <message>
        <source>{number} kept: a model has come to use it.</source>
        <translation>保留 {number} 个：已有模型使用它。</translation>
    </message>
    <message>
        <source>{number} kept: another file was downloaded within the last hour, and both may belong to one model.</source>
        <translation>保留 {number} 个：一小时内下载过另一个文件，两者可能属于同一个模型。</translation>
    </message>
    <message>
        <source>{number} kept: it was stopped before.</source>
        <translation>保留 {number} 个：在此之前已停止。</translation>
    </message>
    <message>
        <source>{number} kept: no file of Ollama's.</source>
        <translation>保留 {number} 个：不是 Ollama 的文件。</translation>
    </message>
    <message>
        <source>{number} kept: no longer the file that was looked at, or gone.</source>
        <translation>保留 {number} 个：已不是查看过的文件，或已消失。</translation>
    </message>
    <message>
        <source>{number} kept: something is being pulled or created. Try again after that.</source>
        <translation>保留 {number} 个：正在拉取或创建。之后再试。</translation>
    </message>
    <message>
        <source>{number} kept: sound when it was read once more.</source>
        <translation>保留 {number} 个：再次读取时完好。</translation>
    </message>
    <message>
        <source>{number} kept: the system would not remove it.</source>
        <translation>保留 {number} 个：系统不允许删除。</translation>
    </message>
    <message>
        <source>{number} kept: written within the last hour, so that somebody may be using it.</source>
        <translation>保留 {number} 个：一小时内写入，可能有程序在使用。</translation>
    </message>
    <message>
        <source>{number} missing</source>
        <translation>{number} 个缺失</translation>
    </message>
    <message>
        <source>{number} models have not said yet which weights they have</source>
        <translation>{number} 个模型的权重尚不清楚</translation>
    </message>
    <message>
        <source>{number} not yours to read</source>
        <translation>{number} 个你无权读取</translation>
    </message>
    <message>
        <source>{number} selected, at most {size} would be freed</source>
        <translation>已选 {number} 个，最多可释放 {size}</translation>
    </message>
    <message>
        <source>{number} selected, next to nothing would be freed</source>
        <translation>已选 {number} 个，几乎不释放空间</translation>
    </message>
    <message>
        <source>{number} selected, not yet known what is freed, at most {size}</source>
        <translation>已选 {number} 个，能释放多少尚不清楚，最多 {size}</translation>
    </message>
    <message>
        <source>{number} selected, {size} would be freed</source>
        <translation>已选 {number} 个，可释放 {size}</translation>
    </message>
    <message>
        <source>{number} sound</source>
        <translation>{number} 个完好</translation>
    </message>
    <message>
        <source>{size} freed</source>
        <translation>已释放 {size}</translation>
    </message>
    <message>
        <source>{size} in {number} files</source>
        <translation>{size}，{number} 个文件</translation>
    </message>
    <message>
        <source>{size} of damaged files removed, their models are being pulled</source>
        <translation>已删除 {size} 损坏的文件，正在拉取其模型</translation>
    </message>
</context>
<context>
    <name>TidyPage</name>
    <message>
        <source>Files of this computer</source>
        <translation>本机的文件</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>What models really take, and what lies on this computer without use</source>
        <translation>模型的实际占用，以及本机上的无用文件</translation>
    </message>
</context>
<context>
    <name>TidyTable</name>
    <message>
        <source>{model} on {host}, {size}, {modified}, deleting it frees: {frees}</source>
        <translation>{host} 上的 {model}，{size}，{modified}，删除可释放：{frees}</translation>
    </message>
</context>
<context>
    <name>TimeoutsTab</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>A host that sleeps or is switched off never answers. Default: {seconds} s</source>
        <translation>休眠或关机的主机不会响应。默认：{seconds} 秒</translation>
    </message>
    <message>
        <source>A large model from a slow disk takes minutes. Default: {seconds} s</source>
        <translation>从慢速磁盘加载大模型需要几分钟。默认：{seconds} 秒</translation>
    </message>
    <message>
        <source>A long prompt is read before the first one. Default: {seconds} s</source>
        <translation>生成首个词元之前要先读完长提示词。默认：{seconds} 秒</translation>
    </message>
    <message>
        <source>Silence between tokens</source>
        <translation>词元之间无数据</translation>
    </message>
    <message>
        <source>Silence while a model loads</source>
        <translation>加载模型期间无数据</translation>
    </message>
    <message>
        <source>To connect</source>
        <translation>建立连接</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>F2 changes it</source>
        <translation>按 F2 修改</translation>
    </message>
    <message>
        <source>Title of the conversation</source>
        <translation>对话标题</translation>
    </message>
</context>
<context>
    <name>TlsTab</name>
    <message>
        <source>For an authority of your own or of a company</source>
        <translation>用于自建或公司的证书颁发机构</translation>
    </message>
    <message>
        <source>Nothing is encrypted on the way to an http:// address.</source>
        <translation>连接 http:// 地址时，传输内容不加密。</translation>
    </message>
    <message>
        <source>One certificate</source>
        <translation>指定证书</translation>
    </message>
    <message>
        <source>Only the very one that you have looked at and confirmed</source>
        <translation>仅信任你查看并确认过的那一个证书</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>System and a CA file</source>
        <translation>系统和 CA 文件</translation>
    </message>
    <message>
        <source>The certificates that this computer believes</source>
        <translation>本机信任的证书</translation>
    </message>
    <message>
        <source>With https:// in front of it, what is chosen here takes effect.</source>
        <translation>在地址前写上 https://，此处的选择才会生效。</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Open the inspector</source>
        <translation>打开详情面板</translation>
    </message>
    <message>
        <source>Pull a model</source>
        <translation>拉取模型</translation>
    </message>
    <message>
        <source>Pull model</source>
        <translation>拉取模型</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>Traps</name>
    <message>
        <source>A line with FROM is missing.</source>
        <translation>缺少 FROM 行。</translation>
    </message>
    <message>
        <source>A message is from system, user or assistant.</source>
        <translation>消息的角色只能是 system、user 或 assistant。</translation>
    </message>
    <message>
        <source>A value is missing behind it.</source>
        <translation>参数后缺少值。</translation>
    </message>
    <message>
        <source>An unusual value for {name}. {range}</source>
        <translation>{name} 的值不常见。{range}</translation>
    </message>
    <message>
        <source>Another ADAPTER comes below, and only the last one is used.</source>
        <translation>下方还有 ADAPTER，只使用最后一个。</translation>
    </message>
    <message>
        <source>Close the quote</source>
        <translation>闭合引号</translation>
    </message>
    <message>
        <source>FROM names nothing to make the model from.</source>
        <translation>FROM 没有指定创建模型的来源。</translation>
    </message>
    <message>
        <source>No instruction begins like this.</source>
        <translation>没有这样开头的指令。</translation>
    </message>
    <message>
        <source>No model can have this name, and no file is meant.</source>
        <translation>不是有效的模型名称，也不是文件路径。</translation>
    </message>
    <message>
        <source>Ollama cannot read this.</source>
        <translation>Ollama 无法读取此内容。</translation>
    </message>
    <message>
        <source>Ollama drops characters that nobody sees.</source>
        <translation>Ollama 会丢弃不可见的字符。</translation>
    </message>
    <message>
        <source>Ollama knows no parameter {name}.</source>
        <translation>Ollama 没有参数 {name}。</translation>
    </message>
    <message>
        <source>One space</source>
        <translation>改为一个空格</translation>
    </message>
    <message>
        <source>Quote the whole line</source>
        <translation>给整行加引号</translation>
    </message>
    <message>
        <source>REQUIRES wants a version such as 0.14.0.</source>
        <translation>REQUIRES 应为版本号，如 0.14.0。</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>删除此行</translation>
    </message>
    <message>
        <source>Remove this one</source>
        <translation>删除此处</translation>
    </message>
    <message>
        <source>Take them out</source>
        <translation>去除字符</translation>
    </message>
    <message>
        <source>Text stands behind the quote, so the quote does not end here.</source>
        <translation>引号后还有文本，因此引号没有在此结束。</translation>
    </message>
    <message>
        <source>The open quote takes in “{said}”.</source>
        <translation>未闭合的引号把“{said}”也包含了进来。</translation>
    </message>
    <message>
        <source>The text ends too early: a quote is open, or a value missing.</source>
        <translation>文本提前结束：引号未闭合，或缺少值。</translation>
    </message>
    <message>
        <source>Two spaces after PARAMETER: it would be a parameter without a name.</source>
        <translation>PARAMETER 后有两个空格：会成为没有名称的参数。</translation>
    </message>
    <message>
        <source>Use {value}</source>
        <translation>使用 {value}</translation>
    </message>
    <message>
        <source>{name} comes again below, and only that counts.</source>
        <translation>下方再次设置了 {name}，只有那一处生效。</translation>
    </message>
    <message>
        <source>{name} has no value.</source>
        <translation>{name} 没有值。</translation>
    </message>
    <message>
        <source>{name} is deprecated, and has no effect.</source>
        <translation>{name} 已弃用，不起作用。</translation>
    </message>
    <message>
        <source>{name} wants a number.</source>
        <translation>{name} 应为数字。</translation>
    </message>
    <message>
        <source>{name} wants a text.</source>
        <translation>{name} 应为文本。</translation>
    </message>
    <message>
        <source>{name} wants a whole number.</source>
        <translation>{name} 应为整数。</translation>
    </message>
    <message>
        <source>{name} wants another kind of value.</source>
        <translation>{name} 的值类型不符。</translation>
    </message>
    <message>
        <source>{name} wants true or false.</source>
        <translation>{name} 应为 true 或 false。</translation>
    </message>
    <message>
        <source>{range}.</source>
        <translation>{range}。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs failed</source>
        <translation>
            <numerusform>%n 个任务失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pulls</source>
        <translation>
            <numerusform>%n 个拉取</numerusform>
        </translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>没有任务</translation>
    </message>
    <message>
        <source>One job</source>
        <translation>1 个任务</translation>
    </message>
    <message>
        <source>One job failed</source>
        <translation>1 个任务失败</translation>
    </message>
    <message>
        <source>One pull</source>
        <translation>1 个拉取</translation>
    </message>
    <message>
        <source>Paddock: {jobs}</source>
        <translation>Paddock：{jobs}</translation>
    </message>
    <message>
        <source>{jobs}, {percent}</source>
        <translation>{jobs}，{percent}</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message numerus="yes">
        <source>%n more in memory…</source>
        <translation>
            <numerusform>内存中另有 %n 个…</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Paddock</source>
        <translation>打开 Paddock</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Unload all models</source>
        <translation>卸载所有模型</translation>
    </message>
    <message>
        <source>Unload {model} from {host}</source>
        <translation>从 {host} 卸载 {model}</translation>
    </message>
    <message>
        <source>{model} on {host} is being unloaded</source>
        <translation>正在卸载 {host} 上的 {model}</translation>
    </message>
</context>
<context>
    <name>TroublesView</name>
    <message>
        <source>No error has these words. What a server said is in the job or the chat.</source>
        <translation>没有包含这些词的错误。服务器的原话在任务或对话中。</translation>
    </message>
    <message>
        <source>What can go wrong</source>
        <translation>可能出现的问题</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>解决办法</translation>
    </message>
</context>
<context>
    <name>TryView</name>
    <message>
        <source>Asking</source>
        <translation>询问中</translation>
    </message>
    <message>
        <source>Asking for {time}</source>
        <translation>已询问 {time}</translation>
    </message>
    <message>
        <source>This was told</source>
        <translation>得到的信息</translation>
    </message>
    <message>
        <source>What was told all the same:</source>
        <translation>仍然得到的信息：</translation>
    </message>
</context>
<context>
    <name>TunnelTab</name>
    <message>
        <source>A destination does not begin with a dash. Type it as me@gate.</source>
        <translation>目标不能以短横线开头。写成 me@gate 的形式。</translation>
    </message>
    <message>
        <source>As you would type it after ssh, or empty for no tunnel</source>
        <translation>与 ssh 命令后的写法相同；留空表示不使用隧道</translation>
    </message>
    <message>
        <source>Install OpenSSH's client; until then a tunnel cannot be opened.</source>
        <translation>安装 OpenSSH 客户端；在此之前无法打开隧道。</translation>
    </message>
    <message>
        <source>Only the destination belongs here, such as me@gate. Options go into ssh's own configuration.</source>
        <translation>这里只填目标，例如 me@gate。选项写在 ssh 自己的配置中。</translation>
    </message>
    <message>
        <source>There is no ssh on this computer.</source>
        <translation>本机没有 ssh。</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>经由</translation>
    </message>
    <message>
        <source>Your own ssh leads there for as long as this host is in the list; the address above is then the one that is seen from there. It has to work without questions: with a key or an agent, and the computer known to ssh already.</source>
        <translation>只要此主机在列表中，就由你自己的 ssh 保持通往那里的隧道；上面的地址是从隧道另一端看到的地址。连接过程中不能出现询问：需使用密钥或 ssh-agent，且 ssh 已记录那台电脑。</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>还剩几秒</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>约剩 {time}</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{number} B</source>
        <translation>{number} B</translation>
    </message>
    <message>
        <source>{number} EB</source>
        <translation>{number} EB</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} PB</source>
        <translation>{number} PB</translation>
    </message>
    <message>
        <source>{number} TB</source>
        <translation>{number} TB</translation>
    </message>
    <message>
        <source>{number} bytes</source>
        <translation>{number} 字节</translation>
    </message>
    <message>
        <source>{number} d</source>
        <translation>{number} 天</translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number} 小时</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} 分钟</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
</context>
<context>
    <name>VariableField</name>
    <message>
        <source>Back to the default: {name}</source>
        <translation>恢复默认：{name}</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>That is {size}.</source>
        <translation>即 {size}。</translation>
    </message>
    <message>
        <source>The server that runs was started with {value}.</source>
        <translation>正在运行的服务器启动时用的是 {value}。</translation>
    </message>
    <message>
        <source>The server that runs was started without it.</source>
        <translation>正在运行的服务器启动时没有设置它。</translation>
    </message>
</context>
<context>
    <name>Variables</name>
    <message>
        <source>1 writes more, 2 everything.</source>
        <translation>1 记录更多，2 记录全部。</translation>
    </message>
    <message>
        <source>AMD GPUs to use</source>
        <translation>使用的 AMD GPU</translation>
    </message>
    <message>
        <source>AMD GPUs to use, by HIP</source>
        <translation>使用的 AMD GPU（HIP）</translation>
    </message>
    <message>
        <source>AMD GPUs to use, by number</source>
        <translation>使用的 AMD GPU（按序号）</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>After its last request, such as 10m or 2h; -1 is for ever, 0 not at all.</source>
        <translation>最后一次请求之后的时间，如 10m 或 2h；-1 为永久，0 为立即卸载。</translation>
    </message>
    <message>
        <source>Another one's version, such as 10.3.0.</source>
        <translation>另一型号的版本，如 10.3.0。</translation>
    </message>
    <message>
        <source>Connections for a download</source>
        <translation>下载连接数</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>上下文长度</translation>
    </message>
    <message>
        <source>Detail of the log</source>
        <translation>日志详细程度</translation>
    </message>
    <message>
        <source>Each takes memory for a context of its own.</source>
        <translation>每个请求都为自己的上下文占用内存。</translation>
    </message>
    <message>
        <source>Else they are removed when the server starts.</source>
        <translation>否则服务器启动时会删除它们。</translation>
    </message>
    <message>
        <source>Even where one would be enough.</source>
        <translation>即使一块就足够。</translation>
    </message>
    <message>
        <source>Faster, and takes less memory for a long context.</source>
        <translation>更快，上下文较长时占用的内存更少。</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>For GPUs that have nothing better.</source>
        <translation>用于没有更好选择的 GPU。</translation>
    </message>
    <message>
        <source>Further ones are refused.</source>
        <translation>超出的请求会被拒绝。</translation>
    </message>
    <message>
        <source>Give up loading after</source>
        <translation>加载超时</translation>
    </message>
    <message>
        <source>In bytes, for other programs.</source>
        <translation>以字节计，留给其他程序。</translation>
    </message>
    <message>
        <source>Its address, such as http://proxy.example:3128.</source>
        <translation>代理地址，如 http://proxy.example:3128。</translation>
    </message>
    <message>
        <source>Keep a model loaded for</source>
        <translation>模型保持加载</translation>
    </message>
    <message>
        <source>Keep files that no model needs</source>
        <translation>保留没有模型使用的文件</translation>
    </message>
    <message>
        <source>Library of the engine</source>
        <translation>引擎库</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Memory left free on each GPU</source>
        <translation>每块 GPU 保留的显存</translation>
    </message>
    <message>
        <source>Models and memory</source>
        <translation>模型与内存</translation>
    </message>
    <message>
        <source>Models folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Models loaded at once</source>
        <translation>同时加载的模型数</translation>
    </message>
    <message>
        <source>NVIDIA GPUs to use</source>
        <translation>使用的 NVIDIA GPU</translation>
    </message>
    <message>
        <source>Names and addresses, parted by commas.</source>
        <translation>名称和地址，以逗号分隔。</translation>
    </message>
    <message>
        <source>Neither on nor off. Choose one.</source>
        <translation>既非开启也非关闭。选择一项。</translation>
    </message>
    <message>
        <source>Network and proxies</source>
        <translation>网络与代理</translation>
    </message>
    <message>
        <source>No cloud models</source>
        <translation>不使用云端模型</translation>
    </message>
    <message>
        <source>Not a duration. Enter one such as 5m, 1h30m or -1.</source>
        <translation>不是时长。输入如 5m、1h30m 或 -1 的时长。</translation>
    </message>
    <message>
        <source>Not a proxy's address. Enter one such as http://proxy.example:3128.</source>
        <translation>不是代理地址。输入如 http://proxy.example:3128 的地址。</translation>
    </message>
    <message>
        <source>Not a whole number. Use digits alone.</source>
        <translation>不是整数。只用数字。</translation>
    </message>
    <message>
        <source>Not a whole path. Begin at the root, such as /srv/models.</source>
        <translation>不是完整路径。从根目录写起，如 /srv/models。</translation>
    </message>
    <message>
        <source>Not an address. Enter one such as 127.0.0.1:11434.</source>
        <translation>不是地址。输入如 127.0.0.1:11434 的地址。</translation>
    </message>
    <message>
        <source>Nothing is then sent to ollama.com to be answered there.</source>
        <translation>不会把任何内容发送到 ollama.com 去回答。</translation>
    </message>
    <message>
        <source>Numbers or names, parted by commas; -1 is none.</source>
        <translation>编号或名称，以逗号分隔；-1 表示不使用。</translation>
    </message>
    <message>
        <source>Numbers, parted by commas.</source>
        <translation>编号，以逗号分隔。</translation>
    </message>
    <message>
        <source>Ollama does not know it. Choose one.</source>
        <translation>Ollama 不认识它。选择一项。</translation>
    </message>
    <message>
        <source>Ollama downloads by https, so it is rarely needed and may do harm.</source>
        <translation>Ollama 通过 https 下载，因此很少需要，而且可能有害。</translation>
    </message>
    <message>
        <source>Paddock's settings take no password. Leave the sign-in out.</source>
        <translation>Paddock 的设置不保存密码。去掉登录信息。</translation>
    </message>
    <message>
        <source>Proxy for downloads</source>
        <translation>下载代理</translation>
    </message>
    <message>
        <source>Proxy without encryption</source>
        <translation>不加密的代理</translation>
    </message>
    <message>
        <source>Reached without the proxy</source>
        <translation>不经代理访问</translation>
    </message>
    <message>
        <source>Requests at once for a model</source>
        <translation>每个模型的并行请求数</translation>
    </message>
    <message>
        <source>Requests that may wait</source>
        <translation>可排队的请求数</translation>
    </message>
    <message>
        <source>Servers of remote models</source>
        <translation>远程模型的服务器</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Spread models over all GPUs</source>
        <translation>把模型分布到所有 GPU</translation>
    </message>
    <message>
        <source>Takes this one instead of the one it finds, such as cpu.</source>
        <translation>使用这个库而不是自动找到的，如 cpu。</translation>
    </message>
    <message>
        <source>The most at once.</source>
        <translation>同时连接的上限。</translation>
    </message>
    <message>
        <source>The most; 0 lets the number of GPUs decide.</source>
        <translation>上限；0 表示由 GPU 数量决定。</translation>
    </message>
    <message>
        <source>Their addresses, parted by commas, beside those it knows.</source>
        <translation>内置地址之外还允许的网页地址，以逗号分隔。</translation>
    </message>
    <message>
        <source>There is a space in it. Part by commas alone.</source>
        <translation>其中有空格。只用逗号分隔。</translation>
    </message>
    <message>
        <source>There is an invisible character in it. Type it anew.</source>
        <translation>其中有不可见字符。重新输入。</translation>
    </message>
    <message>
        <source>Tokens, where a request does not say. 0 lets the GPU's memory decide.</source>
        <translation>请求未指定时的词元数。0 表示由显存决定。</translation>
    </message>
    <message>
        <source>Too long to be kept there. Make it shorter.</source>
        <translation>太长，无法保存。缩短它。</translation>
    </message>
    <message>
        <source>Treat an AMD GPU as</source>
        <translation>把 AMD GPU 视为</translation>
    </message>
    <message>
        <source>Type of the KV cache</source>
        <translation>KV 缓存类型</translation>
    </message>
    <message>
        <source>Vulkan</source>
        <translation>Vulkan</translation>
    </message>
    <message>
        <source>Web pages that may use it</source>
        <translation>允许使用它的网页</translation>
    </message>
    <message>
        <source>Where it listens. 0.0.0.0 lets other computers reach it.</source>
        <translation>监听的地址。0.0.0.0 允许其他电脑访问。</translation>
    </message>
    <message>
        <source>Where models are kept. The server's user has to own it.</source>
        <translation>模型保存的位置。须归服务器的用户所有。</translation>
    </message>
    <message>
        <source>Which ones may be asked, parted by commas.</source>
        <translation>允许访问的服务器，以逗号分隔。</translation>
    </message>
    <message>
        <source>Without progress, such as 15m for a slow disk.</source>
        <translation>没有进展的时间，磁盘慢时如 15m。</translation>
    </message>
    <message>
        <source>q8_0 takes half the memory, q4_0 a quarter; both need flash attention.</source>
        <translation>q8_0 占一半内存，q4_0 占四分之一；两者都需要 Flash attention。</translation>
    </message>
    <message>
        <source>{help} By default Ollama decides.</source>
        <translation>{help}默认由 Ollama 决定。</translation>
    </message>
    <message>
        <source>{help} By default empty.</source>
        <translation>{help}默认为空。</translation>
    </message>
    <message>
        <source>{help} Default: {default}.</source>
        <translation>{help}默认值：{default}。</translation>
    </message>
</context>
<context>
    <name>VerdictLine</name>
    <message>
        <source>Will it fit?</source>
        <translation>放得下吗？</translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <source>Graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>KV cache, {type}</source>
        <translation>KV 缓存，{type}</translation>
    </message>
    <message>
        <source>Needed, as measured</source>
        <translation>需要（实测）</translation>
    </message>
    <message>
        <source>Needed, estimated</source>
        <translation>需要（估算）</translation>
    </message>
    <message>
        <source>Needed, guessed from its size</source>
        <translation>需要（按文件大小推测）</translation>
    </message>
    <message>
        <source>Needed, learned from loads</source>
        <translation>需要（据以往加载）</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>开销</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>−{size}</source>
        <translation>−{size}</translation>
    </message>
</context>
<context>
    <name>VerifyPart</name>
    <message>
        <source>Damaged files</source>
        <translation>损坏的文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files verified</source>
        <translation>已校验的文件</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Pull 1 model again…</source>
        <translation>再次拉取 1 个模型…</translation>
    </message>
    <message>
        <source>Pull {number} models again…</source>
        <translation>再次拉取 {number} 个模型…</translation>
    </message>
    <message>
        <source>Reading the damaged files once more, then removing them…</source>
        <translation>正在再次读取损坏的文件，然后删除…</translation>
    </message>
    <message>
        <source>Reads every file and compares it with the SHA-256 in its name, as after a crash or when a model talks nonsense.</source>
        <translation>读取每个文件，并与其名称中的 SHA-256 比对；适合在崩溃之后或模型胡言乱语时使用。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped after {progress}</source>
        <translation>在 {progress} 后停止</translation>
    </message>
    <message>
        <source>This computer's Ollama is not among your hosts. Add it to pull to it.</source>
        <translation>本机的 Ollama 不在你的主机列表中。添加后才能拉取到它。</translation>
    </message>
    <message>
        <source>Verify files</source>
        <translation>校验文件</translation>
    </message>
    <message>
        <source>{size} read in {time}</source>
        <translation>已读取 {size}，用时 {time}</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Load {model}</source>
        <translation>加载 {model}</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消常驻</translation>
    </message>
    <message>
        <source>Unpin {model}</source>
        <translation>取消 {model} 的常驻</translation>
    </message>
    <message>
        <source>{model} is pinned, but not loaded</source>
        <translation>{model} 设为常驻，但未加载</translation>
    </message>
</context>
<context>
    <name>WillItFit</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <translation>选择 GGUF 文件</translation>
    </message>
    <message>
        <source>Choose a GGUF file…</source>
        <translation>选择 GGUF 文件…</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>GGUF files (*.gguf)</source>
        <translation>GGUF 文件 (*.gguf)</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No host has a model yet. Choose a GGUF file, or pull one.</source>
        <translation>还没有主机有模型。选择一个 GGUF 文件，或拉取一个模型。</translation>
    </message>
    <message>
        <source>The file is being read</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Will it fit?</source>
        <translation>放得下吗？</translation>
    </message>
    <message>
        <source>Without a host there is nothing to fit on.</source>
        <translation>没有主机就无从判断。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>在</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>A file did not arrive at {host} as it was sent.</source>
        <translation>{host} 收到的一个文件与发送时不一致。</translation>
    </message>
    <message>
        <source>A file that the model is made from is not on {host}.</source>
        <translation>{host} 上没有创建模型所需的一个文件。</translation>
    </message>
    <message>
        <source>A gateway answered</source>
        <translation>由网关响应</translation>
    </message>
    <message>
        <source>A page of its own came from {address}. Open it in a browser and sign in, then try again.</source>
        <translation>{address} 返回的是网络的登录页面。在浏览器中打开并登录，然后重试。</translation>
    </message>
    <message>
        <source>A part arrived damaged at {host}.</source>
        <translation>{host} 收到的一部分数据已损坏。</translation>
    </message>
    <message>
        <source>A part of a split model file is missing.</source>
        <translation>分卷模型文件缺少一部分。</translation>
    </message>
    <message>
        <source>A proxy answered</source>
        <translation>由代理响应</translation>
    </message>
    <message>
        <source>A proxy answered instead of {host}.</source>
        <translation>代理代替 {host} 作出了响应。</translation>
    </message>
    <message>
        <source>A proxy on its network may exchange certificates, or fail. Set HTTPS_PROXY for Ollama there, and trust the proxy's certificate.</source>
        <translation>其网络中的代理可能会替换证书，或出现故障。为那里的 Ollama 设置 HTTPS_PROXY，并信任代理的证书。</translation>
    </message>
    <message>
        <source>A server in front of {host} answered in its place.</source>
        <translation>{host} 前面的服务器代替它作出了响应。</translation>
    </message>
    <message>
        <source>Account unavailable</source>
        <translation>账户不可用</translation>
    </message>
    <message>
        <source>Add a CA file</source>
        <translation>添加 CA 文件</translation>
    </message>
    <message>
        <source>Add every part of the file. The raw answer says which one is missing.</source>
        <translation>添加文件的每个部分。原始响应说明了缺少哪一个。</translation>
    </message>
    <message>
        <source>Add that server to OLLAMA_REMOTES there.</source>
        <translation>将该服务器添加到那里的 OLLAMA_REMOTES。</translation>
    </message>
    <message>
        <source>Allow for this registry</source>
        <translation>放行此仓库</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Another program answers at {address}.</source>
        <translation>在 {address} 响应的是另一个程序。</translation>
    </message>
    <message>
        <source>Another program may use that port, or a page stands in between. Check the address.</source>
        <translation>可能有其他程序占用了该端口，或中间被网页拦截。检查地址。</translation>
    </message>
    <message>
        <source>Answer broke off</source>
        <translation>响应中断</translation>
    </message>
    <message>
        <source>Answer stops early</source>
        <translation>响应提前结束</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>响应过大</translation>
    </message>
    <message>
        <source>Apple silicon only</source>
        <translation>仅限 Apple 芯片</translation>
    </message>
    <message>
        <source>Ask without it, or choose a model that can.</source>
        <translation>去掉该功能后再请求，或选择支持它的模型。</translation>
    </message>
    <message>
        <source>Asked directly at {direct}, it did not answer either.</source>
        <translation>直接连接 {direct} 时也没有响应。</translation>
    </message>
    <message>
        <source>Asked directly, {host} answers: Ollama {direct_version}.</source>
        <translation>直接连接时 {host} 有响应：Ollama {direct_version}。</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>请求无效</translation>
    </message>
    <message>
        <source>Bad tool call</source>
        <translation>工具调用无效</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>Bypass the proxy for this host</source>
        <translation>此主机不使用代理</translation>
    </message>
    <message>
        <source>CA file not usable</source>
        <translation>CA 文件不可用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Cannot quantize so</source>
        <translation>无法这样量化</translation>
    </message>
    <message>
        <source>Certificate changed</source>
        <translation>证书已更换</translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>Certificate untrusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>Certificate's name</source>
        <translation>证书名称不符</translation>
    </message>
    <message>
        <source>Change the beginning of its address, {address}, to http.</source>
        <translation>将地址 {address} 的开头改为 http。</translation>
    </message>
    <message>
        <source>Change the beginning of its address, {address}, to https.</source>
        <translation>将地址 {address} 的开头改为 https。</translation>
    </message>
    <message>
        <source>Check its spelling, and that the tag exists. It may also be private.</source>
        <translation>检查拼写，并确认标签存在。它也可能是私有模型。</translation>
    </message>
    <message>
        <source>Check that the model is there under this name, then try again.</source>
        <translation>确认那里有此名称的模型，然后重试。</translation>
    </message>
    <message>
        <source>Choose a smaller model</source>
        <translation>选择更小的模型</translation>
    </message>
    <message>
        <source>Choose a variant in GGUF, which runs everywhere.</source>
        <translation>选择 GGUF 版本，它可在任何平台运行。</translation>
    </message>
    <message>
        <source>Choose another host that has the model, or another model.</source>
        <translation>选择另一台有此模型的主机，或另一个模型。</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>选择其他模型</translation>
    </message>
    <message>
        <source>Choose another model for embeddings.</source>
        <translation>选择其他嵌入模型。</translation>
    </message>
    <message>
        <source>Choose another type</source>
        <translation>选择其他类型</translation>
    </message>
    <message>
        <source>Choose another type. Only models in F16, BF16 or F32 can be quantized.</source>
        <translation>选择其他类型。只有 F16、BF16 或 F32 模型可以量化。</translation>
    </message>
    <message>
        <source>Cloud is off</source>
        <translation>云端已关闭</translation>
    </message>
    <message>
        <source>Cloud models are switched off on {host}.</source>
        <translation>{host} 已关闭云端模型。</translation>
    </message>
    <message>
        <source>Cloud models need the internet there. Try again, or use a model that runs on the host.</source>
        <translation>云端模型要求主机能访问互联网。重试，或使用在该主机上运行的模型。</translation>
    </message>
    <message>
        <source>Cloud not reachable</source>
        <translation>无法连接云端</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Context too small</source>
        <translation>上下文过小</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copy the fix</source>
        <translation>复制修复命令</translation>
    </message>
    <message>
        <source>Copy the public key</source>
        <translation>复制公钥</translation>
    </message>
    <message>
        <source>Correct the TEMPLATE. The raw answer says where the mistake is.</source>
        <translation>改正 TEMPLATE。原始响应说明了错误的位置。</translation>
    </message>
    <message>
        <source>Correct the name</source>
        <translation>改正名称</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Delete models there that are not needed, then try again.</source>
        <translation>删除那里不需要的模型，然后重试。</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Do not use it. Download it again from where you trust.</source>
        <translation>不要使用它。从可信的来源重新下载。</translation>
    </message>
    <message>
        <source>Download broke off</source>
        <translation>下载中断</translation>
    </message>
    <message>
        <source>Download damaged</source>
        <translation>下载损坏</translation>
    </message>
    <message>
        <source>Download stalled</source>
        <translation>下载停滞</translation>
    </message>
    <message>
        <source>Edit address</source>
        <translation>编辑地址</translation>
    </message>
    <message>
        <source>Edit the Modelfile</source>
        <translation>编辑 Modelfile</translation>
    </message>
    <message>
        <source>Edit the schema</source>
        <translation>编辑 Schema</translation>
    </message>
    <message>
        <source>Edit the template</source>
        <translation>编辑模板</translation>
    </message>
    <message>
        <source>Engine crashed</source>
        <translation>引擎崩溃</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>引擎停止</translation>
    </message>
    <message>
        <source>Enter sign-in</source>
        <translation>填写登录信息</translation>
    </message>
    <message>
        <source>Event too large</source>
        <translation>单次数据过大</translation>
    </message>
    <message>
        <source>Everything said there can be read on the way, and {address} may be open to everyone. Use https, an SSH tunnel, or a private network.</source>
        <translation>途中可以读取全部通信内容，{address} 也可能对所有人开放。使用 https、SSH 隧道或专用网络。</translation>
    </message>
    <message>
        <source>FROM is missing</source>
        <translation>缺少 FROM</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failed inside Ollama</source>
        <translation>Ollama 内部故障</translation>
    </message>
    <message>
        <source>File damaged</source>
        <translation>文件损坏</translation>
    </message>
    <message>
        <source>File not uploaded</source>
        <translation>文件未上传</translation>
    </message>
    <message>
        <source>File path not taken</source>
        <translation>文件路径不被接受</translation>
    </message>
    <message>
        <source>Files are named without folders. Report this with the raw answer.</source>
        <translation>文件名不含文件夹，本不应出现此情况。附上原始响应报告此问题。</translation>
    </message>
    <message>
        <source>Find hosts</source>
        <translation>查找主机</translation>
    </message>
    <message>
        <source>Format not valid</source>
        <translation>格式无效</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>释放磁盘空间</translation>
    </message>
    <message>
        <source>Generate again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Give it one in the settings of this host's proxy, or go without the proxy.</source>
        <translation>在此主机的代理设置中填写登录信息，或不使用代理。</translation>
    </message>
    <message>
        <source>Graphics card error</source>
        <translation>显卡错误</translation>
    </message>
    <message>
        <source>Graphics memory full</source>
        <translation>显存已满</translation>
    </message>
    <message>
        <source>Hide this</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Host removed</source>
        <translation>主机已移除</translation>
    </message>
    <message>
        <source>How to update Ollama</source>
        <translation>如何更新 Ollama</translation>
    </message>
    <message>
        <source>Install Ollama again there.</source>
        <translation>在那里重新安装 Ollama。</translation>
    </message>
    <message>
        <source>Is Ollama running there? It may listen on another port, or to its own computer alone.</source>
        <translation>Ollama 可能未运行，或使用其他端口，或只接受本地连接。</translation>
    </message>
    <message>
        <source>It answered {status} at {address}. Enter a token or a password for this host, or check the one that is kept.</source>
        <translation>{address} 的响应为 {status}。为此主机填写令牌或密码，或检查已保存的内容。</translation>
    </message>
    <message>
        <source>It asks for {challenge}.</source>
        <translation>要求的方式为 {challenge}。</translation>
    </message>
    <message>
        <source>It calls itself {program}.</source>
        <translation>它自称 {program}。</translation>
    </message>
    <message>
        <source>It can do {supported}.</source>
        <translation>支持的类型有 {supported}。</translation>
    </message>
    <message>
        <source>It does not support {capability}.</source>
        <translation>它不支持 {capability}。</translation>
    </message>
    <message>
        <source>It downloads by itself, so it needs the internet, or a proxy (HTTPS_PROXY) set for Ollama there.</source>
        <translation>下载由主机自行完成。确保它能访问互联网，或为那里的 Ollama 设置代理（HTTPS_PROXY）。</translation>
    </message>
    <message>
        <source>It ended with {detail}.</source>
        <translation>退出信息：{detail}。</translation>
    </message>
    <message>
        <source>It had come to {progress} of 1.</source>
        <translation>停滞时进度为 {progress}（1 为完成）。</translation>
    </message>
    <message>
        <source>It has to be json, or a valid JSON schema. Look at the schema again.</source>
        <translation>必须是 json 或有效的 JSON Schema。检查 Schema。</translation>
    </message>
    <message>
        <source>It has to be renewed there. If it is not old, one of the two clocks is wrong.</source>
        <translation>需要在那里续期。如果证书并未过期，则两台电脑中有一台的时钟不准。</translation>
    </message>
    <message>
        <source>It is for {names}.</source>
        <translation>证书适用于 {names}。</translation>
    </message>
    <message>
        <source>It is for {subject}, and signed by {issuer}.</source>
        <translation>证书颁发给 {subject}，由 {issuer} 签发。</translation>
    </message>
    <message>
        <source>It is not said what the model is made from.</source>
        <translation>没有指定模型的来源。</translation>
    </message>
    <message>
        <source>It is set in a form that is not supported here, such as SOCKS4. Choose a proxy for this host by hand, or none.</source>
        <translation>其形式不受支持，例如 SOCKS4。为此主机手动选择代理，或不使用代理。</translation>
    </message>
    <message>
        <source>It is the {limit} limit.</source>
        <translation>达到的是{limit}上限。</translation>
    </message>
    <message>
        <source>It is valid from {not_before} to {not_after}.</source>
        <translation>有效期为 {not_before} 至 {not_after}。</translation>
    </message>
    <message>
        <source>It is written as {proxy}.</source>
        <translation>设置内容为 {proxy}。</translation>
    </message>
    <message>
        <source>It is {file}.</source>
        <translation>文件为 {file}。</translation>
    </message>
    <message>
        <source>It is {program}, and not Ollama. Check the port; Ollama's own is 11434.</source>
        <translation>那是 {program}，不是 Ollama。检查端口；Ollama 的默认端口是 11434。</translation>
    </message>
    <message>
        <source>It looked for {registry}.</source>
        <translation>它查找的是 {registry}。</translation>
    </message>
    <message>
        <source>It may be busy with something large. Wait a little, then try again.</source>
        <translation>可能正忙于处理大型任务。稍候再试。</translation>
    </message>
    <message>
        <source>It may be overloaded, or answer in a way that Ollama does not take. Try again later.</source>
        <translation>仓库可能过载，或响应方式不被 Ollama 接受。稍后重试。</translation>
    </message>
    <message>
        <source>It may be too old, or the path in its address is wrong. Update Ollama there.</source>
        <translation>版本可能过旧，或地址中的路径有误。更新那里的 Ollama。</translation>
    </message>
    <message>
        <source>It may have been deleted or renamed meanwhile. Pull it, or choose another one.</source>
        <translation>它可能已被删除或重命名。拉取它，或选择其他模型。</translation>
    </message>
    <message>
        <source>It may have been renewed. Compare its fingerprint before you trust it; somebody in between could show one too.</source>
        <translation>证书可能已续期。信任之前先比对指纹；中间人也可能出示证书。</translation>
    </message>
    <message>
        <source>It named {location}. If you know that address, use it for this host.</source>
        <translation>它指向 {location}。如果认得该地址，就将它用作此主机的地址。</translation>
    </message>
    <message>
        <source>It named {realm}.</source>
        <translation>它指定的目标是 {realm}。</translation>
    </message>
    <message>
        <source>It needs {needed}, and {available} is free there.</source>
        <translation>需要 {needed}，可用 {available}。</translation>
    </message>
    <message>
        <source>It refused the request, or could not be reached. Look at its settings, or go without it.</source>
        <translation>代理拒绝了请求，或无法连接。检查代理设置，或改为直连。</translation>
    </message>
    <message>
        <source>It said {status}. Ollama is not running behind it, or it cannot reach it. Start it there, then try again.</source>
        <translation>响应为 {status}。后面的 Ollama 没有运行，或这台服务器连不上它。在那里启动 Ollama，然后重试。</translation>
    </message>
    <message>
        <source>It said {status}. Send something smaller, or raise the limit of that proxy.</source>
        <translation>响应为 {status}。减小发送的内容，或提高该代理的上限。</translation>
    </message>
    <message>
        <source>It was deleted or renamed meanwhile. Look at the list again.</source>
        <translation>它在此期间被删除或重命名。刷新列表查看。</translation>
    </message>
    <message>
        <source>It was seen to listen at {listens_at} alone.</source>
        <translation>检测到它只在 {listens_at} 监听。</translation>
    </message>
    <message>
        <source>Its disk may be slow. Try again, or raise OLLAMA_LOAD_TIMEOUT there.</source>
        <translation>磁盘可能较慢。重试，或增大那里的 OLLAMA_LOAD_TIMEOUT。</translation>
    </message>
    <message>
        <source>Its log says more: journalctl -u ollama on Linux, server.log on macOS and Windows.</source>
        <translation>日志中有更多信息：Linux 上为 journalctl -u ollama，macOS 和 Windows 上为 server.log。</translation>
    </message>
    <message>
        <source>Its memory may be too small. Try again with a shorter context, or look at the log there.</source>
        <translation>内存可能不足。缩短上下文后重试，或查看那里的日志。</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>继续等待</translation>
    </message>
    <message>
        <source>Known security hole</source>
        <translation>已知安全漏洞</translation>
    </message>
    <message>
        <source>Layers that arrived whole are not sent again. Try again later.</source>
        <translation>已完整上传的层不会重复发送。稍后重试。</translation>
    </message>
    <message>
        <source>Leave the oldest out</source>
        <translation>省略最早的消息</translation>
    </message>
    <message>
        <source>Let Ollama place the layers</source>
        <translation>由 Ollama 分配层</translation>
    </message>
    <message>
        <source>Listens only to itself</source>
        <translation>只监听自身</translation>
    </message>
    <message>
        <source>Loading failed</source>
        <translation>加载失败</translation>
    </message>
    <message>
        <source>Loading given up</source>
        <translation>已放弃加载</translation>
    </message>
    <message>
        <source>Loading stalled</source>
        <translation>加载停滞</translation>
    </message>
    <message>
        <source>Loading the model stopped going on at {host}.</source>
        <translation>{host} 加载模型时停滞。</translation>
    </message>
    <message>
        <source>Login sent elsewhere</source>
        <translation>登录信息被发往别处</translation>
    </message>
    <message>
        <source>Look at the line of the Modelfile that the raw answer is about.</source>
        <translation>检查原始响应所指的 Modelfile 行。</translation>
    </message>
    <message>
        <source>Lower the context length</source>
        <translation>减小上下文长度</translation>
    </message>
    <message>
        <source>Manifest damaged</source>
        <translation>清单损坏</translation>
    </message>
    <message>
        <source>Model does not fit</source>
        <translation>模型不兼容</translation>
    </message>
    <message>
        <source>Model is gone</source>
        <translation>模型已不存在</translation>
    </message>
    <message>
        <source>Model not there</source>
        <translation>没有此模型</translation>
    </message>
    <message>
        <source>Model too old</source>
        <translation>模型过旧</translation>
    </message>
    <message>
        <source>Name a model or a file in a line that begins with FROM.</source>
        <translation>在以 FROM 开头的行中指定模型或文件。</translation>
    </message>
    <message>
        <source>Name not allowed</source>
        <translation>名称不被允许</translation>
    </message>
    <message>
        <source>Name not found</source>
        <translation>找不到名称</translation>
    </message>
    <message>
        <source>Name or request refused</source>
        <translation>名称或请求被拒绝</translation>
    </message>
    <message>
        <source>Names have letters, digits, dots, - and _, with one colon at most. If the name is right, report this with the raw answer.</source>
        <translation>名称可包含字母、数字、点、- 和 _，最多一个冒号。如果名称正确，附上原始响应报告此问题。</translation>
    </message>
    <message>
        <source>Network wants sign-in</source>
        <translation>网络需要登录</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>No computer is found under the name of {host}.</source>
        <translation>找不到名为 {host} 的电脑。</translation>
    </message>
    <message>
        <source>No connection to {address} came about. Is it asleep, or is a firewall in between?</source>
        <translation>未能连接到 {address}。那台电脑是否在休眠，或中间有防火墙？</translation>
    </message>
    <message>
        <source>No embedding</source>
        <translation>没有嵌入</translation>
    </message>
    <message>
        <source>No internet there</source>
        <translation>主机无互联网连接</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>No safe connection</source>
        <translation>无法安全连接</translation>
    </message>
    <message>
        <source>No safe connection to {host} came about.</source>
        <translation>未能与 {host} 建立安全连接。</translation>
    </message>
    <message>
        <source>No such model</source>
        <translation>没有此模型</translation>
    </message>
    <message>
        <source>No tunnel</source>
        <translation>没有隧道</translation>
    </message>
    <message>
        <source>Not Ollama</source>
        <translation>不是 Ollama</translation>
    </message>
    <message>
        <source>Not a valid Modelfile</source>
        <translation>Modelfile 无效</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>Not allowed to push</source>
        <translation>不允许推送</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>Not offered this way</source>
        <translation>不支持此方式</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Not signed in there</source>
        <translation>主机未登录</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>Nothing has come for a while. Start it again; it goes on from where it is.</source>
        <translation>已有一段时间没有收到数据。重新开始，将从当前进度继续。</translation>
    </message>
    <message>
        <source>Nothing has to be done, unless you want to use its account.</source>
        <translation>无需处理，除非要使用它的账户。</translation>
    </message>
    <message>
        <source>Nothing is wrong. Ask again if you still want the answer.</source>
        <translation>一切正常。如果仍需要回答，重新提问。</translation>
    </message>
    <message>
        <source>Nothing listens at {address}.</source>
        <translation>{address} 上没有程序监听。</translation>
    </message>
    <message>
        <source>Nothing listens at {address}. Install Ollama, or use the address of another computer.</source>
        <translation>{address} 上没有程序监听。安装 Ollama，或使用其他电脑的地址。</translation>
    </message>
    <message>
        <source>Nothing listens at {address}. Start Ollama, then try again.</source>
        <translation>{address} 上没有程序监听。启动 Ollama，然后重试。</translation>
    </message>
    <message>
        <source>Nothing was sent. Choose a file of certificates in PEM, one that is there.</source>
        <translation>未发送任何内容。选择一个存在的 PEM 证书文件。</translation>
    </message>
    <message>
        <source>Old copy</source>
        <translation>模型版本过旧</translation>
    </message>
    <message>
        <source>Oldest left out</source>
        <translation>最早的消息被省略</translation>
    </message>
    <message>
        <source>Ollama answers at {found}. Use that as the address of this host.</source>
        <translation>Ollama 在 {found} 响应。将它用作此主机的地址。</translation>
    </message>
    <message>
        <source>Ollama incomplete</source>
        <translation>Ollama 不完整</translation>
    </message>
    <message>
        <source>Ollama is at {host}, but not under this path.</source>
        <translation>Ollama 在 {host} 上，但不在此路径下。</translation>
    </message>
    <message>
        <source>Ollama is installed on this computer, and is not running.</source>
        <translation>本机已安装 Ollama，但没有运行。</translation>
    </message>
    <message>
        <source>Ollama is not installed on this computer.</source>
        <translation>本机未安装 Ollama。</translation>
    </message>
    <message>
        <source>Ollama on {host} may not write its models.</source>
        <translation>{host} 上的 Ollama 无权写入模型。</translation>
    </message>
    <message>
        <source>Ollama refuses names it does not know ({status}). Let the proxy before it send localhost as the Host, or set OLLAMA_ORIGINS there.</source>
        <translation>Ollama 拒绝它不认识的名称（{status}）。让前面的代理将 Host 标头设为 localhost，或在那里设置 OLLAMA_ORIGINS。</translation>
    </message>
    <message>
        <source>Ollama refuses that unless it is allowed for this registry. Allow it only on a network that you trust.</source>
        <translation>Ollama 会拒绝这样的连接，除非为此仓库放行。只在你信任的网络中放行。</translation>
    </message>
    <message>
        <source>Ollama too old</source>
        <translation>Ollama 过旧</translation>
    </message>
    <message>
        <source>Ollama's installation there is incomplete. Install it again.</source>
        <translation>那里的 Ollama 安装不完整。重新安装。</translation>
    </message>
    <message>
        <source>One image only</source>
        <translation>仅限一张图像</translation>
    </message>
    <message>
        <source>Open Ollama's download page</source>
        <translation>打开 Ollama 下载页面</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Option not valid</source>
        <translation>选项无效</translation>
    </message>
    <message>
        <source>Part is missing</source>
        <translation>缺少部分文件</translation>
    </message>
    <message>
        <source>Proxy failed</source>
        <translation>代理故障</translation>
    </message>
    <message>
        <source>Proxy not usable</source>
        <translation>代理不可用</translation>
    </message>
    <message>
        <source>Proxy settings</source>
        <translation>代理设置</translation>
    </message>
    <message>
        <source>Proxy wants a login</source>
        <translation>代理需要登录</translation>
    </message>
    <message>
        <source>Public, not encrypted</source>
        <translation>公开且未加密</translation>
    </message>
    <message>
        <source>Pull the model</source>
        <translation>拉取模型</translation>
    </message>
    <message>
        <source>Pull the model again</source>
        <translation>重新拉取模型</translation>
    </message>
    <message>
        <source>Pull the model again to get what is missing in it.</source>
        <translation>重新拉取模型，补全缺少的内容。</translation>
    </message>
    <message>
        <source>Pull the model again, or update Ollama there.</source>
        <translation>重新拉取模型，或更新那里的 Ollama。</translation>
    </message>
    <message>
        <source>Pull the model again.</source>
        <translation>重新拉取模型。</translation>
    </message>
    <message>
        <source>Push broke off</source>
        <translation>推送中断</translation>
    </message>
    <message>
        <source>Push failed</source>
        <translation>推送失败</translation>
    </message>
    <message>
        <source>Quantizer failed</source>
        <translation>量化程序故障</translation>
    </message>
    <message>
        <source>Raise the context length</source>
        <translation>增大上下文长度</translation>
    </message>
    <message>
        <source>Raise the context length, or leave the oldest messages out.</source>
        <translation>增大上下文长度，或省略最早的消息。</translation>
    </message>
    <message>
        <source>Raise the context length, shorten the text, or leave the oldest messages out.</source>
        <translation>增大上下文长度、缩短文本，或省略最早的消息。</translation>
    </message>
    <message>
        <source>Reading stopped there. Check that {address} is Ollama.</source>
        <translation>已停止读取。确认 {address} 是 Ollama。</translation>
    </message>
    <message>
        <source>Refresh the list</source>
        <translation>刷新列表</translation>
    </message>
    <message>
        <source>Registry failed</source>
        <translation>仓库故障</translation>
    </message>
    <message>
        <source>Registry not encrypted</source>
        <translation>仓库未加密</translation>
    </message>
    <message>
        <source>Registry not trusted</source>
        <translation>仓库不受信任</translation>
    </message>
    <message>
        <source>Remote not allowed</source>
        <translation>远程服务器未获允许</translation>
    </message>
    <message>
        <source>Report this with the raw answer.</source>
        <translation>附上原始响应报告此问题。</translation>
    </message>
    <message>
        <source>Request not read</source>
        <translation>请求无法读取</translation>
    </message>
    <message>
        <source>Request not taken</source>
        <translation>请求不被接受</translation>
    </message>
    <message>
        <source>Reset the option</source>
        <translation>重置选项</translation>
    </message>
    <message>
        <source>Reset the request</source>
        <translation>重置请求</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Runner busy</source>
        <translation>运行进程忙</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索模型库</translation>
    </message>
    <message>
        <source>Send the last image alone.</source>
        <translation>只发送最后一张图像。</translation>
    </message>
    <message>
        <source>Send the last image only</source>
        <translation>只发送最后一张图像</translation>
    </message>
    <message>
        <source>Send without it</source>
        <translation>去掉后发送</translation>
    </message>
    <message>
        <source>Sends elsewhere</source>
        <translation>重定向到别处</translation>
    </message>
    <message>
        <source>Set the option back, or give it a value of the right kind.</source>
        <translation>重置该选项，或填写类型正确的值。</translation>
    </message>
    <message>
        <source>Set what was changed in the request back, then ask again.</source>
        <translation>还原请求中更改过的设置，然后重试。</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Shrink the image</source>
        <translation>缩小图像</translation>
    </message>
    <message>
        <source>Sign in on the server</source>
        <translation>在服务器上登录</translation>
    </message>
    <message>
        <source>Sign in there (ollama signin), then try again.</source>
        <translation>在那里登录（ollama signin），然后重试。</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>不再响应</translation>
    </message>
    <message>
        <source>Something before {host} wants a sign-in.</source>
        <translation>{host} 前面的程序要求登录。</translation>
    </message>
    <message>
        <source>Something in between closed it, or Ollama was stopped there. What came was kept.</source>
        <translation>连接被中间环节关闭，或那里的 Ollama 已停止。收到的内容已保留。</translation>
    </message>
    <message>
        <source>Something went wrong inside the Ollama of {host}.</source>
        <translation>{host} 的 Ollama 内部出现问题。</translation>
    </message>
    <message>
        <source>Something went wrong with {host}.</source>
        <translation>{host} 出现问题。</translation>
    </message>
    <message>
        <source>Speaks http</source>
        <translation>使用 http</translation>
    </message>
    <message>
        <source>Speaks https</source>
        <translation>使用 https</translation>
    </message>
    <message>
        <source>Split it into shorter pieces.</source>
        <translation>拆分为较短的片段。</translation>
    </message>
    <message>
        <source>Split the text</source>
        <translation>拆分文本</translation>
    </message>
    <message>
        <source>Start Ollama</source>
        <translation>启动 Ollama</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped taking data</source>
        <translation>停止接收数据</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>总结</translation>
    </message>
    <message>
        <source>Switch http and https</source>
        <translation>切换 http 与 https</translation>
    </message>
    <message>
        <source>Switch thinking on or off</source>
        <translation>开启或关闭思考</translation>
    </message>
    <message>
        <source>Switch thinking on or off instead of choosing a level.</source>
        <translation>改为开启或关闭思考，不要选择级别。</translation>
    </message>
    <message>
        <source>Template not valid</source>
        <translation>模板无效</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>诊断连接</translation>
    </message>
    <message>
        <source>Text too long</source>
        <translation>文本过长</translation>
    </message>
    <message>
        <source>The CA file for {host} cannot be used.</source>
        <translation>用于 {host} 的 CA 文件无法使用。</translation>
    </message>
    <message>
        <source>The Ollama of {host} cannot do this.</source>
        <translation>{host} 的 Ollama 不支持此操作。</translation>
    </message>
    <message>
        <source>The Ollama of {host} does not take this kind of request.</source>
        <translation>{host} 的 Ollama 不接受此类请求。</translation>
    </message>
    <message>
        <source>The Ollama of {host} has a known security hole.</source>
        <translation>{host} 的 Ollama 有已知安全漏洞。</translation>
    </message>
    <message>
        <source>The Ollama of {host} has to be signed in for this.</source>
        <translation>{host} 的 Ollama 需要登录才能执行此操作。</translation>
    </message>
    <message>
        <source>The Ollama of {host} is not signed in.</source>
        <translation>{host} 的 Ollama 未登录。</translation>
    </message>
    <message>
        <source>The Ollama of {host} is too old for this model.</source>
        <translation>{host} 的 Ollama 版本过旧，不支持此模型。</translation>
    </message>
    <message>
        <source>The SSH tunnel to {host} did not come about.</source>
        <translation>未能建立到 {host} 的 SSH 隧道。</translation>
    </message>
    <message>
        <source>The account of {host} could not be asked for.</source>
        <translation>无法查询 {host} 的账户。</translation>
    </message>
    <message>
        <source>The account of {host} has reached its limit of usage.</source>
        <translation>{host} 的账户已达到用量上限。</translation>
    </message>
    <message>
        <source>The answer of {host} broke off.</source>
        <translation>{host} 的响应中断。</translation>
    </message>
    <message>
        <source>The answer of {host} stops before its end.</source>
        <translation>{host} 的响应提前结束。</translation>
    </message>
    <message>
        <source>The answer was cut off on {host}.</source>
        <translation>{host} 上的回答被中断。</translation>
    </message>
    <message>
        <source>The answer was {status}: the proxy cannot or will not reach {address}.</source>
        <translation>响应为 {status}：代理无法连接 {address}，或拒绝连接。</translation>
    </message>
    <message>
        <source>The certificate of {host} is for another name.</source>
        <translation>{host} 的证书属于另一个名称。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted here.</source>
        <translation>本机不信任 {host} 的证书。</translation>
    </message>
    <message>
        <source>The certificate of {host} is not valid at this time.</source>
        <translation>{host} 的证书当前无效。</translation>
    </message>
    <message>
        <source>The connection ended before the end of the answer. What came was kept.</source>
        <translation>连接在响应结束前断开。收到的内容已保留。</translation>
    </message>
    <message>
        <source>The copy of this model on {host} is old.</source>
        <translation>{host} 上的此模型版本过旧。</translation>
    </message>
    <message>
        <source>The description of the model is damaged.</source>
        <translation>模型的描述已损坏。</translation>
    </message>
    <message>
        <source>The disk of {host} is full.</source>
        <translation>{host} 的磁盘已满。</translation>
    </message>
    <message>
        <source>The download to {host} kept breaking off.</source>
        <translation>{host} 的下载反复中断。</translation>
    </message>
    <message>
        <source>The download to {host} stands still.</source>
        <translation>{host} 的下载停滞。</translation>
    </message>
    <message>
        <source>The engine of {host} crashed while it loaded the model.</source>
        <translation>{host} 的推理引擎在加载模型时崩溃。</translation>
    </message>
    <message>
        <source>The engine of {host} stopped in the middle.</source>
        <translation>{host} 的推理引擎中途停止。</translation>
    </message>
    <message>
        <source>The folder of its models (OLLAMA_MODELS) belongs to someone else, or is read-only.</source>
        <translation>模型文件夹（OLLAMA_MODELS）属于其他用户，或为只读。</translation>
    </message>
    <message>
        <source>The graphics card of {host} reported an error.</source>
        <translation>{host} 的显卡报告了错误。</translation>
    </message>
    <message>
        <source>The graphics memory of {host} ran out.</source>
        <translation>{host} 的显存已耗尽。</translation>
    </message>
    <message>
        <source>The hole is {hole}.</source>
        <translation>漏洞为 {hole}。</translation>
    </message>
    <message>
        <source>The host that was asked is not in the list any more.</source>
        <translation>所请求的主机已不在列表中。</translation>
    </message>
    <message>
        <source>The host threw it away. A retry downloads that part again.</source>
        <translation>主机已丢弃这一部分。重试会重新下载它。</translation>
    </message>
    <message>
        <source>The installation of Ollama on {host} is incomplete.</source>
        <translation>{host} 上的 Ollama 安装不完整。</translation>
    </message>
    <message>
        <source>The memory of {host} is too small for this model.</source>
        <translation>{host} 的内存不足以运行此模型。</translation>
    </message>
    <message>
        <source>The model and the Ollama of {host} do not fit together.</source>
        <translation>此模型与 {host} 的 Ollama 不兼容。</translation>
    </message>
    <message>
        <source>The model could not be pushed from {host}.</source>
        <translation>无法从 {host} 推送模型。</translation>
    </message>
    <message>
        <source>The model did not see the oldest messages.</source>
        <translation>模型没有看到最早的消息。</translation>
    </message>
    <message>
        <source>The model file is damaged, or made to do harm.</source>
        <translation>模型文件已损坏，或含有恶意内容。</translation>
    </message>
    <message>
        <source>The model gave no usable embedding.</source>
        <translation>模型没有给出可用的嵌入。</translation>
    </message>
    <message>
        <source>The model is private, or that Ollama has to be signed in first (ollama signin), or its key added to the account.</source>
        <translation>此模型是私有的，或者那里的 Ollama 需要先登录（ollama signin），或需将其密钥添加到账户。</translation>
    </message>
    <message>
        <source>The model is {model}.</source>
        <translation>模型为 {model}。</translation>
    </message>
    <message>
        <source>The model made a tool call that cannot be read.</source>
        <translation>模型的工具调用无法读取。</translation>
    </message>
    <message>
        <source>The model on {host} sent more at once than Ollama reads.</source>
        <translation>{host} 上的模型单次发送的数据超出 Ollama 的读取上限。</translation>
    </message>
    <message>
        <source>The model was still loading on {host} when it was given up.</source>
        <translation>放弃等待时，{host} 仍在加载模型。</translation>
    </message>
    <message>
        <source>The network may have broken off. Try again.</source>
        <translation>网络可能已中断。重试。</translation>
    </message>
    <message>
        <source>The network wants a sign-in before it lets anything through to {host}.</source>
        <translation>网络要求先登录，才允许连接 {host}。</translation>
    </message>
    <message>
        <source>The option is {option}.</source>
        <translation>选项为 {option}。</translation>
    </message>
    <message>
        <source>The page is called {title}.</source>
        <translation>页面标题为 {title}。</translation>
    </message>
    <message>
        <source>The part before the / has to be an account of yours, and that Ollama signed in to it (ollama signin), or its key added to the account.</source>
        <translation>/ 之前的部分必须是你的账户，且那里的 Ollama 已登录该账户（ollama signin），或其密钥已添加到账户。</translation>
    </message>
    <message>
        <source>The port is held by {holder}.</source>
        <translation>端口被 {holder} 占用。</translation>
    </message>
    <message>
        <source>The proxy is {proxy}.</source>
        <translation>代理为 {proxy}。</translation>
    </message>
    <message>
        <source>The proxy on the way to {host} failed.</source>
        <translation>通往 {host} 的代理出现故障。</translation>
    </message>
    <message>
        <source>The proxy on the way to {host} wants a login.</source>
        <translation>通往 {host} 的代理需要登录。</translation>
    </message>
    <message>
        <source>The registry could not give what {host} asked for.</source>
        <translation>仓库未能提供 {host} 请求的内容。</translation>
    </message>
    <message>
        <source>The registry has no model of that name and tag.</source>
        <translation>仓库中没有该名称和标签的模型。</translation>
    </message>
    <message>
        <source>The registry is reached without encryption.</source>
        <translation>与仓库的连接未加密。</translation>
    </message>
    <message>
        <source>The registry or {host} holds a manifest that cannot be read. Report this with the raw answer.</source>
        <translation>仓库或 {host} 中的清单无法读取。附上原始响应报告此问题。</translation>
    </message>
    <message>
        <source>The registry tried to send the login of {host} elsewhere.</source>
        <translation>仓库试图将 {host} 的登录信息发往别处。</translation>
    </message>
    <message>
        <source>The request does not fit the context of the model.</source>
        <translation>请求超出模型的上下文长度。</translation>
    </message>
    <message>
        <source>The request has {tokens} tokens, and {context} fit.</source>
        <translation>请求有 {tokens} 个词元，上下文可容纳 {context} 个。</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>请求已取消。</translation>
    </message>
    <message>
        <source>The system's proxy cannot be used.</source>
        <translation>无法使用系统代理。</translation>
    </message>
    <message>
        <source>The template of the model has a mistake.</source>
        <translation>模型的模板有错误。</translation>
    </message>
    <message>
        <source>The text is longer than the context of the model.</source>
        <translation>文本超出模型的上下文长度。</translation>
    </message>
    <message>
        <source>The text is too long to be embedded at once.</source>
        <translation>文本过长，无法一次嵌入。</translation>
    </message>
    <message>
        <source>The text so far was kept. Ask again, with a shorter context if it happens often.</source>
        <translation>已生成的文本已保留。重新提问；如果经常出现，缩短上下文。</translation>
    </message>
    <message>
        <source>The upload from {host} to the registry kept breaking off.</source>
        <translation>{host} 到仓库的上传反复中断。</translation>
    </message>
    <message>
        <source>The upload is too large for what stands before {host}.</source>
        <translation>上传内容过大，{host} 前面的代理不接受。</translation>
    </message>
    <message>
        <source>There is no way to {address} from here. Is that computer on, and on the same network?</source>
        <translation>从本机无法到达 {address}。那台电脑是否已开机，并在同一网络中？</translation>
    </message>
    <message>
        <source>They did not fit its context, and were left out without an error. Raise the context length.</source>
        <translation>它们超出了上下文，被直接省略而没有报错。增大上下文长度。</translation>
    </message>
    <message>
        <source>Thinking not valid</source>
        <translation>思考设置无效</translation>
    </message>
    <message>
        <source>This copy of the model no longer works with the Ollama of {host}.</source>
        <translation>这份模型已无法在 {host} 的 Ollama 上运行。</translation>
    </message>
    <message>
        <source>This model cannot do what was asked.</source>
        <translation>此模型不支持所请求的功能。</translation>
    </message>
    <message>
        <source>This model needs a newer Ollama than that of {host}.</source>
        <translation>{host} 的 Ollama 版本低于此模型的要求。</translation>
    </message>
    <message>
        <source>This model runs only on Apple silicon.</source>
        <translation>此模型只能在 Apple 芯片上运行。</translation>
    </message>
    <message>
        <source>This model takes one image only.</source>
        <translation>此模型只接受一张图像。</translation>
    </message>
    <message>
        <source>This was stopped. Do not use that registry unless you know why it does so.</source>
        <translation>已阻止。除非清楚它这样做的原因，否则不要使用该仓库。</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>信任此证书</translation>
    </message>
    <message>
        <source>Try again, and wait longer.</source>
        <translation>重试，并等待更长时间。</translation>
    </message>
    <message>
        <source>Try again, or ask without tools.</source>
        <translation>重试，或不使用工具提问。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>重试。</translation>
    </message>
    <message>
        <source>Try again. If it stays so, unload the model.</source>
        <translation>重试。如果问题依旧，卸载模型。</translation>
    </message>
    <message>
        <source>Try once more. If it stays so, use the CPU only or a shorter context, update Ollama there, and look at its log.</source>
        <translation>重试一次。如果问题依旧，改为只用 CPU 或缩短上下文，更新那里的 Ollama，并查看其日志。</translation>
    </message>
    <message>
        <source>Try the same with ssh in a terminal. It must work there without asking anything.</source>
        <translation>在终端中用 ssh 尝试同样的连接，必须无需任何输入即可连通。</translation>
    </message>
    <message>
        <source>Unload others</source>
        <translation>卸载其他模型</translation>
    </message>
    <message>
        <source>Unload others there, or choose a smaller model or a shorter context.</source>
        <translation>卸载其他模型，或选择更小的模型或更短的上下文。</translation>
    </message>
    <message>
        <source>Unload others there, or choose a smaller one or a shorter context.</source>
        <translation>卸载其他模型，或选择更小的模型或更短的上下文。</translation>
    </message>
    <message>
        <source>Unload the model</source>
        <translation>卸载模型</translation>
    </message>
    <message>
        <source>Update Ollama there, then try again.</source>
        <translation>更新该主机的 Ollama，然后重试。</translation>
    </message>
    <message>
        <source>Update Ollama there.</source>
        <translation>更新那里的 Ollama。</translation>
    </message>
    <message>
        <source>Update it to {fixed} or later. Until then, let nobody reach it whom you do not trust.</source>
        <translation>更新到 {fixed} 或更高版本。在此之前，不要让不信任的人访问它。</translation>
    </message>
    <message>
        <source>Upload again</source>
        <translation>重新上传</translation>
    </message>
    <message>
        <source>Upload damaged</source>
        <translation>上传损坏</translation>
    </message>
    <message>
        <source>Upload it again.</source>
        <translation>重新上传。</translation>
    </message>
    <message>
        <source>Upload it, then create the model again.</source>
        <translation>上传该文件，然后重新创建模型。</translation>
    </message>
    <message>
        <source>Upload too large</source>
        <translation>上传过大</translation>
    </message>
    <message>
        <source>Usage limit reached</source>
        <translation>已达用量上限</translation>
    </message>
    <message>
        <source>Use another host</source>
        <translation>使用其他主机</translation>
    </message>
    <message>
        <source>Use the CPU only</source>
        <translation>只用 CPU</translation>
    </message>
    <message>
        <source>Use the CPU only, or update Ollama and the driver there.</source>
        <translation>改为只用 CPU，或更新那里的 Ollama 和驱动程序。</translation>
    </message>
    <message>
        <source>Use the name that it is for as the address, or trust this one certificate.</source>
        <translation>将证书上的名称用作地址，或信任这一个证书。</translation>
    </message>
    <message>
        <source>Wait until some are done, then try again.</source>
        <translation>等部分请求完成后重试。</translation>
    </message>
    <message>
        <source>Wait until the limit starts anew, or use a model that runs on the host.</source>
        <translation>等待上限重置，或使用在该主机上运行的模型。</translation>
    </message>
    <message>
        <source>Wake it up</source>
        <translation>唤醒</translation>
    </message>
    <message>
        <source>Wants a sign-in</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>What answers at {address} is not Ollama.</source>
        <translation>{address} 处响应的不是 Ollama。</translation>
    </message>
    <message>
        <source>What has arrived is kept for a while. A retry goes on from there.</source>
        <translation>已下载的部分会保留一段时间。重试将从断点继续。</translation>
    </message>
    <message>
        <source>What is known is in the raw answer. Try again.</source>
        <translation>已知的情况见原始响应。重试。</translation>
    </message>
    <message>
        <source>What it said is in the raw answer. Servers are not known to say this, so report it.</source>
        <translation>返回的内容见原始响应。此前未见服务器返回这种内容，建议报告此问题。</translation>
    </message>
    <message>
        <source>What ran the model there ended. The text so far was kept. Try again.</source>
        <translation>那里运行模型的进程已退出。已生成的文本已保留。重试。</translation>
    </message>
    <message>
        <source>What runs the model on {host} does not answer.</source>
        <translation>{host} 上运行模型的进程没有响应。</translation>
    </message>
    <message>
        <source>Whoever runs it did that (OLLAMA_NO_CLOUD). Choose a model that runs there.</source>
        <translation>由该主机的管理者关闭（OLLAMA_NO_CLOUD）。选择在那里本地运行的模型。</translation>
    </message>
    <message>
        <source>Whoever signed it is not known to this computer. Trust this one certificate once you have compared its fingerprint, or add the CA that signed it.</source>
        <translation>本机不认识证书的签发者。比对指纹后可信任这一个证书，或添加签发它的 CA。</translation>
    </message>
    <message>
        <source>Wrong path</source>
        <translation>路径错误</translation>
    </message>
    <message>
        <source>another path</source>
        <translation>另一个路径</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>filling in the middle</source>
        <translation>中间补全</translation>
    </message>
    <message>
        <source>generating text</source>
        <translation>生成文本</translation>
    </message>
    <message>
        <source>hourly</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>image generation</source>
        <translation>图像生成</translation>
    </message>
    <message>
        <source>its address</source>
        <translation>其地址</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>未知地址</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>状态未知</translation>
    </message>
    <message>
        <source>ollama.com did not answer it. Try again later.</source>
        <translation>ollama.com 没有响应该主机。稍后重试。</translation>
    </message>
    <message>
        <source>one that does not say its name</source>
        <translation>一个未表明名称的程序</translation>
    </message>
    <message>
        <source>session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>the host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>the newest version</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>{address} and this computer could not agree on an encryption. Check the address, and what stands before Ollama there.</source>
        <translation>{address} 与本机未能就加密方式达成一致。检查地址，以及那里 Ollama 前面的程序。</translation>
    </message>
    <message>
        <source>{address} could not be looked up. Check its spelling, or use its number.</source>
        <translation>无法解析 {address}。检查拼写，或使用 IP 地址。</translation>
    </message>
    <message>
        <source>{address} refused the connection. Set OLLAMA_HOST there so that it listens to the network, and only where you trust everyone on it.</source>
        <translation>{address} 拒绝了连接。在那里设置 OLLAMA_HOST，使其监听网络；仅当网络中的所有人都可信时才这样做。</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>无法连接 {host}。</translation>
    </message>
    <message>
        <source>{host} cannot make a model of this.</source>
        <translation>{host} 无法据此创建模型。</translation>
    </message>
    <message>
        <source>{host} cannot quantize this model that way.</source>
        <translation>{host} 无法这样量化此模型。</translation>
    </message>
    <message>
        <source>{host} cannot reach ollama.com.</source>
        <translation>{host} 无法连接 ollama.com。</translation>
    </message>
    <message>
        <source>{host} cannot reach the registry.</source>
        <translation>{host} 无法连接模型仓库。</translation>
    </message>
    <message>
        <source>{host} could not load the model.</source>
        <translation>{host} 无法加载模型。</translation>
    </message>
    <message>
        <source>{host} could not read what was sent.</source>
        <translation>{host} 无法读取发送的内容。</translation>
    </message>
    <message>
        <source>{host} could not run the program that quantizes.</source>
        <translation>{host} 无法运行量化程序。</translation>
    </message>
    <message>
        <source>{host} could not sign in or out.</source>
        <translation>{host} 未能登录或退出登录。</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} 未及时响应。</translation>
    </message>
    <message>
        <source>{host} did not take the request.</source>
        <translation>{host} 没有接受请求。</translation>
    </message>
    <message>
        <source>{host} does not answer to this name.</source>
        <translation>{host} 不接受此名称。</translation>
    </message>
    <message>
        <source>{host} does not have this model any more.</source>
        <translation>{host} 上已没有此模型。</translation>
    </message>
    <message>
        <source>{host} does not have this model.</source>
        <translation>{host} 上没有此模型。</translation>
    </message>
    <message>
        <source>{host} does not know this way of thinking.</source>
        <translation>{host} 不支持此思考方式。</translation>
    </message>
    <message>
        <source>{host} does not take the path of a file.</source>
        <translation>{host} 不接受该文件路径。</translation>
    </message>
    <message>
        <source>{host} does not take the value of an option.</source>
        <translation>{host} 不接受某个选项的值。</translation>
    </message>
    <message>
        <source>{host} does not take this format.</source>
        <translation>{host} 不接受此格式。</translation>
    </message>
    <message>
        <source>{host} does not take this name or request.</source>
        <translation>{host} 不接受此名称或请求。</translation>
    </message>
    <message>
        <source>{host} does not take what was asked in this combination.</source>
        <translation>{host} 不接受这样的请求组合。</translation>
    </message>
    <message>
        <source>{host} found no safe connection to the registry.</source>
        <translation>{host} 无法与模型仓库建立安全连接。</translation>
    </message>
    <message>
        <source>{host} has too many requests waiting.</source>
        <translation>{host} 等待中的请求过多。</translation>
    </message>
    <message>
        <source>{host} is not allowed to have this.</source>
        <translation>{host} 无权获取此内容。</translation>
    </message>
    <message>
        <source>{host} is not allowed to use the server that runs this model.</source>
        <translation>{host} 无权使用运行此模型的服务器。</translation>
    </message>
    <message>
        <source>{host} is on, but its Ollama may listen only to itself.</source>
        <translation>{host} 已开机，但那里的 Ollama 可能只监听自身。</translation>
    </message>
    <message>
        <source>{host} is reached over the internet without encryption.</source>
        <translation>{host} 经互联网连接，且未加密。</translation>
    </message>
    <message>
        <source>{host} may not publish under this name.</source>
        <translation>{host} 无权以此名称发布。</translation>
    </message>
    <message>
        <source>{host} sends requests elsewhere.</source>
        <translation>{host} 将请求重定向到别处。</translation>
    </message>
    <message>
        <source>{host} sent more than Ollama ever does.</source>
        <translation>{host} 发送的数据超出 Ollama 的正常范围。</translation>
    </message>
    <message>
        <source>{host} shows another certificate than the one you trusted.</source>
        <translation>{host} 出示的证书与你信任的不同。</translation>
    </message>
    <message>
        <source>{host} speaks http, and the address says https.</source>
        <translation>{host} 使用 http，而地址写的是 https。</translation>
    </message>
    <message>
        <source>{host} speaks https, and the address says http.</source>
        <translation>{host} 使用 https，而地址写的是 http。</translation>
    </message>
    <message>
        <source>{host} stopped taking what was sent.</source>
        <translation>{host} 不再接收数据。</translation>
    </message>
    <message>
        <source>{host} took the request, and then said nothing.</source>
        <translation>{host} 接收了请求，之后没有响应。</translation>
    </message>
</context>
<context>
    <name>WorkArea</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>Workshop</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>changed on disk</source>
        <translation>磁盘上的文件已更改</translation>
    </message>
    <message>
        <source>edited {age}</source>
        <translation>{age}编辑</translation>
    </message>
    <message>
        <source>edited {age} ago</source>
        <translation>{age}编辑</translation>
    </message>
    <message>
        <source>its file is gone</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <source>made {age} ago</source>
        <translation>{age}创建</translation>
    </message>
    <message>
        <source>made: {age}</source>
        <translation>{age}创建</translation>
    </message>
    <message>
        <source>not created yet</source>
        <translation>尚未创建</translation>
    </message>
    <message>
        <source>on {hosts}</source>
        <translation>位于 {hosts}</translation>
    </message>
    <message>
        <source>{model} is on {host} already, {made}. Replace it?</source>
        <translation>{host} 上已有 {model}（{made}）。要替换吗？</translation>
    </message>
    <message>
        <source>{model} is on {host} already. Replace it?</source>
        <translation>{host} 上已有 {model}。要替换吗？</translation>
    </message>
</context>
<context>
    <name>WorkshopHeader</name>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Show the drafts</source>
        <translation>显示草稿列表</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
</context>
<context>
    <name>WorkshopPage</name>
    <message>
        <source>Drop a Modelfile or a GGUF file anywhere in the window,
or begin from one of your models.</source>
        <translation>将 Modelfile 或 GGUF 文件拖放到窗口任意位置，
或从你的某个模型开始。</translation>
    </message>
    <message>
        <source>Make a model of your own</source>
        <translation>创建自己的模型</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>新建草稿</translation>
    </message>
    <message>
        <source>Open the gallery</source>
        <translation>打开示例库</translation>
    </message>
</context>
<context>
    <name>WorkshopParts</name>
    <message>
        <source>Begin from the clipboard</source>
        <translation>从剪贴板开始</translation>
    </message>
    <message>
        <source>Begin from the gallery…</source>
        <translation>从示例库开始…</translation>
    </message>
    <message>
        <source>Close the draft</source>
        <translation>关闭草稿</translation>
    </message>
    <message>
        <source>Create the model</source>
        <translation>创建模型</translation>
    </message>
    <message>
        <source>Drop to open in the workshop</source>
        <translation>拖放到此处，在工坊中打开</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Modelfiles, GGUF files, adapters, and folders with safetensors</source>
        <translation>Modelfile、GGUF 文件、适配器，以及含 safetensors 的文件夹</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>新建草稿</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>下一个草稿</translation>
    </message>
    <message>
        <source>Open a Modelfile…</source>
        <translation>打开 Modelfile…</translation>
    </message>
    <message>
        <source>Previous draft</source>
        <translation>上一个草稿</translation>
    </message>
    <message>
        <source>Rename the draft…</source>
        <translation>重命名草稿…</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Save the draft as…</source>
        <translation>草稿另存为…</translation>
    </message>
    <message>
        <source>Show or hide the form</source>
        <translation>显示或隐藏表单</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>工坊</translation>
    </message>
</context>
<context>
    <name>WorkshopSide</name>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>新建草稿</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>About {tokens} tokens</source>
        <translation>约 {tokens} 个词元</translation>
    </message>
</context>
</TS>
