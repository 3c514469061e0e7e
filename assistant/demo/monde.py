"""The ground: themes and their objectifs, territoires and their structures."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.demo.modele import lire
from assistant.parcours.contrats import Objectif, Theme
from assistant.parcours.structures import Structure, Territoire


def semer_monde(session: Session) -> None:
    monde = lire("monde.yml")
    for code, libelle in monde["themes"].items():
        session.merge(Theme(code=code, libelle=libelle))
    session.flush()
    for code, libelles in monde["objectifs"].items():
        _semer_objectifs(session, code, libelles)
    for territoire in monde["territoires"]:
        _semer_territoire(session, territoire)
    session.flush()


def _semer_objectifs(session: Session, theme: str, libelles: list[str]) -> None:
    connus = set(session.scalars(select(Objectif.libelle)))
    session.add_all(
        Objectif(theme_code=theme, libelle=libelle) for libelle in libelles if libelle not in connus
    )


def _semer_territoire(session: Session, entree: dict[str, Any]) -> None:
    territoire = session.scalar(select(Territoire).where(Territoire.nom == entree["nom"]))
    territoire = territoire or Territoire(nom=entree["nom"], genre="pts")
    connues = set(session.scalars(select(Structure.nom)))
    session.add_all(
        Structure(territoire=territoire, **structure)
        for structure in entree["structures"]
        if structure["nom"] not in connues
    )
