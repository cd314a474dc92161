"""An answer in Chinese, on looking things up by their vectors."""

from desktop.demo.scripts.script import Script

_ANSWER = """\
### 向量检索的基本步骤

**向量检索**先把文本变成向量，再按距离找出最相近的内容。一般分四步：

1. **切分**：把文档切成几百字的小段，相邻两段稍有重叠。
2. **嵌入**：用嵌入模型（例如 `bge-m3`）把每一段变成向量。
3. **建索引**：数据不多时直接比较即可，多了再用 HNSW。
4. **查询**：把问题也变成向量，取最相近的几段交给模型回答。

| 数据量 | 索引 | 说明 |
|:--|:--|--:|
| 一万段以内 | 不用索引 | 逐一比较，毫秒级 |
| 百万段以内 | HNSW | 快，占内存 |
| 更多 | IVF-PQ | 省内存，略有误差 |

相似度通常用余弦：$\\cos\\theta = \\frac{a \\cdot b}{\\|a\\|\\,\\|b\\|}$。\
向量都归一化以后，它就是点积：

```python
def nearest(query, vectors, k=5):
    scores = vectors @ query          # 向量已归一化
    return scores.argsort()[::-1][:k]
```

> 提示：嵌入模型换了以后，全部向量都要重算。
"""
_THOUGHTS = (
    "用户问的是向量检索怎么做，应当先讲步骤，再给一小段代码。",
    "数据量不同，做法也不同：几千段文本直接算点积就够了，不必一开始就用专门的数据库。",
)
SCRIPT = Script(("向量", "vector search"), _ANSWER, _THOUGHTS)
