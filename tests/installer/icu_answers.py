"""Prints what Qt says with the help of ICU; run in two trees, whose answers are compared."""

import functools
import json
import sys

from PySide6.QtCore import QCollator, QDate, QDateTime, QLocale, Qt, QTime, QTimeZone

WORDS = ["Zebra", "äpple", "apple", "Ärger", "zürich", "ö", "Öl", "ångström", "éclair", "Eclair"]
WORDS += [
    "côte",
    "coté",
    "cote",
    "ch",
    "cz",
    "h",
    "向量",
    "中文",
    "北京",
    "上海",
    "あ",
    "ア",
    "漢字",
]
WORDS += ["カナ", "ß", "ss", "İstanbul", "ısı", "IRMAK", "ñu", "nube", "ll", "lz", "10", "9", "a-b"]
WORDS += ["ab", "Привет", "йод", "한국", "가나"]
LOCALES = ["C", "en_US", "de_DE", "de_AT", "sv_SE", "da_DK", "ja_JP", "zh_CN", "zh_TW", "ko_KR"]
LOCALES += ["tr_TR", "es_ES", "cs_CZ", "ru_RU", "fr_CA", "ar_EG", "vi_VN", "lt_LT"]
SPOKEN = sys.argv[1:]
"""Orders and names of time zones are kept in the languages of the program alone."""
ZONES = (b"Europe/Berlin", b"America/New_York", b"Asia/Shanghai", b"UTC")


def order(locale: QLocale, *, numeric: bool) -> list[str]:
    collator = QCollator(locale)
    collator.setNumericMode(numeric)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return sorted(WORDS, key=functools.cmp_to_key(collator.compare))


def written(locale: QLocale) -> list[str]:
    moment = QDateTime(QDate(2026, 2, 3), QTime(4, 5, 6), QTimeZone(QTimeZone.Initialization.UTC))
    return [
        locale.toString(moment.date(), QLocale.FormatType.LongFormat),
        locale.toString(moment.time(), QLocale.FormatType.ShortFormat),
        locale.toString(1234567.891, "f", 2),
        locale.formattedDataSize(123456789),
        *(locale.toUpper(word) + locale.toLower(word) for word in WORDS),
    ]


def zones(locale: QLocale) -> list[str]:
    kinds = (QTimeZone.TimeType.StandardTime, QTimeZone.TimeType.DaylightTime)
    form = QTimeZone.NameType.LongName
    return [QTimeZone(zone).displayName(kind, form, locale) for zone in ZONES for kind in kinds]


answers = {
    "order": {
        name: [order(QLocale(name), numeric=numeric) for numeric in (True, False)]
        for name in ("C", *SPOKEN)
    },
    "written": {name: written(QLocale(name)) for name in LOCALES},
    "zones": {name: zones(QLocale(name)) for name in SPOKEN},
}
sys.stdout.write(json.dumps(answers))
