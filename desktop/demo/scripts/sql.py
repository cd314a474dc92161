"""Code in another language, with what is to be minded about it."""

from desktop.demo.scripts.script import Script

_ANSWER = """\
Group by the first day of each month; a text such as `2026-11` sorts the same way but is no date.

```sql
SELECT date_trunc('month', paid_at) AS month,
       count(*)                     AS invoices,
       sum(amount)                  AS total
  FROM invoices
 WHERE paid_at >= date '2026-01-01'
 GROUP BY 1
 ORDER BY 1;
```

- Months **without** an invoice are missing. Join `generate_series` if they shall be there with 0.
- Keep `amount` a `numeric`: sums of floating point numbers are off by cents.
- [ ] Check which time zone `paid_at` is in
- [x] An index on `paid_at`
"""
_THOUGHTS = (
    "Which database is not said. PostgreSQL is likely, and date_trunc exists in others too.",
    "The two traps are months that have no rows, and money kept as floating point.",
)
SCRIPT = Script(("sql",), _ANSWER, _THOUGHTS)
