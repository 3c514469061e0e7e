"""What a person wants their référent to read, and when they would rather be called: in their own words."""

import re
from datetime import datetime, timedelta
from textwrap import shorten
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversation.tables import MessageEntrant
from assistant.offres.mots import plier

LARGEUR = 60  # characters shown back: the référent reads the whole message
RECENT = timedelta(hours=1)
_DIRE = r"(?:dis|di|dit|dites?|dire|transmet\w*|pr[eé]ven\w+|pr[eé]vien\w*|explique\w*)"
_A_QUI = r"(?:[ -]?(?:lui|leur)|\s+(?:[aà]|au)\s+(?:\S+\s+){1,3}?)"
_QUE = r"\s*(?:bien |juste |aussi |seulement )*(?:que?|ke|k|qu['’]|q)\s*"
_MOTS = re.compile(
    rf"\b(?:{_DIRE}{_A_QUI}|(?:lui|leur)\s+{_DIRE}|(?:passe\w*|laisse\w*)\s+(?:lui\s+)?(?:le|un|ce)\s+(?:message|mot))"
    rf"(?:{_QUE}|\s*:\s*)(?P<mots>[^.!?\n]+)",
    re.I,
)
_FIN = re.compile(r"[\s,]+(?:svp|stp|merci|s'il (?:vous|te) pla[iî]t)\W*$", re.I)
_CE_QUI_PRECEDE = re.compile(
    r"\b(?:(?:qu il|qu elle|quil|qu|kil|kel|quelle) (?:le )?(?:sach?e|soit au courant|sach)"
    r"|(?:peux?|px|pouvez|faut|fo) (?:le |la )?lui (?:dire|transmettre)|lui dire (?:ca|sa|cela|aussi)"
    r"|dites? (?:le|la|ca|sa) lui|dis (?:le|lui ca)|transmet\w* (?:lui )?(?:ca|sa|cela)|le lui dire[zs]?)\b"
)
_HEURE = r"(?:\d{1,2} ?(?:h|heures?)(?: ?\d\d)?|midi)"
_JOUR = r"(?:lundi|mardi|mercredi|jeudi|vendredi|demain)"
_PART = r"(?:matin[ée]*e?|midi|soir(?:[ée]e)?|apr[eè]s[- ]?midi|aprem|aprm|aprèm)"
_MOMENT = re.compile(
    rf"\b(?:(?:pas|plut[oô]t|seulement|que|surtout) )*(?:(?:avant|apr[eè]s|vers|entre|[aà] partir de|d[eè]s)"
    rf" (?:le )?{_HEURE}(?: (?:et|[aà]) {_HEURE})?(?! ?midi)"
    rf"|(?:le |la |l['’ ]?|en |dans la |dans l['’ ])?(?:fin de )?(?:{_JOUR} )?(?:{_PART}|{_JOUR})\b"
    rf"(?: (?:avant|apr[eè]s|vers|[aà]) {_HEURE})?)",
    re.I,
)
_ENCHAINE = re.compile(r"(?:\s*(?:,|et|ou)\s*)+$", re.I)
_REFUSE = re.compile(r"^pas (?!avant|apr)", re.I)


def mots_a_dire(texte: str) -> str | None:
    """« tu lui dis que je bosse en interim » : « je bosse en interim »."""
    trouves = _MOTS.search(texte)
    return _court(_FIN.sub("", trouves["mots"])) if trouves and len(trouves["mots"].split()) > 1 else None


def dit_ce_qui_precede(texte: str) -> bool:
    """« faut qu'il le sache », « tu peux lui dire ? »: what was said just before is what to pass on."""
    return mots_a_dire(texte) is None and _CE_QUI_PRECEDE.search(plier(texte)) is not None


def message_precedent(
    session: Session, conversation_id: UUID, tour: UUID, maintenant: datetime
) -> str | None:
    """The last message before this turn, as long as it is fresh."""
    avant = select(MessageEntrant.corps).where(
        MessageEntrant.conversation_id == conversation_id,
        MessageEntrant.tour_id.is_distinct_from(tour),
        MessageEntrant.recu_le > maintenant - RECENT,
    )
    corps = session.scalar(avant.order_by(MessageEntrant.id.desc()).limit(1))
    return _court(corps) if corps and len(corps.split()) > 2 else None


def moment_souhaite(texte: str) -> str | None:
    """« pas demain matin, jeudi matin », « après 17h »: the first time named, and those joined to it."""
    dits: list[str] = []
    fin = 0
    for trouve in _MOMENT.finditer(texte):
        if dits and not (_REFUSE.match(dits[-1]) or _ENCHAINE.fullmatch(texte[fin : trouve.start()])):
            break
        dits.append(trouve[0].strip().lower())
        fin = trouve.end()
    return ", ".join(dits[:3]) or None


def _court(mots: str) -> str:
    return shorten(mots.strip(" ,;:«»\"'"), LARGEUR, placeholder="...")
