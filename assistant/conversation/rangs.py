"""« 2 », « la deuxième », « le dernier » : a place in a numbered list, and not any figure of a sentence."""

import re

from assistant.offres.mots import plier

_NOMS = (
    {"un", "une", "premier", "premiere", "prmier", "prem", "prems", "1er", "1ere"},
    {"deux", "deuxieme", "dexieme", "second", "seconde", "2e", "2eme", "2ieme"},
    {"trois", "troisieme", "3e", "3eme", "3ieme"},
    {"quatre", "quatrieme", "4e", "4eme"},
    {"cinq", "cinquieme", "5e", "5eme", "5ieme"},
)
_DERNIERS = {"dernier", "derniere", "derniers"}
_MOTS_DEVANT = "le la l au n num numero nr no choix option creneau reponse ligne celui celle en tout"
# What people put around a choice. Another word beside a bare figure, and it counts something else.
_MOTS_AUTOUR = (
    "ok oui ui ouais non nn nan bon bah ben alors alor alr allez va vas pour je j jprend jprends prends prend"
    " prefere jprefere choisis choisi jchoisi"
    " vote c ce est cest sera serai du de d des plutot svp stp s il elle vous"
    " plait merci si possible me bien moi mieux mettez met voudrais veux finalement ca sa marche place"
    " parait qui m interesse liste enfin crois dirais nickel parfait comment ou quand combien cher a gratuit"
    " madame monsieur quelle heure bonne noter notez confirme"
)
_DEVANT = set(_MOTS_DEVANT.split())
AUTOUR_D_UN_CHOIX = _DEVANT | set(_MOTS_AUTOUR.split())

# What may follow a number that opens a message, when it is a choice: « 2 c fait », « 1 oui le code ».
_MOTS_DE_SUITE = (
    "je j jveux jveu jvoudrais jai moi c ce cest ca sa oui ouais si et mais pour parce car est svp stp la les"
    " l mon ma mes fait faite fini ok merci comment combien pourquoi quand il elle on vous tu y ya"
)
_SUITE = set(_MOTS_DE_SUITE.split())
_SEPARE = re.compile(r"^\W*([1-9])(?:\s*[.):,;!?-]+\s+|\s*\n\s*)(?=\D)")
_EN_TETE = re.compile(r"^(?:(?:ok|oui|bon|alors|donc|le|la|numero|n) )?([1-9]) (\w+)")


def rang_en_tete(texte: str, combien: int) -> int | None:
    """The place (from 0) of a choice said before other words; not « 2 enfants », « 4h », « 3 mois »."""
    if separe := _SEPARE.match(texte):
        rang = int(separe[1])
    elif (lu := _EN_TETE.match(plier(texte))) and lu[2] in _SUITE:
        rang = int(lu[1])
    else:
        return None
    return rang - 1 if rang <= combien else None


def rang_dit(texte: str, combien: int) -> int | None:
    """The place (from 0) a person names in a list of `combien` things; None for none or several.

    « le 2 », « la deuxième » count inside a sentence; a bare « 2 » or « deux » only when little else is
    said: « j'ai un entretien », « mes deux enfants » choose nothing.
    """
    mots = plier(texte.replace("°", " ")).split()
    rangs = [(place, rang) for place, mot in enumerate(mots) if (rang := _rang(mot, combien)) is not None]
    nommes = {rang for place, rang in rangs if _est_nomme(mots, place)}
    autour = [mot for place, mot in enumerate(mots) if all(place != rang[0] for rang in rangs)]
    if not nommes and all(mot in AUTOUR_D_UN_CHOIX for mot in autour) and "les" not in mots:
        nommes = {rang for _, rang in rangs}
    return nommes.pop() if len(nommes) == 1 else None


def _rang(mot: str, combien: int) -> int | None:
    if mot in _DERNIERS:
        return combien - 1
    if mot == "milieu":
        return 1 if combien == 3 else None
    if mot.isdigit():
        return int(mot) - 1 if 1 <= int(mot) <= combien else None
    return next((rang for rang, noms in enumerate(_NOMS[:combien]) if mot in noms), None)


def _est_nomme(mots: list[str], place: int) -> bool:
    avant, apres = mots[:place], mots[place + 1 :]
    devant = bool(avant) and (avant[-1] in _DEVANT or mots[place] == "milieu")
    if mots[place] in ("un", "une") and avant[-1:] == ["l"]:
        return False  # « l'un ou l'autre »
    if avant[-1:] == ["en"] and mots[place].endswith("eme"):
        return False  # « j'ai arrêté en 3eme »
    refuse = len(avant) > 1 and avant[-2] in ("pas", "sauf")
    return devant and not refuse and (not apres or apres[0] in AUTOUR_D_UN_CHOIX)
