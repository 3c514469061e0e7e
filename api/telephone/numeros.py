"""Telephone numbers as people type and read them."""

import re

import phonenumbers

# Never allotted, hence "invalid" to phonenumbers: kept by the ARCEP for fiction (its decision 2018-0881).
FICTITIOUS = re.compile(r"\+33(19900|26191|35301|46571|53649|63998)\d{4}")


class NumeroIllisible(ValueError):
    """What was typed is not a telephone number; it is not repeated here, since errors reach logs."""

    def __init__(self) -> None:
        super().__init__("Ce n'est pas un numéro de téléphone. Écrivez par exemple +33639981234.")


def e164(saisi: str) -> str:
    """« 06 39 98 00 01 » → +33639980001. Raises NumeroIllisible."""
    try:
        number = phonenumbers.parse(saisi, "FR")
    except phonenumbers.NumberParseException:
        raise NumeroIllisible from None
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if not (phonenumbers.is_valid_number(number) or FICTITIOUS.fullmatch(written)):
        raise NumeroIllisible
    return written


def lisible(numero: str) -> str:
    """+33639980001 → « 06 39 98 00 01 »; a foreign number keeps its prefix, anything else is left."""
    try:
        number = phonenumbers.parse(numero)
    except phonenumbers.NumberParseException:
        return numero
    style = phonenumbers.PhoneNumberFormat
    form = style.NATIONAL if number.country_code == 33 else style.INTERNATIONAL
    return phonenumbers.format_number(number, form)
