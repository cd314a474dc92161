"""What is sent to a host as a sign-in, and that nothing else is."""

import base64

import pytest

from desktop.domain.connection import Secret, SignIn, SignInKind
from desktop.net.sign_in import sign_in_headers

BEARER = SignIn(SignInKind.BEARER)
BASIC = SignIn(SignInKind.BASIC, user="me")


def own(*names: str) -> SignIn:
    return SignIn(SignInKind.HEADERS, headers=names)


def test_no_sign_in_sends_nothing_whatever_is_kept():
    assert sign_in_headers(SignIn(), Secret(token="a", password="b", headers={"C": "d"})) == {}


def test_a_token_is_sent_as_a_bearer():
    headers = sign_in_headers(BEARER, Secret(token="abc"))
    assert headers == {"Authorization": "Bearer abc"}


def test_a_password_is_sent_as_basic_in_utf_8():
    value = sign_in_headers(BASIC, Secret(password="pä:ss"))["Authorization"]
    assert base64.b64decode(value.removeprefix("Basic ")).decode() == "me:pä:ss"


def test_own_headers_are_sent_that_were_named_and_have_a_value():
    secret = Secret(headers={"X-One": "1", "X-Two": "two words", "X-Other": "3"})
    headers = sign_in_headers(own("X-One", "X-Two", "X-Missing"), secret)
    assert headers == {"X-One": "1", "X-Two": "two words"}


@pytest.mark.parametrize(
    ("sign_in", "secret"),
    [
        (BEARER, Secret()),
        (BEARER, Secret(token="a b")),
        (BEARER, Secret(token="a\r\nX: y")),
        (BEARER, Secret(token="tökén")),
        (SignIn(SignInKind.BASIC, user=""), Secret(password="x")),
        (SignIn(SignInKind.BASIC, user="a:b"), Secret(password="x")),
        (BASIC, Secret(password="a\x00b")),
        (own("Host"), Secret(headers={"Host": "x"})),
        (own("content-length"), Secret(headers={"content-length": "1"})),
        (own("Transfer-Encoding"), Secret(headers={"Transfer-Encoding": "chunked"})),
        (own("X Y"), Secret(headers={"X Y": "1"})),
        (own("X-One"), Secret(headers={"X-One": "a\nb"})),
        (own("X-One"), Secret(headers={"X-One": "ü"})),
        (own("X-One"), Secret(headers={"X-One": ""})),
    ],
)
def test_what_cannot_be_sent_is_left_out(sign_in: SignIn, secret: Secret):
    assert sign_in_headers(sign_in, secret) == {}
