"""What a message says it does not ask for: « à manger, pas une voiture » looks for food alone.

« j'ai pas de voiture », « pas de quoi manger », « pas d'argent » are lacks, and needs.
"""

import re

from assistant.offres.besoins import besoins_de
from assistant.offres.besoins_appris import se_dit_clairement
from assistant.offres.mots import plier

_REFUS = re.compile(
    r"(?:(?:^|[,;.!?:()-])\s*(?:(?:non|nan|mais|et|surtout|donc|juste|plutot|je (?:ne )?(?:dis|parle))\s+)*"
    r"(?:pas|sauf|hors|a part)(?=\s+(?:une?|le|la|les|des|du|ce|cette|ces|pour|l['’ ])\b)"
    r"|\b(?:et|mais|surtout|non|sauf)\s+(?:pas|sauf)(?=\s+(?:une?|le|la|les|des|du|pour|l['’ ])\b)"
    r"|\bsauf\b"
    r"|\b(?:je (?:n['’ ])?(?:vous |t['’ ]?)?ai|j['’ ]?ai|g)\s+pas\s+(?:parl\w*|demand\w*|dit)"
    r"(?=\s+(?:[aà]|d['’eu]|une?|le|la|les|l['’ ]))"
    r"|\b(?:j['’ ]?ai|g|ai|a|avons)\s+(?:pas|pa|plus|aucun)\s+besoin"
    r"(?=\s+(?:d['’eu]|une?|le|la|les|l['’ ]))"
    r"|\b(?:je|j|on|jveux|jveu|jcherche|jch)?\s*(?:ne\s+|n['’ ])?"
    r"(?:veux|veu|vx|voulais|voudrais|cherche|demande|demandais|parle|parlais|jveux|jveu|jcherche|besoin)\s+pas\b"
    r"(?=\s+(?:d['’eu]|une?|le|la|les|l['’ ]))"
    r")\s*(?P<quoi>[^,;.!?:()]*)",
    re.IGNORECASE,
)
_RIEN_DU_TOUT = re.compile(
    r"\bcherch\w* (?:pas|pa|plus|rien)\b"
    r"(?! (?:a|au|aux|en|un|une|de|d|du(?! tout)|des|la|le|les|l|loin|que|trop|sur|pour)\b)"
    r"|\bcherch\w* (?:plus )?(?:aucun\w*|pas (?:d|de)) (?:aide|emploi|travail|formation)\b"
    r"|\b(?:stop|pas de|arrete\w*)(?: avec)?(?: (?:la|les|l|ta|tes|vos|votre))?"
    r" (?:communes?|villes?|recherches?)\b"
)
_FIN = re.compile(
    r"\b(?:mais|plutot|plutôt|je cherche|je veux|jveux|juste|seulement"
    r"|(?:j['’ ]?ai|jai|g|nous avons|on a) (?:surtout |juste )?besoin|(?:il |y )?(?:me|nous) fau?t)\b",
    re.IGNORECASE,
)
_S_ETONNE = re.compile(  # « koi tribunal?? j'ai demandé une crèche »
    r"(?:^|(?<=[.!?;,]))\s*(?:(?:mais|ah|euh|c['’ ]?(?:est)?)\s+)*"
    r"(?:quoi|koi|kwa|pourquoi|pk|comment (?:ca|ça))\s+[^.!?;,]*[?!]+",
    re.IGNORECASE,
)


def ne_cherche_rien(texte: str) -> bool:
    """« non je cherche pas », « stop commune »; « je cherche pas un cours mais un job » looks for one."""
    return _RIEN_DU_TOUT.search(plier(texte)) is not None


def sans_les_refus(texte: str) -> str:
    """`texte` without the needs it refuses, when it still names one."""
    reste = _REFUS.sub(_efface, _S_ETONNE.sub(" ", texte))
    if reste == texte or not (besoins_de(reste) or se_dit_clairement(reste)):
        return texte
    return " ".join(reste.split()).strip(" ,;")


def besoins_refuses(texte: str) -> frozenset[str]:
    """« pas une garde d'enfants, une personne âgée »: the needs named only to be refused."""
    reste = sans_les_refus(texte)
    refuses = besoins_de(texte) - besoins_de(reste) if reste != texte else set()
    return frozenset(besoin for besoin in refuses if "--" in besoin)


def _efface(refus: re.Match[str]) -> str:
    """Only what names a need, as far as what is wanted instead."""
    quoi, *ensuite = _FIN.split(refus["quoi"], maxsplit=1)
    if not besoins_de(plier(quoi)):
        return refus[0]
    voulu = refus["quoi"][len(quoi) :] if ensuite else ""
    return f", {voulu}"
