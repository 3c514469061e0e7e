"""Telephone numbers as people write them."""

import phonenumbers


class NumeroInvalide(ValueError):
    """Not a number one could call."""


def en_e164(texte: str) -> str:
    """« 06 39 98 00 01 » → « +33639980001 ». Raises NumeroInvalide."""
    try:
        numero = phonenumbers.parse(texte, "FR")
    except phonenumbers.NumberParseException:
        raise NumeroInvalide(texte) from None
    if not phonenumbers.is_possible_number(numero):
        raise NumeroInvalide(texte)
    return phonenumbers.format_number(numero, phonenumbers.PhoneNumberFormat.E164)


def lisible(numero: str) -> str:
    """« +33536490001 » → « 05 36 49 00 01 »"""
    return phonenumbers.format_number(
        phonenumbers.parse(numero, "FR"), phonenumbers.PhoneNumberFormat.NATIONAL
    )
