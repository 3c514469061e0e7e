"""Rows into the catalogue: only what is new or has changed is written."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import String, any_, case, cast, select, update
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.orm import Session

from assistant.offres.importation.bilan import Bilan
from assistant.offres.importation.modeles import Ligne, Service
from assistant.offres.tables import Offre, StructureOffre, plies

Table = type[Offre] | type[StructureOffre]

# a withdrawn offer counts as changed when it comes back
CONNUES = {
    Offre: select(Offre.id, case((Offre.retiree_le.is_(None), Offre.empreinte))),
    StructureOffre: select(StructureOffre.id, StructureOffre.empreinte),
}


def ecrire(session: Session, table: Table, lignes: Sequence[Ligne], bilan: Bilan) -> None:
    """Adds or updates one batch; columns the rows do not know (places taken…) stay as they are."""
    query = CONNUES[table].where(table.id.in_([ligne.id for ligne in lignes]))
    connues = {ligne.id: ligne[1] for ligne in session.execute(query)}
    a_ecrire = [ligne for ligne in lignes if connues.get(ligne.id) != ligne.empreinte]
    nouvelles = sum(ligne.id not in connues for ligne in a_ecrire)
    if a_ecrire:
        _noter_structures(session, a_ecrire)
        _poser(session, table, sorted(map(_colonnes, a_ecrire), key=lambda colonnes: str(colonnes["id"])))
    bilan.creees += nouvelles
    bilan.modifiees += len(a_ecrire) - nouvelles
    bilan.inchangees += len(lignes) - len(a_ecrire)


def retirer(session: Session, ids: Sequence[str], maintenant: datetime) -> None:
    """These offers are kept and no longer shown. One array: a statement takes 65,535 values at most."""
    celles_ci = Offre.id == any_(cast(list(ids), ARRAY(String)))
    session.execute(update(Offre).where(celles_ci).values(retiree_le=maintenant))


def _noter_structures(session: Session, lignes: Sequence[Ligne]) -> None:
    """An offer never waits for its structure: an unknown one is noted, without a name if none came."""
    minimales = {
        ligne.structure_id: {
            "id": ligne.structure_id,
            "source": ligne.source,
            "nom": ligne.structure_nom or "",
        }
        for ligne in sorted(lignes, key=lambda ligne: ligne.id)
        if isinstance(ligne, Service)
    }
    if minimales:
        ajout = insert(StructureOffre).on_conflict_do_nothing()
        session.execute(ajout, [minimales[cle] for cle in sorted(minimales)])


def _colonnes(ligne: Ligne) -> dict[str, Any]:
    colonnes = ligne.model_dump() | {"empreinte": ligne.empreinte}
    if isinstance(ligne, Service):
        nom_plie, texte_plie = plies(ligne.nom, ligne.description, ligne.publics_precisions)
        colonnes |= {"retiree_le": None, "nom_plie": nom_plie, "texte_plie": texte_plie}
    return colonnes


def _poser(session: Session, table: Table, lignes: Sequence[dict[str, Any]]) -> None:
    """In the order of identifiers, so that two imports at once wait for each other."""
    ajout = insert(table)
    remplacees = {nom: ajout.excluded[nom] for nom in lignes[0] if nom != "id"}
    session.execute(ajout.on_conflict_do_update(index_elements=["id"], set_=remplacees), list(lignes))
