"""What a text asks of a list just shown: others, nearer, free, at a distance; or one of them, in question."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from assistant.offres.besoins import besoins_de
from assistant.offres.lieux import trouver_lieu
from assistant.offres.moments import moment_refuse
from assistant.offres.mots import plier
from assistant.offres.sujets import sujet_de


class Voeu(StrEnum):
    AUTRES = "autres"
    MOINS_LOIN = "moins_loin"
    GRATUIT = "gratuit"
    MOINS_CHER = "moins_cher"
    SUR_PLACE = "sur_place"
    EN_LIGNE = "en_ligne"
    CHEZ_MOI = "chez_moi"
    PARTOUT = "partout"


_AUTRE = r"(?:autres?|autr|otres?|otr)"
_CHOSE = (
    r"(?:choses?|chos|choz|trucs?|offres?|propositions?|idees?|choix|solutions?|adresses?|aides?|annonces?)"
)
_PRES = r"(?:pres|pret|pre|proches?|prox)"
_VOEUX = {
    Voeu.CHEZ_MOI: re.compile(
        rf"\b(?:{_PRES} de (?:chez )?moi|a cote de (?:chez )?moi|pres de la maison"
        r"|dans (?:ma ville|mon village|ma commune|mon quartier|mon coin))\b"
    ),
    Voeu.PARTOUT: re.compile(r"\b(?:(?:de )?partout|n ?importe ou|toute la gironde)\b"),
    Voeu.SUR_PLACE: re.compile(
        r"\b(?:(?:pas|ni|sauf|plutot que) (?:(?:une?|des?|du|le|la|truc|cours|formation) )*"
        r"(?:(?:en|sur|via|par|a|au) )?(?:ligne|internet|le net|l ?internet|visio|distance|tel\w*)"
        r"|sur place|en vrai|en presentiel|presentiel|face a face)\b"
    ),
    Voeu.EN_LIGNE: re.compile(
        r"\b(?:en ligne|enligne|online|a distance"
        r"|(?:par|au) (?:tel|teleph?one?|tele?fone?|fone|internet|visio)"
        r"|(?:sur|via) (?:internet|le net)|(?:en )?visio\w*|depuis (?:chez moi|la maison)|de chez moi"
        r"|sans (?:bouger|sortir|me deplacer|se deplacer|deplacement))\b"
    ),
    Voeu.MOINS_LOIN: re.compile(
        rf"\b(?:moin?s? (?:loin|louin|loi|l1)|plus? {_PRES}|{_PRES}$|a cote|a pied"
        r"|pas (?:si |trop |aussi )?loin"
        r"|(?:trop|tro|tres|super|vraiment|vachement|un peu|hyper|si) l(?:oin|ouin|oi1)|^l(?:oin|ouin)"
        r"|loin (?:lol|mdr|hein|(?:pour|pr) moi|quand meme|qd meme|sans|j ai pas|jai pas|g pas"
        r"|de (?:chez )?moi)"
        r"|(?<=[a-z]{4} )(?:c est|c|cest|est) l(?:oin|ouin))\b"
    ),
    Voeu.GRATUIT: re.compile(r"\b(?:gratui\w*|gratos|sans payer|0 euros?|zero euro|(?:pas|plus) a payer)\b"),
    Voeu.MOINS_CHER: re.compile(
        r"\b(?:(?:moin?s?|pas|plus) ch(?:er|ere|ers)|pa chere?s?|tro?p? ch\w+"
        r"|(?:pas|plus) (?:d argent|dargent|de sous|un rond|un sou|les moyens))\b"
    ),
    Voeu.AUTRES: re.compile(
        rf"\b(?:{_AUTRE} {_CHOSE}|d ?{_AUTRE}|(?:rien|quoi) d ?{_AUTRE}|(?:une?|les|l)? ?{_AUTRE}$"
        rf"|(?:en |j en )?(?:voir|montre\w*|veux|veu) plus|plus (?:de |d )(?:choix|{_CHOSE})"
        r"|encore(?: une?)?$|(?:la )?suite$|(?:les )?(?:suivant|prochain)\w*$"
        r"|(?:c est|c|ya|y a|il y a) que (?:ca|sa)|plus$"
        r"|(?<!\w )(?:c est|c|ya|y a|il y a) tout\b|(?:c est|c|ya|y a|il y a) tout ce que"
        r"|(?:pas|rien de tout) (?:ca|sa|cela|celui la|celle la|ceux la|celles la)$"
        r"|aucune?(?: des? (?:deux|trois|2|3))?$)\b"
    ),
}
_RAISON = re.compile(  # why nearer: « 36 km, j'ai pas de voiture, y'a rien de plus proche ? »
    r"\b(?:\d+ ?(?:kms?|kilometres?|bornes|minutes?|min)"
    r"|(?:(?:j ai|jai|g|je suis|chui|on a|ai|et|car|pcq|parce que) )*(?:pas|plus|sans|ni|aucune?)"
    r" (?:de |d |le |la |l )?(?:voitur\w*|vehicule|permis?|bus|train|transports?|scooter|velo|essence|caisse"
    r"|moto|bagnole|moyens? de (?:transport|locomotion)|moyens? de me deplacer))\b"
)
PLUS_PRES = frozenset({Voeu.MOINS_LOIN, Voeu.CHEZ_MOI})
_PAS_LA_SUITE = re.compile(  # « je viens plus », « dites m'en plus », « non plus »
    r"\b(?:(?:vien|peu|veu|ai|est|sui|ven|savoir|dite|di|infos?|non|compri|sai)[a-z]* (?:en )?|m en )plus\b"
    r"|\bplus (?:d infos?|d explications?|de details?|de renseignements?)\b"
)
_SANS_POIDS = frozenset(yaml.safe_load(Path(__file__).with_name("suite_sans_poids.yml").read_text()))
_DEMANDE_UNE_QUESTION = re.compile(
    r"^(?:(?:et|mais|ok|oui|non|alors|donc|svp|la|le|celle|celui|ma|mon|mes|je|j|tu|on|\d|une?|deux|trois"
    r"|premiere?|deuxieme|seconde?|troisieme|derniere?) )*"
    r"(?:c|ce|cest|ca|sa|est ce|esque|elle|il|ils|elles|combien|cb|ou|quand|kan|kand|quel\w*|kel\w*|comment"
    r"|quoi|koi|faut|fo|pour qui|num\w*|tel|adresse|horaires?|prix"
    r"|details?|infos?|plus d infos?|en savoir plus)\b"
)
AUTRE_SUJET = re.compile(  # whatever list was shown, this is about something else
    r"\b(?:rdv|rdvs|rd v|r d v|(?:ran|ren)\w* ?vous?|rsa|caf|cer|contrat|(?:mon|le|du|pr le) contra"
    r"|allocations?|(?:les?|mes|vos|des|ces|par) (?:messages?|msg|sms|textos?)"
    r"|ref\w*rent\w*|conseill\w*)\b"
)
_AUTREMENT = re.compile(r"(?:et|non|nn|nan|plutot|sinon|mais|a|au|vers|pres)\b")
_OFFRES = re.compile(r"\bof+res?\b")
_IL_Y_EN_A = re.compile(r"\b(?:il y|ya|y a|y en a|existe|trop|tro)\b")


@dataclass(frozen=True)
class SuiteLue:
    voeux: frozenset[Voeu]
    reste: str  # the words that no wish explains and that carry meaning

    @property
    def entiere(self) -> bool:
        """Nothing else was said."""
        return bool(self.voeux) and not self.reste


def lire_suite(texte: str) -> SuiteLue:
    """« non autre chose gratuit », « plus pres » → the wishes; « et a libourne ? » → what remains."""
    mots = plier(texte.replace("+", " plus "))
    if _PAS_LA_SUITE.search(mots):
        return SuiteLue(frozenset(), _utiles(mots))
    voeux = set()
    for voeu, motif in _VOEUX.items():
        reduit = motif.sub(" ", mots)
        if reduit != mots:
            voeux.add(voeu)
            mots = " ".join(reduit.split())
    if voeux & PLUS_PRES:
        mots = _RAISON.sub(" ", mots)
    return SuiteLue(frozenset(voeux), _utiles(mots))


def ne_nomme_que_les_offres(texte: str) -> bool:
    """« montre moi les offres », whatever they are of."""
    return _OFFRES.search(plier(texte)) is not None and not lire_suite(texte).reste


def interroge_une_offre(texte: str) -> bool:
    """« c'est gratuit ? », « ma fille peut venir ? »: about an offer shown, not a wish for others."""
    mots = plier(texte)
    if (sujet := sujet_de(mots)) is None or _VOEUX[Voeu.AUTRES].fullmatch(mots):
        return False
    if sujet == "lieu" and _VOEUX[Voeu.MOINS_LOIN].search(mots):
        return False
    if sujet == "quand" and (besoins_de(mots) or moment_refuse(mots)):
        return False  # « une garde le soir » is a need
    if sujet in ("prix", "paye", "lieu", "contact"):
        return bool(_DEMANDE_UNE_QUESTION.search(mots)) and not _IL_Y_EN_A.search(mots)
    return True


def ne_dit_que_plus_pres(texte: str) -> bool:
    """« plus près de La Teste »: means nothing without what was looked for before."""
    suite = lire_suite(texte)
    return bool(suite.voeux & PLUS_PRES) and (not suite.reste or trouver_lieu(suite.reste) is not None)


def passe_a_autre_chose(texte: str) -> bool:
    """« et a libourne ? », « non plutot garde d'enfant »: not about the offers shown."""
    return _AUTREMENT.match(plier(texte)) is not None


def mots_de_poids(texte: str) -> str:
    """The folded words that say what is meant, and not only that something is wanted."""
    return _utiles(plier(texte))


def _utiles(mots: str) -> str:
    return " ".join(mot for mot in mots.split() if mot not in _SANS_POIDS)
