"""A proof, with formulas in lines and on lines of their own."""

from desktop.demo.scripts.script import Script

_ANSWER = r"""### √2 is irrational

Suppose it were rational. Then there are whole numbers $p$ and $q$ without a common divisor, and

$$\sqrt{2} = \frac{p}{q}, \qquad q \neq 0.$$

**Squaring** both sides gives

$$p^2 = 2q^2,$$

so $p^2$ is even, and with it $p$: the square of an odd number is odd. Write $p = 2k$. Then

$$(2k)^2 = 2q^2 \implies q^2 = 2k^2,$$

and $q$ is even by the same argument. Now $2$ divides both $p$ and $q$, which have no common \
divisor: a contradiction. $\blacksquare$

The same holds for every prime $n$, since $\sqrt{n} \in \mathbb{Q}$ would give a factorisation in \
which $n$ occurs both an even and an odd number of times. The error of a convergent is bounded by

$$\left| \sqrt{2} - \frac{p}{q} \right| > \frac{1}{3q^2} \quad \text{for all } p, q \ge 1.$$
""".replace("\\\n", "")
_THOUGHTS = (
    "The classic proof by contradiction is the shortest: assume p/q in lowest terms, square, "
    "and find that both are even.",
    "It needs that an even square has an even root. An odd number is 2m + 1, and its square "
    "4m² + 4m + 1 is odd, so that is one sentence.",
    "A remark on other primes, and on how near a fraction can come, may be welcome at the end.",
)
SCRIPT = Script(("irrational", "√2", "sqrt(2)", "square root of 2"), _ANSWER, _THOUGHTS)
