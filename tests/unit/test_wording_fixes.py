from itertools import product

import pytest

from desktop.diagnostics.fixes import Fix, System
from desktop.ui.wording_fixes import fix_place, fix_title, fix_warning


@pytest.mark.parametrize(("fix", "system"), list(product(Fix, System)))
def test_every_fix_says_what_it_does_and_where(fix: Fix, system: System):
    assert fix_title(fix)
    assert fix_place(fix, system).endswith(".")


def test_what_opens_a_server_is_warned_of():
    assert "never on the internet" in fix_warning(Fix.LISTEN_ON_NETWORK)
    assert "nginx" in fix_place(Fix.SEND_OWN_HOST, System.WINDOWS)
    assert not fix_warning(Fix.LOAD_TIMEOUT)
